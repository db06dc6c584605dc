using Detente.Geography.Geodesics;

namespace Detente.Geography.Reach;

/// <summary>
/// The least geodesic distance from a point to one piece of a border, in certain bounds. A few geodesics are computed, at
/// places of the piece found by Newton's method; what lies between them is bounded as <see cref="PieceShape"/> says.
/// </summary>
internal static class PieceDistance
{
    /// <summary>What the geodesic itself may be wrong by, with everything computed from it, metres. Karney states 15 nm.</summary>
    public const double Rounding = 1e-6;

    // No more to be gained by another geodesic, metres.
    private const double Enough = 0.001;
    private const int MostSteps = 4;

    // Where the distance may turn quickly, beyond a quarter of the Earth, a piece is halved until the bounds are as near as this (metres)
    // or it is some decimetres long (degrees).
    private const double MostApart = 0.5;
    private const double LeastHalved = 1e-6;

    /// <summary>Bounds on the distance to the piece from <paramref name="p"/> to <paramref name="q"/>, begun at a part of it.</summary>
    public static DistanceBounds Of(Position from, in BorderPoint p, in BorderPoint q, double part)
    {
        var (low, high) = (0.0, double.PositiveInfinity);
        var nearest = from;
        for (var step = 0; step < MostSteps; step++)
        {
            var at = BorderPoint.Between(p, q, part);
            var geodesic = InverseProblem.Solve(from, at);
            var shape = new PieceShape(geodesic.Distance, geodesic.Alpha2, p, q, part);
            low = Math.Max(low, shape.Least(part));
            if (geodesic.Distance < high)
            {
                (high, nearest) = (geodesic.Distance, at);
            }

            var next = shape.Next(part);
            if (high - low <= Enough || next == part)
            {
                break;
            }

            part = next;
        }

        return high - low > MostApart && Math.Abs(q.Latitude - p.Latitude) + Math.Abs(q.Longitude - p.Longitude) > LeastHalved
            ? OfHalves(from, p, q)
            : new DistanceBounds(Math.Max(0, Math.Min(low, high) - Rounding), high + Rounding, nearest);
    }

    private static DistanceBounds OfHalves(Position from, in BorderPoint p, in BorderPoint q)
    {
        var middle = BorderPoint.At((p.Latitude + q.Latitude) / 2, (p.Longitude + q.Longitude) / 2);
        var (a, b) = (Of(from, p, middle, 0.5), Of(from, middle, q, 0.5));
        return (a.HighMetres <= b.HighMetres ? a : b) with { LowMetres = Math.Min(a.LowMetres, b.LowMetres) };
    }
}
