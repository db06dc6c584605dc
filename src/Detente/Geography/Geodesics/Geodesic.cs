namespace Detente.Geography.Geodesics;

/// <summary>
/// Shortest paths on WGS-84: C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013) 43–55,
/// doi:10.1007/s00190-012-0578-z, with series to the sixth order. Distances are within 15 nm of the true ones.
/// </summary>
/// <remarks>A latitude outside ±90° or a coordinate that is not a number gives results that are not numbers; nothing is thrown.</remarks>
public static class Geodesic
{
    /// <summary>Metres.</summary>
    public const double EquatorialRadius = Wgs84.A;

    /// <summary>How much shorter the polar radius is, as a part of the equatorial one.</summary>
    public const double Flattening = Wgs84.F;

    /// <summary>The shortest path from one point to another. Between opposite points where several are shortest, one of them.</summary>
    public static GeodesicInverse Inverse(Position a, Position b)
    {
        var path = InverseProblem.Solve(a, b);
        return new GeodesicInverse(path.Distance, path.Alpha1.Degrees, path.Alpha2.Degrees, path.ReducedLength);
    }

    /// <summary>The length of the shortest path, in metres.</summary>
    public static double Distance(Position a, Position b) => InverseProblem.Solve(a, b).Distance;

    /// <summary>The end of a path that leaves a point in a direction.</summary>
    /// <param name="a">Where it begins.</param>
    /// <param name="azimuth">Degrees clockwise from north.</param>
    /// <param name="metres">How far; backward when negative.</param>
    public static GeodesicDirect Direct(Position a, double azimuth, double metres) => new GeodesicLine(a, azimuth).At(metres);

    /// <summary>The area between the shortest path and the equator, in square metres: S₁₂, positive when the path, seen from the equator, runs east in the north.</summary>
    public static double AreaUnder(Position a, Position b) => InverseProblem.Solve(a, b).AreaUnder();
}
