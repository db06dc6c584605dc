using Detente.Quantities;

namespace Detente.Kinematics;

/// <summary>
/// A figure of range with what it takes to be read: the same missile has several, depending on definition, profile and
/// payload (MTCR, definitions of range and payload of September 2002).
/// </summary>
/// <param name="Kind">How the missile flies.</param>
/// <param name="Definition">What the figure is the range of.</param>
/// <param name="Km">Kilometres on the ground.</param>
/// <param name="Profile">The path flown or assumed, in the source's words; empty where it says none.</param>
/// <param name="PayloadKg">Kilograms; null where the source says none.</param>
/// <param name="Source">Who says so.</param>
public sealed record RangeClaim(FlightKind Kind, RangeDefinition Definition, Amount Km, string Profile, Amount? PayloadKg, string Source)
{
    /// <summary>
    /// The greatest tested range that a set of flights shows: at least the farthest of them, and at most that where the set is known to be whole.
    /// </summary>
    /// <param name="flights">Tests of one missile.</param>
    /// <param name="areAll">True where the set is known to hold every test; else another may have gone farther.</param>
    /// <param name="source">Who says so.</param>
    public static RangeClaim Tested(IReadOnlyList<ObservedFlight> flights, bool areAll, string source)
    {
        var farthest = flights.Count == 0 ? Amount.Zero : flights.Select(flight => flight.RangeKm).Aggregate(Farther);
        return new RangeClaim(FlightKind.Ballistic, RangeDefinition.GreatestTested, areAll ? farthest : farthest with { High = null, HighOpen = false }, "", null, source);
    }

    /// <summary>The greater of two amounts, each known as an interval.</summary>
    private static Amount Farther(Amount a, Amount b)
    {
        var (low, high) = (a.Low is { } x && b.Low is { } y ? (x > y || (x == y && a.LowOpen) ? a : b) : a.Low is null ? b : a,
            a.High is { } u && b.High is { } v ? (u > v || (u == v && !a.HighOpen) ? a : b) : a.High is null ? a : b);
        return new Amount(low.Low, high.High, low.LowOpen, high.HighOpen);
    }
}
