using Detente.Functions;
using Detente.Geography.Geodesics;

namespace Detente.Geography.Reach;

/// <summary>A piece of a territory, and how much of it lies within a range.</summary>
/// <param name="Figure">The piece.</param>
/// <param name="Low">No less of it is within range, m².</param>
/// <param name="High">No more.</param>
/// <param name="Drawn">The side on which it is drawn; null when all of it is, or none.</param>
/// <param name="IsDrawn">Whether any of it is drawn.</param>
/// <remarks>
/// Let c be the centre and ρ a radius that holds the piece. Distance changes by at most ρ over it, which decides most pieces. Else, on the
/// straight line of the map from c to a place x, run through from 0 to 1, the distance to any one point y begins with a slope that is linear in
/// the degrees of x, and its second derivative is bounded as in <see cref="PieceShape"/>. With the centre's nearest point for y that
/// bounds the distance from above by a plane of the map; with the slack of all others that may be nearest, from below.
/// </remarks>
internal readonly record struct Cell(MapFigure Figure, double Low, double High, HalfPlane? Drawn, bool IsDrawn)
{
    private const double Radian = Math.PI / 180;
    private const double PolarRadius = Geodesic.EquatorialRadius * (1 - Geodesic.Flattening);
    private const double Eccentricity2 = Geodesic.Flattening * (2 - Geodesic.Flattening);

    // Planes are tried on pieces small for their distance, and no larger than this, metres.
    private const double LargestPlane = 150_000;

    /// <summary>A radius that holds the piece, metres: no longer than along a line of the map.</summary>
    public double Radius { get; private init; }

    /// <summary>What is not decided, m².</summary>
    public double Open => High - Low;

    /// <summary>Whether it is longer from south to north than from west to east.</summary>
    public bool IsTall { get; private init; }

    /// <summary>How much of a piece lies within a range of what a field measures to.</summary>
    public static Cell Of(MapFigure figure, IDistanceField field, double range)
    {
        var centre = new Position((figure.South + figure.North) / 2, (figure.West + figure.East) / 2);
        var (dLat, dLon) = ((figure.North - figure.South) / 2 * Radian, (figure.East - figure.West) / 2 * Radian);
        var steepest = Elementary.SinCosDegrees(Math.Max(Math.Abs(figure.South), Math.Abs(figure.North))).Sin;
        var flattest = figure.South < 0 && figure.North > 0 ? 0 : Math.Min(Math.Abs(figure.South), Math.Abs(figure.North));
        var parallel = ParallelRadius(flattest);
        var (tall, wide) = (MeridianRadius(steepest) * dLat, parallel * dLon);
        var radius = Math.Sqrt(tall * tall + wide * wide) * (1 + 1e-9);
        var all = new Cell(figure, figure.Area, figure.Area, null, true) { Radius = radius, IsTall = tall >= wide };
        var none = all with { Low = 0, High = 0, IsDrawn = false };
        var bounds = field.Coarse(centre);
        if (Decided(bounds) is { } coarse)
        {
            return coarse;
        }

        if (bounds.HighMetres <= 0 && range >= 0)
        {
            return field.Depth(centre) > radius ? all : all with { Low = 0 };
        }

        bounds = field.Fine(centre);
        if (Decided(bounds) is { } fine)
        {
            return fine;
        }

        if (radius > LargestPlane || radius > bounds.LowMetres / 4 || bounds.HighMetres > PolarRadius * 3)
        {
            return all with { Low = 0, IsDrawn = bounds.HighMetres <= range };
        }

        var towards = InverseProblem.Solve(centre, bounds.Nearest).Alpha1;
        var slack = field.Slack(centre, bounds, towards, radius);
        var (sin, cos) = Elementary.SinCosDegrees(centre.Latitude);
        var plane = new HalfPlane(
            -towards.Cos * MeridianRadius(sin) * Radian,
            -towards.Sin * ParallelRadius(centre.Latitude) * Radian, 0);
        plane = plane with { Offset = -plane.Of(new MapPoint(centre.Latitude, centre.Longitude)) };
        var turn = Turning.Along(dLat, dLon, steepest, parallel) / 2;
        var rise = turn + radius * radius / (2 * (bounds.LowMetres - radius));
        var (s, c) = Elementary.SinCos((bounds.HighMetres + 3 * radius) / PolarRadius);
        var fall = turn + slack + radius * radius / 2 * Math.Max(0, -c / s / PolarRadius);
        var low = figure.Cut(plane.Plus(bounds.HighMetres + rise - range)).Area;
        var high = double.IsInfinity(fall) ? figure.Area : figure.Cut(plane.Plus(bounds.LowMetres - fall - range)).Area;
        return all with { Low = Math.Min(low, high), High = high, Drawn = plane.Plus(bounds.HighMetres - range) };

        Cell? Decided(DistanceBounds distance)
            => distance.HighMetres + radius <= range ? all : distance.LowMetres - radius > range ? none : null;
    }

    // The radius of curvature along the meridian at a sine of latitude, metres; it grows towards the poles.
    private static double MeridianRadius(double sin)
    {
        var w = 1 - Eccentricity2 * sin * sin;
        return Geodesic.EquatorialRadius * (1 - Eccentricity2) / (w * Math.Sqrt(w));
    }

    // The radius of a parallel, metres; it shrinks towards the poles.
    private static double ParallelRadius(double latitude)
    {
        var (sin, cos) = Elementary.SinCosDegrees(latitude);
        return Geodesic.EquatorialRadius * cos / Math.Sqrt(1 - Eccentricity2 * sin * sin);
    }
}
