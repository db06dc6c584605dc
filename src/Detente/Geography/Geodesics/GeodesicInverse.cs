namespace Detente.Geography.Geodesics;

/// <summary>The shortest path between two points.</summary>
/// <param name="DistanceMetres">Its length s₁₂.</param>
/// <param name="Azimuth1">Degrees clockwise from north at the first point, −180 to 180, along the path.</param>
/// <param name="Azimuth2">The same at the second point, still forward.</param>
/// <param name="ReducedLengthMetres">m₁₂: by how many metres the second point moves sideways for each radian the first azimuth turns.</param>
public readonly record struct GeodesicInverse(double DistanceMetres, double Azimuth1, double Azimuth2, double ReducedLengthMetres);
