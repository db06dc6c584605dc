using Detente.Node.Cases;
using Detente.Statements;
using Detente.Time;

namespace Detente.Node.Views;

/// <summary>The days of a case: where its sliders begin and end, and the days on which something was received.</summary>
/// <param name="First">First tick of the first day.</param>
/// <param name="Last">Last tick of the last day.</param>
/// <param name="Days">Last ticks of the days on which a statement became known or a notice took effect, in order; a long record is thinned.</param>
public sealed record TimeAxis(long First, long Last, IReadOnlyList<long> Days)
{
    /// <summary>More stops than this say less: a year of days still has them all.</summary>
    private const int MostDays = 400;

    /// <summary>The axis of a case.</summary>
    public static TimeAxis Of(LoadedCase of)
    {
        var days = new SortedSet<long>();
        foreach (var statement in of.Record.Statements)
        {
            Add(days, statement.Received);
            if (statement.Content is Notice { Effective: { } effective })
            {
                Add(days, effective);
            }
        }

        foreach (var date in new[] { of.Agreement.Signature, of.Agreement.EntryIntoForce })
        {
            if (date is { } day)
            {
                days.Add(Time.Days.EndOf(day));
            }
        }

        var all = days.Count == 0 ? [Time.Days.EndOfDayOf(0)] : days.ToList();
        var step = (all.Count + MostDays - 1) / MostDays;
        return new TimeAxis(all[0] - Time.Days.TicksPerDay + 1, all[^1], [.. all.Where((_, i) => i % step == 0 || i == all.Count - 1)]);
    }

    /// <summary>The number of the day that holds a tick, from 0 on the first; before and after the axis it is that of the nearest end.</summary>
    public long DayOf(long tick) => Time.Days.Of(Math.Clamp(tick, First, Last)) - Time.Days.Of(First);

    /// <summary>How many days there are.</summary>
    public long Count => Time.Days.Of(Last) - Time.Days.Of(First) + 1;

    private static void Add(SortedSet<long> days, EventTime time)
    {
        if (time.LastTick is > EventTime.Beginning and < EventTime.End)
        {
            days.Add(Time.Days.EndOfDayOf(time.LastTick));
        }
    }
}
