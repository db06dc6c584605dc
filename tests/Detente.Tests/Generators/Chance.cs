using Detente.Time;
using NodaTime;

namespace Detente.Tests.Generators;

/// <summary>Choices from a seed, and the few times everything happens at.</summary>
internal sealed class Chance(int seed)
{
    /// <summary>Entry into force, in every world where the agreement gives it.</summary>
    public static readonly LocalDate Start = new(2000, 3, 1);

    /// <summary>Days that lie 29, 30, 31 days, a half-year or a year apart, and a month's end without counterpart.</summary>
    private static readonly int[] DayPool = [-1, 0, 1, 9, 10, 29, 30, 31, 32, 33, 59, 60, 61, 183, 184, 365, 366];

    /// <summary>Hours of the clock of a 48-hour duty.</summary>
    private static readonly int[] HourPool = [0, 10, 10, 10, 11, 26, 58, 58, 59];

    private readonly Random random = new(seed);

    public bool Of(int percent) => random.Next(100) < percent;

    public int Below(int count) => random.Next(count);

    public T One<T>(params IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public T? Maybe<T>(int percent, Func<T> make)
        where T : class => Of(percent) ? make() : null;

    public List<T> Some<T>(int atLeast, int atMost, Func<T> make) => [.. Enumerable.Range(0, random.Next(atLeast, atMost + 1)).Select(_ => make())];

    public LocalDate Day() => Start.PlusDays(One(DayPool));

    public Instant Moment() => Day().AtMidnight().InUtc().ToInstant() + Duration.FromHours(One(HourPool)) + (Of(4) ? Duration.FromTicks(1) : Duration.Zero);

    /// <summary>A day, an instant, or an interval of either.</summary>
    public EventTime Time()
    {
        var (day, other) = (Day(), Day());
        var (moment, later) = (Moment(), Moment());
        return Below(40) switch
        {
            < 20 => EventTime.On(day),
            < 35 => EventTime.At(moment),
            35 => EventTime.Between(LocalDate.Min(day, other), LocalDate.Max(day, other)),
            36 => EventTime.Between(Instant.Min(moment, later), Instant.Max(moment, later)),
            37 => EventTime.By(day),
            _ => EventTime.At(day.AtMidnight().InUtc().ToInstant()),
        };
    }

    /// <summary>A receipt: as a time, but never open at its beginning.</summary>
    public EventTime Receipt() => Time() is { FirstTick: > EventTime.Beginning } time ? time : EventTime.On(Day());

    public EventTime? MaybeTime(int percent) => Of(percent) ? Time() : null;

    public Lapse Lapse() => One(
        new Lapse(48, LapseUnit.Hour), new Lapse(16, LapseUnit.Hour), new Lapse(30, LapseUnit.Day), new Lapse(10, LapseUnit.Day), new Lapse(1, LapseUnit.Day),
        new Lapse(1, LapseUnit.Month, MonthEnd.EndOfMonth), new Lapse(6, LapseUnit.Month, MonthEnd.EndOfMonth), new Lapse(1, LapseUnit.Month));
}
