using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Forms;

/// <summary>Limits on a count or a summed property, in phases (rule 7.1).</summary>
internal static class LimitForm
{
    public static IEnumerable<Instance> Instances(Scene scene, Clause clause, Limit limit)
    {
        foreach (var party in scene.Bearers(limit.Bearer))
        {
            var tracks = new Track[scene.Accounts.Length];
            for (var i = 0; i < tracks.Length; i++)
            {
                tracks[i] = Judge(scene, clause, limit, party, scene.Accounts[i]);
            }

            yield return new Instance(clause, party, null, tracks, query => EvidenceOf(scene, clause, limit, party, query));
        }
    }

    /// <summary>The limited windows and the number that holds in each.</summary>
    private static List<(Window Window, int Max)> Limited(Scene scene, Clause clause, Limit limit, string party, Account account)
    {
        var limited = new List<(Window, int)>();
        var bound = scene.Bound(clause, party, account);
        foreach (var phase in limit.Phases)
        {
            var from = phase.From is { } start ? scene.Timetable.Tick(start) ?? EventTime.End : EventTime.Beginning;
            var until = scene.Timetable.EndTick(phase.Until);
            foreach (var window in bound)
            {
                var both = window.Intersect(new Window(from, until));
                if (!both.IsEmpty)
                {
                    limited.Add((both, phase.Max));
                }
            }
        }

        // Outside every phase nothing is limited, but the clause binds.
        foreach (var window in bound)
        {
            limited.AddRange(Windows.Less(window, [.. limited.Select(l => l.Item1)]).Select(free => (free, int.MaxValue)));
        }

        return [.. limited.OrderBy(l => l.Item1.From)];
    }

    private static Track Judge(Scene scene, Clause clause, Limit limit, string party, Account account)
    {
        var limited = Limited(scene, clause, limit, party, account);
        var from = scene.Timetable.Base(clause, party, account.Party)?.From;
        var track = Track.Of(new Step(EventTime.Beginning, Verdict.Pending, Due: limited.Count > 0 ? limited[0].Window.From : from));
        if (limited.Count == 0)
        {
            return track;
        }

        var held = Stock.Held(account, party, limit).Total;
        long? over = null, until = null, doubtful = null;
        foreach (var (window, max) in limited)
        {
            var ticks = held.Steps.Select(s => s.From).Where(t => t > window.From && t < window.Until).Prepend(window.From);
            foreach (var tick in ticks)
            {
                var amount = held.At(tick);
                var isUnder = max == int.MaxValue || amount.High <= max;
                if (over is null && amount.Low > max && max != int.MaxValue)
                {
                    over = tick;
                }
                else if (over is not null && until is null && isUnder)
                {
                    until = tick;
                }

                doubtful ??= isUnder ? null : tick;
                track.Add(StepAt(tick));
            }

            if (over is not null && until is null && !limited.Exists(l => l.Window.From == window.Until))
            {
                until = window.Until;
                track.Add(StepAt(window.Until));
            }
        }

        return track;

        Step StepAt(long tick) => over is not null ? new Step(tick, Verdict.NotKept, Since: over, Until: until)
            : doubtful is not null ? new Step(tick, Verdict.Undetermined, Since: doubtful)
            : new Step(tick, Verdict.Kept, Since: limited[0].Window.From);
    }

    private static Evidence EvidenceOf(Scene scene, Clause clause, Limit limit, string party, EvidenceQuery query)
    {
        var evidence = new Evidence();
        var (verdict, since) = (query.Step.Verdict, query.Step.Since);
        if (verdict == Verdict.Pending)
        {
            return evidence;
        }

        var account = query.Account;
        var limited = Limited(scene, clause, limit, party, account);
        var lastBound = limited.Where(l => l.Window.From <= query.At).Max(l => l.Window.Until - 1);
        var tick = verdict == Verdict.Kept ? Math.Min(query.At, lastBound) : since!.Value;
        var stock = Stock.Held(account, party, limit);
        foreach (var line in stock.Lines)
        {
            AddLine(scene, limit, party, account, line, tick, verdict, evidence);
        }

        foreach (var unseen in stock.Unseen)
        {
            if (unseen.LastComplete(tick) is { } complete)
            {
                evidence.RestsOn(scene, complete.Said, party);
                RestsOnCoverage(account.Coverage.OfFlow(verdict == Verdict.Kept, party, unseen.Selector), complete.Tick, tick, verdict, evidence);
            }
        }

        if (verdict == Verdict.Undetermined)
        {
            evidence.Needs.Add(new Need(Verb.Declares, party, limit.Items[0].Term, since));
        }

        return evidence;
    }

    private static void AddLine(Scene scene, Limit limit, string party, Account account, StockLine line, long tick, Verdict verdict, Evidence evidence)
    {
        if (!scene.Glossary.Classes.Any(c => limit.Items.Any(i => i.Term == c.Name) && c.OneOf.Any(n => n.Name == line.Type)))
        {
            foreach (var said in scene.Describing(line.Type))
            {
                evidence.RestsOn(scene, said, party);
            }
        }

        var stream = line.Taken(tick);
        var reset = stream.LastReset(tick);
        if (reset is not null)
        {
            evidence.RestsOn(scene, reset.Said, party);
            foreach (var lines in HoldingsStream.Flows(account, party, line.Of, verdict == Verdict.Kept))
            {
                RestsOnCoverage(lines, reset.Tick, tick, verdict, evidence);
            }
        }

        foreach (var act in stream.ActsCounted(tick))
        {
            evidence.RestsOn(scene, act.Subject, party);
        }
    }

    private static void RestsOnCoverage(IReadOnlyList<Covered> lines, long from, long tick, Verdict verdict, Evidence evidence)
    {
        if (verdict is Verdict.Kept or Verdict.NotKept)
        {
            evidence.Rests(CoverageMap.Weakest(lines, [new Window(from, tick + 1)]));
        }
    }
}
