using NodaTime;
using NodaTime.Text;

namespace Detente.Time;

/// <summary>UTC days as spans of ticks, and how times are printed: a day as a day, an instant as an instant.</summary>
public static class Days
{
    /// <summary>Ticks of 100 ns in a day.</summary>
    public const long TicksPerDay = NodaConstants.TicksPerDay;

    private static readonly InstantPattern InstantText = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFFF'Z'");

    /// <summary>The number of the UTC day that holds the tick; day 0 is 1970-01-01.</summary>
    public static long Of(long tick) => Math.DivRem(tick, TicksPerDay) is var (quotient, remainder) && remainder < 0 ? quotient - 1 : quotient;

    /// <summary>The first tick of the day.</summary>
    public static long StartOf(LocalDate day) => day.AtMidnight().InUtc().ToInstant().ToUnixTimeTicks();

    /// <summary>The last tick of the day: what <c>--at</c> with a date means.</summary>
    public static long EndOf(LocalDate day) => StartOf(day) + TicksPerDay - 1;

    /// <summary>The last tick of the day that holds the tick.</summary>
    public static long EndOfDayOf(long tick) => (Of(tick) + 1) * TicksPerDay - 1;

    /// <summary>The UTC date that holds the tick.</summary>
    public static LocalDate DateOf(long tick) => Instant.FromUnixTimeTicks(tick).InUtc().Date;

    /// <summary>The instant, ISO 8601, to the second or finer where it has one.</summary>
    public static string PrintInstant(long tick) => InstantText.Format(Instant.FromUnixTimeTicks(tick));

    /// <summary>A date where the tick begins or ends a day, else the instant. An unbounded tick prints as nothing.</summary>
    public static string PrintTick(long tick)
    {
        if (tick is <= EventTime.Beginning or >= EventTime.End)
        {
            return "";
        }

        var withinDay = tick - Of(tick) * TicksPerDay;
        return withinDay == 0 || withinDay == TicksPerDay - 1 ? LocalDatePattern.Iso.Format(DateOf(tick)) : PrintInstant(tick);
    }

    internal static string Print(EventTime time)
    {
        if (time.FirstTick <= EventTime.Beginning)
        {
            // "by" a day means its end, so that an instant keeps its time of day even at midnight.
            return $"by {(time.Grain == Grain.Day ? PrintTick(time.LastTick) : PrintInstant(time.LastTick))}";
        }

        if (time.Grain == Grain.Day)
        {
            var (first, last) = (DateOf(time.FirstTick), DateOf(time.LastTick));
            return first == last ? LocalDatePattern.Iso.Format(first) : $"{LocalDatePattern.Iso.Format(first)}/{LocalDatePattern.Iso.Format(last)}";
        }

        return time.FirstTick == time.LastTick
            ? PrintInstant(time.FirstTick)
            : $"{PrintInstant(time.FirstTick)}/{PrintInstant(time.LastTick)}";
    }
}
