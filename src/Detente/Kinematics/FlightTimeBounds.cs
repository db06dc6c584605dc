using Detente.Quantities;

namespace Detente.Kinematics;

/// <summary>A flight time with the parts it is made of. It is never one number without them.</summary>
/// <param name="Minutes">The sum of the parts; an unbounded end cannot be told.</param>
/// <param name="DistanceKm">The distance it was computed for.</param>
/// <param name="Parts">In the order in which they were added.</param>
public sealed record FlightTimeBounds(Amount Minutes, Amount DistanceKm, IReadOnlyList<TimePart> Parts)
{
    internal static FlightTimeBounds Sum(Amount distanceKm, params TimePart[] parts)
        => new(parts.Aggregate(Amount.Zero, (sum, part) => sum + part.Minutes), distanceKm, parts);
}
