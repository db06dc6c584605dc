namespace Detente.Geography;

/// <summary>A point on the Earth's surface, WGS-84.</summary>
/// <param name="Latitude">Degrees, north positive.</param>
/// <param name="Longitude">Degrees, east positive.</param>
/// <param name="ErrorKm">The true place lies within this many kilometres.</param>
public readonly record struct GeoPoint(decimal Latitude, decimal Longitude, decimal ErrorKm = 0)
{
    /// <summary>The point itself, its error left aside.</summary>
    public Position Position => new((double)Latitude, (double)Longitude);
}
