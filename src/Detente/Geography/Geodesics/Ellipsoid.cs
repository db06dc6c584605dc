using Detente.Functions;

namespace Detente.Geography.Geodesics;

/// <summary>WGS-84 as a surface in space and as an area.</summary>
public static class Ellipsoid
{
    /// <summary>The surface, square metres.</summary>
    public const double Area = 510065621724088.51;

    /// <summary>Earth-centred, Earth-fixed coordinates of a point on the surface, metres: X through longitude 0, Z through the north pole.</summary>
    public static Cartesian ToCartesian(Position position)
    {
        var (sin, cos) = Elementary.SinCosDegrees(position.Latitude);
        var (sinLongitude, cosLongitude) = Elementary.SinCosDegrees(position.Longitude);
        var normal = Wgs84.A / Math.Sqrt(1 - Wgs84.E2 * sin * sin);
        return new Cartesian(normal * cos * cosLongitude, normal * cos * sinLongitude, (1 - Wgs84.E2) * normal * sin);
    }

    /// <summary>The position of a point of the surface; of a point near to it, the position on the same ray from the centre.</summary>
    public static Position FromCartesian(Cartesian point)
    {
        var axis = Math.Sqrt(point.X * point.X + point.Y * point.Y);
        return new Position(
            Elementary.Atan2Degrees(point.Z, (1 - Wgs84.E2) * axis),
            Elementary.Atan2Degrees(point.Y, point.X));
    }
}
