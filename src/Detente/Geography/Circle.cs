using Detente.Quantities;

namespace Detente.Geography;

/// <summary>A zone: every place within a radius of a centre.</summary>
/// <param name="Centre">The centre; its error widens what cannot be told.</param>
/// <param name="RadiusKm">Kilometres on the ground.</param>
public readonly record struct Circle(GeoPoint Centre, decimal RadiusKm)
{
    /// <summary>Inside, outside, or cannot be told.</summary>
    public Truth Contains(GeoPoint point) => Distance.Between(Centre, point).Within(new Amount(0, RadiusKm));
}
