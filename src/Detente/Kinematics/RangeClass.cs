using Detente.Quantities;

namespace Detente.Kinematics;

/// <summary>A class of missiles by range, as an agreement defines it: the interval, and for each kind what counts as its range.</summary>
/// <param name="Name">As the agreement calls it.</param>
/// <param name="Km">Kilometres; each end open or closed as the text has it.</param>
/// <param name="Definitions">What counts as the range of each kind. A kind that is not listed has no defined range.</param>
public sealed record RangeClass(string Name, Amount Km, IReadOnlyDictionary<FlightKind, RangeDefinition> Definitions)
{
    /// <summary>INF Treaty, 1987, Article VII(4).</summary>
    private static readonly IReadOnlyDictionary<FlightKind, RangeDefinition> OfInf = new Dictionary<FlightKind, RangeDefinition>
    {
        [FlightKind.Ballistic] = RangeDefinition.GreatestTested,
        [FlightKind.Cruise] = RangeDefinition.FuelExhaustion,
    };

    /// <summary>INF Treaty, Article II(5): over 1,000 km and at most 5,500 km.</summary>
    public static readonly RangeClass IntermediateRange = new("intermediate-range", new Amount(1000, 5500, LowOpen: true), OfInf);

    /// <summary>INF Treaty, Article II(6): at least 500 km and at most 1,000 km.</summary>
    public static readonly RangeClass ShorterRange = new("shorter-range", new Amount(500, 1000), OfInf);

    /// <summary>
    /// Whether a missile with this range belongs to the class. It cannot be told where the figure has another definition than the class,
    /// or where its interval crosses an end.
    /// </summary>
    public Truth Holds(RangeClaim claim)
        => Definitions.TryGetValue(claim.Kind, out var definition) && definition == claim.Definition ? claim.Km.Within(Km) : Truth.Unknown;
}
