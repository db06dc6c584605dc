using Detente.Quantities;

namespace Detente.Geography.Zones;

/// <summary>Whether a place lies in a zone, and the figures that say so.</summary>
/// <param name="Inside">True inside, false outside, unknown where it cannot be told.</param>
/// <param name="Measures">One for each part of the zone that has a measure, in the order of the zone.</param>
public sealed record ZoneAnswer(Truth Inside, IReadOnlyList<ZoneMeasure> Measures);

/// <summary>One distance that a zone's answer rests on.</summary>
/// <param name="Zone">The part of the zone.</param>
/// <param name="Inside">What the measure says of that part.</param>
/// <param name="DistanceKm">Kilometres, all errors in it. For land: to its border.</param>
/// <param name="AtMostKm">Inside up to this; null for land, where the side of the border counts.</param>
/// <param name="PlaceErrorKm">What the place's own error adds to either end.</param>
/// <param name="ZoneErrorKm">What the error of the zone's own centre adds.</param>
/// <param name="BorderErrorKm">What the border data's error adds.</param>
public readonly record struct ZoneMeasure(
    Zone Zone, Truth Inside, Amount DistanceKm, decimal? AtMostKm, decimal PlaceErrorKm, decimal ZoneErrorKm, decimal BorderErrorKm);
