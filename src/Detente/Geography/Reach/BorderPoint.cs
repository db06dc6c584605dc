using Detente.Geography.Geodesics;

namespace Detente.Geography.Reach;

/// <summary>A place in space and on the map: metres from the Earth's centre (x to 0° E, y to 90° E, z to the north pole), and degrees.</summary>
internal readonly record struct BorderPoint(double X, double Y, double Z, double Latitude, double Longitude)
{
    /// <summary>A place on the ellipsoid.</summary>
    public static BorderPoint At(double latitude, double longitude)
    {
        var place = Ellipsoid.ToCartesian(new Position(latitude, longitude));
        return new BorderPoint(place.X, place.Y, place.Z, latitude, longitude);
    }

    /// <summary>A place of the piece between two, straight in longitude and latitude.</summary>
    public static Position Between(in BorderPoint p, in BorderPoint q, double part)
        => new(p.Latitude + (q.Latitude - p.Latitude) * part, p.Longitude + (q.Longitude - p.Longitude) * part);
}
