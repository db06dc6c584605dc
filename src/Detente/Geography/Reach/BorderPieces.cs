using Detente.Functions;
using Detente.Geography.Geodesics;

namespace Detente.Geography.Reach;

/// <summary>
/// A border cut into pieces so short that the chord of each is at most <see cref="Deviation"/> from it. Pieces that follow each other share
/// a point; up to <see cref="PerRun"/> of them are a run.
/// </summary>
internal sealed class BorderPieces
{
    /// <summary>No point of a piece is farther from its chord, metres. Reached by pieces of about two kilometres.</summary>
    public const double Deviation = 0.1;

    /// <summary>The most pieces in one run.</summary>
    public const int PerRun = 8;

    private const double Radian = Math.PI / 180;

    private readonly List<BorderPoint> _points = [];
    private readonly List<(int First, int Count)> _runs = [];

    /// <summary>The pieces of edges, in their order; those that only cut the map are left out.</summary>
    public BorderPieces(IEnumerable<Edge> edges)
    {
        Vertex? end = null;
        foreach (var edge in edges.Where(edge => !edge.IsCut))
        {
            if (edge.From != end)
            {
                _points.Add(BorderPoint.At(edge.From.LatitudeDegrees, edge.From.LongitudeDegrees));
                _runs.Add((_points.Count - 1, 0));
            }

            Add(edge);
            end = edge.To;
        }
    }

    /// <summary>All points, run by run.</summary>
    public BorderPoint[] Points => [.. _points];

    /// <summary>First point and number of pieces of each run: one point more than pieces.</summary>
    public (int First, int Count)[] Runs => [.. _runs];

    private void Add(Edge edge)
    {
        var (lat1, lon1) = (edge.From.LatitudeDegrees, edge.From.LongitudeDegrees);
        var (lat2, lon2) = (edge.To.LatitudeDegrees, edge.To.LongitudeDegrees);
        var pieces = Math.Max(1, (int)Math.Ceiling(Math.Sqrt(Turn(lat1, lat2, lon2 - lon1) / (8 * Deviation))));
        for (var i = 1; i <= pieces; i++)
        {
            var part = (double)i / pieces;
            _points.Add(i == pieces ? BorderPoint.At(lat2, lon2) : BorderPoint.At(lat1 + (lat2 - lat1) * part, lon1 + (lon2 - lon1) * part));
            var (first, count) = _runs[^1];
            if (count < PerRun)
            {
                _runs[^1] = (first, count + 1);
            }
            else
            {
                _runs.Add((_points.Count - 2, 1));
            }
        }
    }

    private static double Turn(double latitude1, double latitude2, double longitudeDifference)
    {
        var (low, high) = (Math.Min(Math.Abs(latitude1), Math.Abs(latitude2)), Math.Max(Math.Abs(latitude1), Math.Abs(latitude2)));
        var widest = latitude1 < 0 == latitude2 < 0 ? low : 0;
        return Turning.InSpace(
            Math.Abs(latitude2 - latitude1) * Radian, Math.Abs(longitudeDifference) * Radian,
            Elementary.SinCosDegrees(high).Sin, Ellipsoid.GreatestCurvatureRadius * Elementary.SinCosDegrees(widest).Cos);
    }
}
