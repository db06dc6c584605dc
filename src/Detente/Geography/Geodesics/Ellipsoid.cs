using Detente.Functions;

namespace Detente.Geography.Geodesics;

/// <summary>WGS-84 as a body in space, and as an area in longitude and latitude.</summary>
public static class Ellipsoid
{
    /// <summary>The whole surface, square metres.</summary>
    public const double Area = 510065621724088.51;

    /// <summary>The longest of all shortest paths: from pole to pole, metres.</summary>
    public const double LongestDistance = 20003931.458625447;

    /// <summary>The least radius of curvature, b²/a: along a meridian, at the equator. Metres.</summary>
    public const double LeastCurvatureRadius = 6335439.32729282;

    /// <summary>The greatest radius of curvature, a²/b: at a pole. Metres.</summary>
    public const double GreatestCurvatureRadius = 6399593.625758493;

    /// <summary>What coordinates in space and distances made from them are rounded by, metres, widely.</summary>
    private const double Rounding = 2e-8;

    /// <summary>Where a point of the surface stands in space.</summary>
    public static Cartesian ToCartesian(Position position)
    {
        var (sin, cos) = Elementary.SinCosDegrees(position.Latitude);
        var (sinLongitude, cosLongitude) = Elementary.SinCosDegrees(position.Longitude);
        var normal = Wgs84.A / Math.Sqrt(1 - Wgs84.E2 * sin * sin);
        return new Cartesian(normal * cos * cosLongitude, normal * cos * sinLongitude, (1 - Wgs84.E2) * normal * sin);
    }

    /// <summary>The position of a point of the surface. Of any other point, where the ray to it from the centre leaves the surface.</summary>
    public static Position FromCartesian(Cartesian point)
    {
        var axis = Math.Sqrt(point.X * point.X + point.Y * point.Y);
        return new Position(
            Elementary.Atan2Degrees(point.Z, (1 - Wgs84.E2) * axis),
            Elementary.Atan2Degrees(point.Y, point.X));
    }

    /// <summary>Two points this far apart in a straight line are at least so far apart on the surface. Metres; rounding is allowed for.</summary>
    /// <remarks>
    /// No curvature is less than that of a circle of the greatest radius, so the ellipsoid holds every arc of such a circle between the two points
    /// (W. Blaschke, Kreis und Kugel, 1916), and the way around those arcs is no shorter than one of them.
    /// </remarks>
    public static double LeastDistance(double chord)
    {
        var ratio = chord / (2 * GreatestCurvatureRadius);
        return ratio < 1 ? Math.Max(0, 2 * GreatestCurvatureRadius * Elementary.Asin(ratio) * (1 - 1e-15) - Rounding) : Math.Max(0, chord - Rounding);
    }

    /// <summary>Two points this far apart in a straight line are at most so far apart on the surface. Metres; rounding is allowed for.</summary>
    /// <remarks>
    /// Of curves of one length the one less curved has the longer chord (A. Schur, Math. Ann. 83 (1921) 143–148). A path longer than a
    /// half circle of the least radius has a chord over 12,570 km, as what it has beyond that half circle is at most 101 km.
    /// </remarks>
    public static double GreatestDistance(double chord)
        => chord < 12_570_000 ? 2 * LeastCurvatureRadius * Elementary.Asin(chord / (2 * LeastCurvatureRadius)) * (1 + 1e-15) + Rounding : LongestDistance + Rounding;

    /// <summary>Points whose straight distance is at most this are within a distance on the surface, metres; negative when no straight distance tells.</summary>
    public static double ChordCertainlyWithin(double distance)
        => distance >= LongestDistance ? double.PositiveInfinity
            : Math.Min(12_570_000, distance >= Math.PI * LeastCurvatureRadius ? double.PositiveInfinity : 2 * LeastCurvatureRadius * Elementary.Sin(distance / (2 * LeastCurvatureRadius))) - Rounding;

    /// <summary>Points whose straight distance is more than this are farther apart on the surface than a distance, metres.</summary>
    public static double ChordCertainlyBeyond(double distance)
        => (distance >= Math.PI * GreatestCurvatureRadius ? 2 * GreatestCurvatureRadius : 2 * GreatestCurvatureRadius * Elementary.Sin(Math.Max(0, distance) / (2 * GreatestCurvatureRadius))) + Rounding;

    /// <summary>The area between two parallels and two meridians, square metres. Latitudes and longitudes in degrees; negative when one pair is the other way round.</summary>
    public static double AreaOfRectangle(double south, double north, double west, double east)
        => Authalic.Between(south, north) * ((east - west) * Wgs84.Degree);

    /// <summary>
    /// The area between the equator and an edge that is straight in longitude and latitude, square metres: positive when it
    /// runs east in the north, or west in the south. Longitudes are taken as they are, without turning.
    /// </summary>
    /// <remarks>Summed over the edges of a ring, the area within it: positive when the ring runs clockwise on a map with north above.</remarks>
    public static double AreaUnderStraight(Position a, Position b)
        => Authalic.Mean(a.Latitude, b.Latitude) * ((b.Longitude - a.Longitude) * Wgs84.Degree);

    /// <summary>The sine of the authalic latitude: how much of a hemisphere lies between the equator and a latitude in degrees; negative in the south.</summary>
    public static double AuthalicSine(double latitude) => Authalic.To(latitude) / Wgs84.AuthalicRadiusSquared;

    /// <summary>The latitude, in degrees, of an authalic sine from −1 to 1.</summary>
    public static double LatitudeOfAuthalicSine(double sine) => Authalic.Latitude(sine);
}
