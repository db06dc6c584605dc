namespace Detente.Geography;

/// <summary>A point on the ellipsoid WGS-84, to be computed with.</summary>
/// <param name="Latitude">Geographic latitude in degrees, −90 to 90, north positive.</param>
/// <param name="Longitude">Degrees, east positive; whole turns do not matter.</param>
public readonly record struct Position(double Latitude, double Longitude);
