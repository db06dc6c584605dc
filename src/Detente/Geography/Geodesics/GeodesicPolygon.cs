using Detente.Functions;

namespace Detente.Geography.Geodesics;

/// <summary>Polygons on WGS-84 whose edges are shortest paths; they may hold a pole and cross the antimeridian (Karney 2013, section 6).</summary>
public static class GeodesicPolygon
{
    /// <summary>Area and perimeter of the polygon through these points, closed from the last to the first.</summary>
    /// <remarks>The smaller of the two sides of the line is the inside. Where the polygon crosses itself, areas count by how often it runs around them.</remarks>
    public static PolygonMeasure Measure(ReadOnlySpan<Position> points)
    {
        var (area, perimeter, turn) = (default(Twofold), default(Twofold), 0.0);
        for (var i = 0; i < points.Length; i++)
        {
            var (from, to) = (points[i], points[i + 1 < points.Length ? i + 1 : 0]);
            var edge = InverseProblem.Solve(from, to);
            area -= edge.AreaUnder();
            perimeter += edge.Distance;
            turn += InverseProblem.LongitudeDifference(from, to).Value;
        }

        // A line that goes around the axis an odd number of times holds one pole: the other side of it is meant than the sum has.
        if (Math.Abs(Math.Round(turn / 360) % 2) == 1)
        {
            area += area.High < 0 ? Ellipsoid.Area / 2 : -Ellipsoid.Area / 2;
        }

        return new PolygonMeasure(Math.IEEERemainder(area.Value, Ellipsoid.Area), perimeter.Value);
    }
}
