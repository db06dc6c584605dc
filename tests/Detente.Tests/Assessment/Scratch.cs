using Detente.Assessment;
using Detente.Agreement.Model;
using Detente.Tests.Assessment.Oracle;
using Detente.Tests.Generators;
namespace Detente.Tests.Assessment;
public class Scratch
{
    [Fact]
    public void Stat()
    {
        var findings = Enumerable.Range(0, 2000).SelectMany(seed =>
        {
            var world = WorldGenerator.FromSeed(seed);
            var sentence = world.Agreement.Clauses.ToDictionary(c => c.Id, c => c.Sentence is TriggeredDuty d ? $"{d.Duty.Due.GetType().Name}{(d.Trigger is Trigger.OnRequest ? "Q" : "")}{(d.Otherwise.Count)}" : c.Sentence.GetType().Name);
            return world.Some(8).SelectMany(point => SlowOracle.Assess(world.Agreement, world.Record, point.At, point.Known)).Select(f => (f, s: sentence[f.Clause]));
        }).ToList();
        var t = string.Join("\n", findings.GroupBy(x => (x.s, x.f.Instance is null)).OrderBy(g => g.Key).Select(g => $"{g.Key} " + string.Join(" ", g.GroupBy(x => x.f.Verdict).OrderBy(v => v.Key).Select(v => $"{v.Key}={v.Count()}"))));
        t += "\n" + string.Join("\n", findings.GroupBy(x => x.f.Binds.State).Select(g => $"{g.Key} {g.Count()}"));
        t += "\nlate " + findings.Count(x => x.f.Late) + " until " + findings.Count(x => x.f.Until is not null) + " differ " + findings.Count(x => x.f.Accounts.Select(a => a.Verdict).Distinct().Count() > 1);
        Console.Error.WriteLine(t);
        File.WriteAllText(Path.Combine(Path.GetTempPath(), "oraclestat.txt"), t + "\n" + WorldGenerator.FromSeed(5) + WorldGenerator.FromSeed(6));
    }
}
