namespace Detente.Geography.Geodesics;

/// <summary>Where a path ends.</summary>
/// <param name="Position">The end; its longitude from −180 to 180.</param>
/// <param name="Azimuth2">Degrees clockwise from north there, forward.</param>
public readonly record struct GeodesicDirect(Position Position, double Azimuth2);
