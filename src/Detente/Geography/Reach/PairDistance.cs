using Detente.Functions;
using Detente.Geography.Geodesics;

namespace Detente.Geography.Reach;

/// <summary>The least geodesic distance between two pieces of borders, in certain bounds.</summary>
/// <remarks>
/// As for one piece (<see cref="PieceShape"/>), in two parameters. When both ends of a geodesic of length f move, the second derivative of its
/// length is at least −tan(f/2b)/b times the sum of the squares of both speeds: the least eigenvalue of the index form under the
/// greatest curvature, 1/b². So each end may lower the distance by its own parabola, and no more.
/// </remarks>
internal static class PairDistance
{
    private const double PolarRadius = Geodesic.EquatorialRadius * (1 - Geodesic.Flattening);

    // A pair farther apart than this is bounded by its length alone, metres.
    private const double Far = 15_000_000;
    private const int Rounds = 4;

    /// <summary>
    /// Bounds on the distance between the pieces from <paramref name="p"/> to <paramref name="q"/> and from <paramref name="r"/> to <paramref name="s"/>,
    /// begun at a part of each; <paramref name="chord"/> is the least distance of their chords, metres. The nearest place is on the second.
    /// </summary>
    public static DistanceBounds Of(
        in BorderPoint p, in BorderPoint q, in BorderPoint r, in BorderPoint s, double part1, double part2, double chord)
    {
        var low = Math.Max(0, Ellipsoid.LeastDistance(chord - 2 * BorderPieces.Deviation));
        var high = double.PositiveInfinity;
        Position nearest = default;
        for (var round = 0; round < Rounds; round++)
        {
            var (a, b) = (BorderPoint.Between(p, q, part1), BorderPoint.Between(r, s, part2));
            var geodesic = InverseProblem.Solve(a, b);
            var distance = geodesic.Distance;
            if (distance < high)
            {
                (high, nearest) = (distance, b);
            }

            var back = geodesic.Alpha1;
            var first = new PieceShape(distance, new Angle(-back.Sin, -back.Cos), p, q, part1);
            var second = new PieceShape(distance, geodesic.Alpha2, r, s, part2);
            var most = Math.Min(distance + first.Length + second.Length, Far);
            var (sin, cos) = Elementary.SinCos(most / (2 * PolarRadius));
            var closing = 1.01 * sin / cos / PolarRadius;
            if (distance > 1 && most < Far)
            {
                low = Math.Max(low, distance
                    + PieceShape.Drop(first.Slope, first.Turn + closing * first.Length * first.Length, part1)
                    + PieceShape.Drop(second.Slope, second.Turn + closing * second.Length * second.Length, part2));
            }
            else
            {
                low = Math.Max(low, distance - 1.001 * (first.Length + second.Length));
            }

            if (high - low < 0.01 || distance == 0)
            {
                break;
            }

            // In turn, so that each step is along one piece.
            (part1, part2) = (round & 1) == 0 ? (part1, second.Next(part2)) : (first.Next(part1), part2);
        }

        return new DistanceBounds(Math.Max(0, Math.Min(low, high) - PieceDistance.Rounding), high + PieceDistance.Rounding, nearest);
    }
}
