using System.Globalization;

namespace Detente.Quantities;

/// <summary>
/// A count or a measure known as an interval. Either end may be unbounded (<c>null</c>), open (the end itself is
/// excluded) or closed. An amount has no unit: whoever holds it knows what it counts.
/// </summary>
/// <param name="Low">The least it can be; <c>null</c> when nothing bounds it from below.</param>
/// <param name="High">The most it can be; <c>null</c> when nothing bounds it from above.</param>
/// <param name="LowOpen">True when it is over <paramref name="Low"/> and never equal to it.</param>
/// <param name="HighOpen">True when it is under <paramref name="High"/> and never equal to it.</param>
public readonly record struct Amount(decimal? Low, decimal? High, bool LowOpen = false, bool HighOpen = false)
{
    /// <summary>Nothing is known of a count: from none to without bound.</summary>
    public static readonly Amount AnyCount = new(0, null);

    /// <summary>None.</summary>
    public static readonly Amount Zero = Exactly(0);

    /// <summary>An amount known exactly.</summary>
    public static Amount Exactly(decimal value) => new(value, value);

    /// <summary>True when it is one number.</summary>
    public bool IsExact => Low is not null && Low == High && !LowOpen && !HighOpen;

    /// <summary>True when no number satisfies it: figures that do not reconcile.</summary>
    public bool IsEmpty => Low is { } low && High is { } high && (low > high || (low == high && (LowOpen || HighOpen)));

    /// <summary>Whether it lies wholly inside <paramref name="other"/> (true), wholly outside (false), or cannot be told.</summary>
    public Truth Within(Amount other)
    {
        if (Intersect(other).IsEmpty)
        {
            return Truth.False;
        }

        var lowInside = other.Low is not { } otherLow
            || (Low is { } low && (low > otherLow || (low == otherLow && (LowOpen || !other.LowOpen))));
        var highInside = other.High is not { } otherHigh
            || (High is { } high && (high < otherHigh || (high == otherHigh && (HighOpen || !other.HighOpen))));
        return lowInside && highInside ? Truth.True : Truth.Unknown;
    }

    /// <summary>True when no number satisfies both: the only way two accounts of an amount contradict.</summary>
    public bool IsDisjointFrom(Amount other) => Intersect(other).IsEmpty;

    /// <summary>What satisfies both; empty when nothing does.</summary>
    public Amount Intersect(Amount other)
    {
        var (low, lowOpen) = Tighter(Low, LowOpen, other.Low, other.LowOpen, 1);
        var (high, highOpen) = Tighter(High, HighOpen, other.High, other.HighOpen, -1);
        return new Amount(low, high, lowOpen, highOpen);
    }

    /// <summary>The sum; an unbounded end stays unbounded.</summary>
    public static Amount operator +(Amount a, Amount b) =>
        new(a.Low + b.Low, a.High + b.High, a.LowOpen || b.LowOpen, a.HighOpen || b.HighOpen);

    /// <summary>A count less another, never below none.</summary>
    public Amount Less(Amount taken) => new(
        Low is { } low && taken.High is { } most ? Math.Max(0, low - most) : 0,
        High is { } high ? Math.Max(0, high - (taken.Low ?? 0)) : null);

    /// <summary>The product of two counts, each at least zero.</summary>
    public static Amount operator *(Amount a, Amount b) => new(
        (a.Low ?? 0) * (b.Low ?? 0),
        a.High == 0 || b.High == 0 ? 0 : a.High * b.High);

    /// <inheritdoc/>
    public override string ToString() => (Low, High) switch
    {
        (null, null) => "not known",
        ({ } low, { } high) when IsExact => Text(low),
        ({ } low, null) => $"{(LowOpen ? "over" : "at least")} {Text(low)}",
        (null, { } high) => $"{(HighOpen ? "under" : "at most")} {Text(high)}",
        ({ } low, { } high) => $"{(LowOpen ? "over " : "")}{Text(low)} to {(HighOpen ? "under " : "")}{Text(high)}",
    };

    private static string Text(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private static (decimal? End, bool Open) Tighter(decimal? a, bool aOpen, decimal? b, bool bOpen, int sign) => (a, b) switch
    {
        (null, _) => (b, bOpen),
        (_, null) => (a, aOpen),
        ({ } x, { } y) when x == y => (x, aOpen || bOpen),
        ({ } x, { } y) => sign * x.CompareTo(y) > 0 ? (x, aOpen) : (y, bOpen),
    };
}
