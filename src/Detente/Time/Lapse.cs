using NodaTime;

namespace Detente.Time;

/// <summary>The unit a span of time is counted in.</summary>
public enum LapseUnit : byte
{
    /// <summary>60 seconds.</summary>
    Minute,

    /// <summary>60 minutes.</summary>
    Hour,

    /// <summary>24 hours UTC.</summary>
    Day,

    /// <summary>Seven days.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar year.</summary>
    Year,
}

/// <summary>Where a month or a year leads when the day has no counterpart (31 August + 6 months).</summary>
public enum MonthEnd : byte
{
    /// <summary>The text does not say: both readings are kept, as an interval.</summary>
    Unstated,

    /// <summary>The last day of the month.</summary>
    EndOfMonth,

    /// <summary>The first day of the following month.</summary>
    StartOfNextMonth,
}

/// <summary>A span of time as a text states it: <c>48 hours</c>, <c>29 months, rounding to the end of the month</c>.</summary>
/// <param name="Count">How many units; never negative.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Rounding">Only months and years need it.</param>
public readonly record struct Lapse(int Count, LapseUnit Unit, MonthEnd Rounding = MonthEnd.Unstated)
{
    /// <summary>True for months and years, which have no fixed length.</summary>
    public bool IsCalendar => Unit is LapseUnit.Month or LapseUnit.Year;

    /// <summary>True when it is a whole number of days, so that days can be counted.</summary>
    public bool IsWholeDays => IsCalendar || Ticks % Days.TicksPerDay == 0;

    /// <summary>Length in ticks of 100 ns; months and years have none.</summary>
    public long Ticks => Unit switch
    {
        LapseUnit.Minute => Count * NodaConstants.TicksPerMinute,
        LapseUnit.Hour => Count * NodaConstants.TicksPerHour,
        LapseUnit.Day => Count * NodaConstants.TicksPerDay,
        LapseUnit.Week => Count * NodaConstants.TicksPerWeek,
        _ => throw new InvalidOperationException($"{this} has no fixed length."),
    };

    /// <summary>Whether <paramref name="to"/> comes within this lapse after <paramref name="from"/>; equality counts.</summary>
    public Quantities.Truth HasRoomBetween(EventTime from, EventTime to) => AsSpanIfPartOfDay(to).AtOrBefore(AsSpanIfPartOfDay(AddTo(from)));

    /// <summary>Whether at least this lapse passes between <paramref name="from"/> and <paramref name="to"/>; equality counts.</summary>
    public Quantities.Truth PassesBetween(EventTime from, EventTime to) => AsSpanIfPartOfDay(AddTo(from)).AtOrBefore(AsSpanIfPartOfDay(to));

    /// <summary>The time this lapse after another. Days stay days unless part of a day is added.</summary>
    public EventTime AddTo(EventTime time)
    {
        if (!IsCalendar)
        {
            var grain = time.Grain == Grain.Day && !IsWholeDays ? Grain.Span : time.Grain;
            return EventTime.OfTicks(Shift(time.FirstTick, Ticks), Shift(time.LastTick, Ticks), grain);
        }

        var (first, last) = (AddCalendar(time.FirstTick, 1, preferLater: false), AddCalendar(time.LastTick, 1, preferLater: true));
        var widened = time.Grain == Grain.Instant && time.FirstTick == time.LastTick && first != last;
        return widened
            ? EventTime.Between(Days.DateOf(first), Days.DateOf(last))
            : EventTime.OfTicks(first, last, time.Grain);
    }

    /// <summary>The tick this many times the lapse after the anchor: periods are counted from the anchor and never chained.</summary>
    public long FromAnchor(long anchor, int times) => anchor is <= EventTime.Beginning or >= EventTime.End ? anchor
        : IsCalendar
        ? AddCalendar(anchor, times, preferLater: false)
        : anchor + Ticks * times;

    /// <summary>True when the day of <paramref name="tick"/> has no counterpart this lapse later or earlier and no rounding is stated.</summary>
    public bool IsAmbiguousFrom(long tick, int times) => Rounding == MonthEnd.Unstated && IsCalendar
        && AddCalendar(tick, times, preferLater: false) != AddCalendar(tick, times, preferLater: true);

    /// <inheritdoc/>
    public override string ToString()
    {
        var unit = Unit.ToString().ToLowerInvariant();
        return Count == 1 ? $"1 {unit}" : $"{Count} {unit}s";
    }

    private EventTime AsSpanIfPartOfDay(EventTime time) =>
        IsWholeDays || time.Grain != Grain.Day ? time : EventTime.OfTicks(time.FirstTick, time.LastTick, Grain.Span);

    private long AddCalendar(long tick, int times, bool preferLater)
    {
        if (tick is <= EventTime.Beginning or >= EventTime.End)
        {
            return tick;
        }

        var date = Days.DateOf(tick);
        var withinDay = tick - Days.StartOf(date);
        var months = Count * times * (Unit == LapseUnit.Year ? 12 : 1);
        var moved = date.PlusMonths(months);
        var hasCounterpart = moved.Day == date.Day;
        var later = Rounding == MonthEnd.StartOfNextMonth || (Rounding == MonthEnd.Unstated && preferLater);
        return Days.StartOf(!hasCounterpart && later ? moved.PlusDays(1) : moved) + withinDay;
    }

    private static long Shift(long tick, long by) => tick is <= EventTime.Beginning or >= EventTime.End ? tick : tick + by;
}
