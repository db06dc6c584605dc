using Detente.Quantities;
using Detente.Time;

namespace Detente.Assessment.Forms;

/// <summary>When something falls due after a trigger, and what a deed does to it (rule 7.4).</summary>
/// <param name="Trigger">The trigger's time.</param>
/// <param name="Lapse">How long.</param>
internal readonly record struct Deadline(EventTime Trigger, Lapse Lapse)
{
    /// <summary>When it falls due, as far as the trigger's time tells.</summary>
    public EventTime Time => Trigger.Plus(Lapse);

    /// <summary>The deadline as what the next link counts from: its last tick.</summary>
    public EventTime AsTrigger => EventTime.AtTick(Due);

    /// <summary>The last tick at which a deed can still be in time.</summary>
    public long Due => Time.LastTick;

    /// <summary>The last tick at which a deed is certainly in time; counted in days, the end of the day.</summary>
    public long Doubt => Time.Grain == Grain.Day ? Days.EndOfDayOf(Time.FirstTick) : Time.FirstTick;

    /// <summary>Whether a deed is in time; one that may not have been done cannot be told.</summary>
    public Truth IsInTime(DoneDeed deed) => deed.Done == Truth.Unknown ? Truth.Unknown : Lapse.HasRoomBetween(Trigger, deed.Time);

    /// <summary>The verdict over time where no deadline is stated: pending until done.</summary>
    public static Track Unstated(EventTime trigger, List<DoneDeed> deeds)
    {
        var track = Track.Of(new Step(trigger.FirstTick, Verdict.Pending));
        foreach (var (truth, verdict) in new[] { (Truth.Unknown, Verdict.Undetermined), (Truth.True, Verdict.Kept) })
        {
            if (deeds.Where(d => d.Done == truth).Select(d => (long?)d.Time.LastTick).Min() is { } done)
            {
                track.Add(new Step(Math.Max(trigger.FirstTick, done), verdict));
            }
        }

        return track;
    }

    /// <summary>The deed that tells most: in time, then doubtful, then late; the earliest of them.</summary>
    public DoneDeed? Best(List<DoneDeed> deeds)
    {
        DoneDeed? best = null;
        var bestTruth = Truth.False;
        foreach (var deed in deeds)
        {
            var truth = IsInTime(deed);
            if (best is not { } soFar || truth > bestTruth || (truth == bestTruth && deed.Time.LastTick < soFar.Time.LastTick))
            {
                (best, bestTruth) = (deed, truth);
            }
        }

        return best;
    }

    /// <summary>The verdict over time, given the best deed, or without one whether silence up to the deadline means none.</summary>
    public Track Judge(DoneDeed? best, bool isCovered)
    {
        var due = Due;
        var track = Track.Of(new Step(Trigger.FirstTick, Verdict.Pending, Due: due));
        if (best is not { } deed)
        {
            if (Doubt < due)
            {
                track.Add(new Step(Doubt + 1, Verdict.Undetermined, Due: due));
            }

            track.Add(isCovered
                ? new Step(due + 1, Verdict.NotKept, Since: due + 1, Due: due)
                : new Step(due + 1, Verdict.Undetermined, Due: due));
            return track;
        }

        switch (IsInTime(deed))
        {
            case Truth.True:
                track.Add(new Step(Math.Max(Trigger.FirstTick, deed.Time.LastTick), Verdict.Kept, Due: due));
                break;
            case Truth.Unknown:
                track.Add(new Step(Math.Max(Trigger.FirstTick, Math.Min(due, deed.Time.LastTick)), Verdict.Undetermined, Due: due));
                break;
            default:
                track.Add(new Step(due + 1, Verdict.NotKept, Since: due + 1, Due: due));
                track.Add(new Step(Math.Max(due + 1, deed.Time.LastTick), Verdict.NotKept, Since: due + 1, Until: deed.Time.FirstTick, Due: due));
                break;
        }

        return track;
    }
}
