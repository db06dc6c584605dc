using Detente.Assessment;
using Detente.Agreement.Model;
using Detente.Tests.Judgement.Oracle;
using Detente.Tests.Generators;
using Detente.Time;
namespace Detente.Tests.Judgement;
public class Survey
{
    static string Form(Clause c) => c.Sentence is TriggeredDuty d ? $"Duty:{d.Duty.Due.GetType().Name}{(d.Trigger is Trigger.OnRequest ? "Q" : "")}" : c.Sentence.GetType().Name;
    static string P(long? t) => t is not { } v ? "-" : v <= EventTime.Beginning ? "begin" : v >= EventTime.End ? "end" : Days.PrintInstant(v);
    static string Show(Finding? f) => f is null ? "nothing" : $"{f.Clause} {f.Party} '{f.Instance}' {f.Verdict}{(f.Late ? " late" : "")} [{string.Join(", ", f.Accounts.Select(a => $"{a.By} {a.Verdict}"))}] binds {f.Binds.State} since {P(f.Binds.Since)} by {f.Binds.By}, basis {f.Basis}, since {P(f.Since)}, until {P(f.Until)}, due {P(f.Due)}, left {f.Left}, cites [{string.Join(",", f.Cites)}], settled [{string.Join("; ", f.SettledBy.Select(n => $"{n.Verb} {n.By} {n.About} {P(n.AsOf)}"))}]";
    static IEnumerable<(string Cat, string Text)> Diffs(RandomWorld w, int points)
    {
        foreach (var (at, known) in w.Some(points))
        {
            IReadOnlyList<Finding> a, b; string? err = null;
            a = SlowOracle.Assess(w.Agreement, w.Record, at, known);
            try { b = new Assessor(w.Agreement, w.Record).Assess(at, known).Findings; } catch (Exception e) { err = e.GetType().Name + e.Message; b = []; }
            if (err is not null) { yield return ("ENGINE " + err, ""); continue; }
            var forms = w.Agreement.Clauses.ToDictionary(c => c.Id, Form);
            var keys = a.Concat(b).Select(f => (f.Clause, f.Party, f.Instance)).Distinct().ToList();
            var any = false;
            foreach (var k in keys)
            {
                var x = a.FirstOrDefault(f => (f.Clause, f.Party, f.Instance) == k);
                var y = b.FirstOrDefault(f => (f.Clause, f.Party, f.Instance) == k);
                var cat = new List<string>();
                if (x is null || y is null) cat.Add(x is null ? "extra in engine" : "missing in engine " + x.Verdict);
                else
                {
                    if (!x.Accounts.SequenceEqual(y.Accounts)) cat.Add("accounts " + string.Join(",", x.Accounts.Zip(y.Accounts).Where(p => p.First != p.Second).Select(p => $"{p.First.Verdict}/{p.Second.Verdict}").Take(1)));
                    else if (x.Verdict != y.Verdict) cat.Add("verdict");
                    else {
                    if (x.Late != y.Late) cat.Add("late");
                    if (x.Binds != y.Binds) cat.Add($"binds {x.Binds.State}/{y.Binds.State}");
                    if (x.Basis != y.Basis) cat.Add($"basis {x.Verdict} {x.Basis}/{y.Basis}");
                    if (x.Since != y.Since) cat.Add($"since {x.Verdict} {(x.Since is null ? "null" : "")}/{(y.Since is null ? "null" : "")}");
                    if (x.Until != y.Until) cat.Add("until");
                    if (x.Due != y.Due) cat.Add($"due {x.Verdict} {(x.Due is null ? "null" : "")}/{(y.Due is null ? "null" : "")}");
                    if (x.Left != y.Left) cat.Add("left");
                    if (!x.Cites.SequenceEqual(y.Cites)) cat.Add($"cites {x.Verdict} " + (x.Cites.ToHashSet().SetEquals(y.Cites) ? "order" : x.Cites.Except(y.Cites).Any() ? "more" : "fewer"));
                    if (!x.SettledBy.SequenceEqual(y.SettledBy)) cat.Add("settled");
                    }
                }
                foreach (var c in cat)
                {
                    any = true;
                    yield return ($"{forms[k.Clause]}{(w.Record.Statements.Any(s => s.JointWith.Count > 0 && s.Verb != Detente.Statements.Verb.Finds) ? " J" : "")} {(k.Instance is null ? "unnamed" : "named")} {c}", $"at {P(at)} known {P(known)}\n  oracle {Show(x)}\n  engine {Show(y)}\n");
                }
            }
            if (!any && !a.Select(f => (f.Clause, f.Party, f.Instance)).SequenceEqual(b.Select(f => (f.Clause, f.Party, f.Instance)))) yield return ("ORDER", $"{P(at)} {string.Join(" ", a.Select(f => (f.Clause, f.Party, f.Instance)))}\n{string.Join(" ", b.Select(f => (f.Clause, f.Party, f.Instance)))}");
        }
    }
    [Fact]
    public void Run()
    {
        var from = int.Parse(Environment.GetEnvironmentVariable("FROM") ?? "0");
        var n = int.Parse(Environment.GetEnvironmentVariable("N") ?? "300");
        var found = new Dictionary<string, (int Count, RandomWorld World)>();
        for (var s = from; s < from + n; s++)
        {
            var w = WorldGenerator.FromSeed(s);
            if (Environment.GetEnvironmentVariable("ONCE") is null && w.Agreement.Clauses.Any(c => c.Conditions.Any(k => k is Condition.Once))) continue;
            foreach (var c in Diffs(w, 12).Select(d => d.Cat).Distinct())
                found[c] = found.TryGetValue(c, out var old) ? (old.Count + 1, w.ToString().Length < old.World.ToString().Length ? w : old.World) : (1, w);
        }
        using var o = new StreamWriter(Path.Combine(Path.GetTempPath(), "oraclesurvey.txt"));
        o.Write($"{found.Count} categories\n");
        foreach (var (c, (count, w0)) in found.OrderByDescending(f => f.Value.Count)) o.Write($"{count,5} {c}\n");
        foreach (var (c, (count, w0)) in found.OrderByDescending(f => f.Value.Count).Take(40))
        {
            var w = w0;
            for (var again = true; again;)
            {
                again = false;
                foreach (var small in w.Smaller())
                    if (Diffs(small, 16).Any(d => d.Cat == c)) { w = small; again = true; break; }
            }
            o.Write($"\n=== {count} {c}\n{Diffs(w, 16).First(d => d.Cat == c).Text}{w}");
        }
    }
}
