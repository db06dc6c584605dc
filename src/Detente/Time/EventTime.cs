using NodaTime;
using Detente.Quantities;

namespace Detente.Time;

/// <summary>How finely a time is known, and so how it is compared.</summary>
public enum Grain : byte
{
    /// <summary>An instant, or an interval of instants.</summary>
    Instant,

    /// <summary>A UTC day, or an interval of days. A comparison in which either side has this grain counts days.</summary>
    Day,

    /// <summary>An interval of instants made from a day by adding part of a day: days are not counted.</summary>
    Span,
}

/// <summary>
/// When something happened, as far as it is known: every instant from <see cref="FirstTick"/> to
/// <see cref="LastTick"/>, both included. A comparison is true if it holds for each of them, false if for none.
/// </summary>
/// <remarks>
/// Ticks are 100 ns since the Unix epoch, UTC without leap seconds. Two longs and a byte, because a record holds millions.
/// </remarks>
public readonly record struct EventTime
{
    /// <summary>Before every date a text can name: the open beginning of "by 1990".</summary>
    public const long Beginning = -2_000_000_000_000_000_000;

    /// <summary>After every date a text can name.</summary>
    public const long End = 2_000_000_000_000_000_000;

    /// <summary>Nothing is known of when: any instant there is.</summary>
    public static readonly EventTime AnyTime = new(Beginning, End, Grain.Instant);

    private EventTime(long first, long last, Grain grain)
    {
        if (first > last)
        {
            throw new ArgumentException($"An event time runs from {first} to {last}: its end is before its start.");
        }

        (FirstTick, LastTick, Grain) = (first, last, grain);
    }

    /// <summary>The first instant it can be.</summary>
    public long FirstTick { get; }

    /// <summary>The last instant it can be.</summary>
    public long LastTick { get; }

    /// <summary>How it is compared.</summary>
    public Grain Grain { get; }

    /// <summary>An instant known exactly.</summary>
    public static EventTime At(Instant instant) => AtTick(instant.ToUnixTimeTicks());

    /// <summary>An instant known exactly, in ticks since the Unix epoch.</summary>
    public static EventTime AtTick(long tick) => new(tick, tick, Grain.Instant);

    /// <summary>Any instant of the UTC day.</summary>
    public static EventTime On(LocalDate day) => Between(day, day);

    /// <summary>Any instant from the first day to the last, both included.</summary>
    public static EventTime Between(LocalDate first, LocalDate last) =>
        new(Days.StartOf(first), Days.EndOf(last), Grain.Day);

    /// <summary>Any instant up to the end of the day.</summary>
    public static EventTime By(LocalDate day) => new(Beginning, Days.EndOf(day), Grain.Day);

    /// <summary>Any instant from the first to the last, both included.</summary>
    public static EventTime Between(Instant first, Instant last) =>
        new(first.ToUnixTimeTicks(), last.ToUnixTimeTicks(), Grain.Instant);

    /// <summary>An interval of ticks with a grain; used by arithmetic in this room and by codecs.</summary>
    public static EventTime OfTicks(long first, long last, Grain grain) => new(first, last, grain);

    /// <summary>This time <paramref name="lapse"/> later, keeping what is not known of it.</summary>
    public EventTime Plus(Lapse lapse) => lapse.AddTo(this);

    /// <summary>
    /// Whether this is at or before <paramref name="other"/>. Where either is known only to the day, days are compared,
    /// and the same day counts as "at".
    /// </summary>
    public Truth AtOrBefore(EventTime other)
    {
        var countDays = (Grain == Grain.Day || other.Grain == Grain.Day) && Grain != Grain.Span && other.Grain != Grain.Span;
        return countDays
            ? Compare(Days.Of(FirstTick), Days.Of(LastTick), Days.Of(other.FirstTick), Days.Of(other.LastTick))
            : Compare(FirstTick, LastTick, other.FirstTick, other.LastTick);
    }

    /// <summary>Whether it lies in the half-open span, instant by instant.</summary>
    public Truth In(Window window)
    {
        if (FirstTick >= window.From && LastTick < window.Until)
        {
            return Truth.True;
        }

        return LastTick < window.From || FirstTick >= window.Until ? Truth.False : Truth.Unknown;
    }

    /// <summary>True when no instant satisfies both.</summary>
    public bool IsDisjointFrom(EventTime other) => LastTick < other.FirstTick || other.LastTick < FirstTick;

    /// <inheritdoc/>
    public override string ToString() => Days.Print(this);

    private static Truth Compare(long aFirst, long aLast, long bFirst, long bLast) =>
        aLast <= bFirst ? Truth.True : aFirst > bLast ? Truth.False : Truth.Unknown;
}
