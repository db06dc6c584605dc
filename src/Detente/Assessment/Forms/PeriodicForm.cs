using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Forms;

/// <summary>Declarations owed once or at the end of each period (rule 7.5).</summary>
internal static class PeriodicForm
{
    public static IEnumerable<Instance> Instances(Scene scene, Clause clause, Periodic periodic)
    {
        var anchor = scene.Timetable.Tick(periodic.AsOf);
        foreach (var party in scene.Bearers(periodic.Bearer))
        {
            yield return new Instance(clause, party, null, scene.FromBase(clause, party, Verdict.NotTriggered), _ => new Evidence());
            if (anchor is not { } start || scene.Timetable.Base(clause, party) is not { IsEmpty: false } whole)
            {
                continue;
            }

            if (periodic.Every is not { } every)
            {
                if (!scene.MayBeInBase(clause, party, EventTime.AtTick(start == whole.Until ? start - 1 : start)))
                {
                    continue;
                }

                var name = $"as of {Days.PrintTick(start)}";
                yield return Of(scene, clause, periodic, party, name, start, whole.From);
                continue;
            }

            for (var k = 1; k <= MaxPeriods; k++)
            {
                var (begin, end) = (every.FromAnchor(start, k - 1), every.FromAnchor(start, k));
                if (end > whole.Until || (whole.Until >= EventTime.End && begin > scene.LatestTick))
                {
                    break;
                }

                if (end >= whole.From && scene.MayBeInBase(clause, party, EventTime.AtTick(end == whole.Until ? end - 1 : end)))
                {
                    yield return Of(scene, clause, periodic, party, $"period {k}", end, begin);
                }
            }
        }
    }

    /// <summary>A bound on how many periods an agreement without end may be asked about: 2,000, a thousand years of half-years.</summary>
    private const int MaxPeriods = 2000;

    private static Instance Of(Scene scene, Clause clause, Periodic periodic, string party, string name, long end, long begin)
    {
        var day = EventTime.On(Days.DateOf(end));
        var deadline = new Deadline(day, periodic.Within);
        var tracks = new Track[scene.Accounts.Length];
        for (var i = 0; i < tracks.Length; i++)
        {
            tracks[i] = Judge(scene, clause, periodic, party, scene.Accounts[i], deadline, begin);
        }

        return new Instance(clause, party, name, tracks, query =>
        {
            var evidence = new Evidence();
            foreach (var deed in Declarations(scene, periodic, party, deadline.Trigger))
            {
                evidence.RestsOn(scene, deed.Said!.Value, party);
            }

            if (query.Step.Verdict == Verdict.Undetermined)
            {
                evidence.Needs.Add(new Need(Verb.Declares, party, periodic.Exchange, end));
            }

            return evidence;
        });
    }

    private static Track Judge(Scene scene, Clause clause, Periodic periodic, string party, Account account, Deadline deadline, long begin)
    {
        var deeds = Declarations(scene, periodic, party, deadline.Trigger);
        var best = deadline.Best(deeds);
        var lines = account.Coverage.OfMessages(party);
        var isCovered = CoverageMap.FirstGap(lines, new Window(deadline.Trigger.FirstTick, deadline.Due + 1)) is null;
        var track = Track.Of(new Step(Math.Min(begin, deadline.Trigger.FirstTick), Verdict.Pending, Due: deadline.Due));
        foreach (var step in deadline.Judge(best, isCovered).Steps)
        {
            track.Add(step);
        }

        // A period that ends as the clause ceases is still owed.
        var end = deadline.Trigger.FirstTick;
        var ceases = end == scene.Timetable.Base(clause, party, account.Party)?.Until || scene.Bound(clause, party, account).Any(w => w.Until == end);
        var tick = ceases ? end - 1 : end;
        var instant = EventTime.AtTick(tick);
        track.ReleasedBy(scene.Bound(clause, party, account), deadline, instant, best);
        return track.WithVerdicts(verdict => scene.Gate(clause, party, account, instant, verdict));
    }

    /// <summary>Declarations as of the day, or the day before it; an as-of that only holds it cannot be told.</summary>
    private static List<DoneDeed> Declarations(Scene scene, Periodic periodic, string party, EventTime day)
    {
        var deeds = new List<DoneDeed>();
        foreach (var said in scene.Knowledge.JudgedOn(scene.Knowledge.Ledger.HoldingsSaid))
        {
            if (said.Content is not Holdings holdings || holdings.Exchange != periodic.Exchange || !said.IsBy(party) || said.Last.Verb != Verb.Declares)
            {
                continue;
            }

            var (first, last, end) = (Days.Of(holdings.AsOf.FirstTick), Days.Of(holdings.AsOf.LastTick), Days.Of(day.FirstTick));
            var isIt = first == last ? Kleene.Known(first == end || first == end - 1)
                : first <= end && last >= end - 1 ? Truth.Unknown : Truth.False;
            if (isIt != Truth.False)
            {
                deeds.Add(new DoneDeed(scene.Knowledge.SentOrReceived(said, periodic.ByDispatch), isIt, said, null));
            }
        }

        return deeds;
    }
}
