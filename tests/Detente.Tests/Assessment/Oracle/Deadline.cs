using Detente.Assessment;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>7.4: something done that may be what is owed.</summary>
internal sealed record Done(EventTime Time, bool IsCertain, Statement Position, Basis? Basis, IReadOnlyList<Word> Cites);

/// <summary>7.4: one link of a duty in one account: its steps and when it falls due.</summary>
internal sealed record Link(Steps Steps, long? Due);

/// <summary>7.4: within D after a time.</summary>
internal static class Deadline
{
    /// <summary>7.4: from the last instant of the time a lapse later; counted in days, the end of the day.</summary>
    public static long Due(EventTime from, Lapse lapse) =>
        lapse.AddTo(from) is { Grain: Grain.Day } days ? Days.EndOfDayOf(days.LastTick) : lapse.AddTo(from).LastTick;

    /// <summary>7.4: the steps of what is owed within a lapse after a time.</summary>
    /// <param name="from">The time it is owed after.</param>
    /// <param name="lapse">How long after.</param>
    /// <param name="deeds">What was done.</param>
    /// <param name="isCovered">Whether silence over a window means that nothing was done.</param>
    /// <param name="pendingFrom">The first step.</param>
    /// <param name="bound">The bound windows.</param>
    public static Link Within(EventTime from, Lapse lapse, IEnumerable<Done> deeds, Func<Window, bool> isCovered, long pendingFrom, IEnumerable<Window> bound)
    {
        var due = Due(from, lapse);
        var room = lapse.AddTo(from);
        var doubt = room.Grain == Grain.Day ? Days.EndOfDayOf(room.FirstTick) : room.FirstTick;
        var (best, inTime) = Best(deeds, deed => deed.IsCertain ? lapse.HasRoomBetween(from, deed.Time) : Truth.Unknown);
        Outcome Of(Verdict verdict, long? since = null, long? until = null) =>
            new(verdict, since, until, due) { Basis = best?.Basis };

        var steps = new Steps().Then(pendingFrom, Of(Verdict.Pending));
        if (best is null)
        {
            if (doubt < due)
            {
                steps.Then(doubt + 1, Of(Verdict.Undetermined));
            }

            var isKnown = isCovered(new Window(from.FirstTick, due + 1));
            steps.Then(due + 1, isKnown ? Of(Verdict.NotKept, due + 1) : Of(Verdict.Undetermined));
        }
        else if (inTime == Truth.True)
        {
            steps.Then(Math.Max(from.FirstTick, best.Time.LastTick), Of(Verdict.Kept));
        }
        else if (inTime == Truth.Unknown)
        {
            steps.Then(Math.Max(from.FirstTick, Math.Min(due, best.Time.LastTick)), Of(Verdict.Undetermined));
        }
        else
        {
            steps.Then(due + 1, Of(Verdict.NotKept, due + 1)).Then(best.Time.LastTick, Of(Verdict.NotKept, due + 1, best.Time.FirstTick));
        }

        var holds = bound.Where(window => from.In(window) == Truth.True).Select(window => (long?)window.Until).FirstOrDefault();
        if (holds is { } end && due > end && inTime != Truth.True)
        {
            steps.From(end, Outcome.NotTriggered);
        }

        return new Link(steps, due);
    }

    /// <summary>7.4: without a stated deadline: kept once done, else pending.</summary>
    public static Link Ever(EventTime from, IEnumerable<Done> deeds)
    {
        var (best, inTime) = Best(deeds, deed => deed.IsCertain ? Truth.True : Truth.Unknown);
        var steps = new Steps().Then(from.FirstTick, new Outcome(Verdict.Pending));
        if (best is not null)
        {
            steps.Then(best.Time.LastTick, new Outcome(inTime == Truth.True ? Verdict.Kept : Verdict.Undetermined) { Basis = best.Basis });
        }

        return new Link(steps, null);
    }

    /// <summary>7.4: the best: in time before perhaps in time before late; then the least last tick, then position.</summary>
    private static (Done? Deed, Truth InTime) Best(IEnumerable<Done> deeds, Func<Done, Truth> inTime) => deeds
        .Select(deed => ((Done?)deed, InTime: inTime(deed)))
        .OrderByDescending(one => one.InTime).ThenBy(one => one.Item1!.Time.LastTick).ThenBy(one => one.Item1!.Position, Knowledge.Order)
        .FirstOrDefault((null, Truth.False));
}
