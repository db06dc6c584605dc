namespace Detente.Geography;

/// <summary>A circle on the ground: every place within a radius of a centre, by geodesic.</summary>
/// <param name="Centre">The centre; its error widens what cannot be told.</param>
/// <param name="RadiusKm">Kilometres on the ground.</param>
public readonly record struct Circle(GeoPoint Centre, decimal RadiusKm);
