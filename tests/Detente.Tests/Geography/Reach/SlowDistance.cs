using Detente.Geography;
using Detente.Geography.Geodesics;

namespace Detente.Tests.Geography.Reach;

/// <summary>The distance to a border by looking at all of it: geodesics to every vertex, then along every edge that could be nearer. Metres.</summary>
internal static class SlowDistance
{
    /// <summary>To the border of a territory; within 1 mm above the true least distance.</summary>
    public static double ToBorder(Position from, Territory territory)
    {
        var edges = territory.Edges.Where(edge => !edge.IsCut).ToArray();
        var atStart = edges.Select(edge => Geodesic.Distance(from, At(edge, 0))).ToArray();
        var best = atStart.Min();
        // An edge is straight in degrees: no longer than this along meridian and parallel, and no point of it is farther from an end than half.
        foreach (var (edge, start) in edges.Zip(atStart).Where(pair => pair.Second - LengthBound(pair.First) < best).OrderBy(pair => pair.Second))
        {
            if (start - LengthBound(edge) < best)
            {
                best = Math.Min(best, Along(from, edge));
            }
        }

        return best;
    }

    /// <summary>0 inside.</summary>
    public static double To(Position from, Territory territory)
        => territory.Contains(Vertex.FromDegrees(from.Latitude, from.Longitude)) ? 0 : ToBorder(from, territory);

    // Sampled, then halved about the best sample: the distance along so short an edge has one least value near each sample, if any.
    private static double Along(Position from, Edge edge)
    {
        var parts = (int)Math.Max(8, LengthBound(edge) / 250);
        var samples = Enumerable.Range(0, parts + 1).Select(i => (double)i / parts).ToArray();
        var values = samples.Select(part => Geodesic.Distance(from, At(edge, part))).ToArray();
        var least = Array.IndexOf(values, values.Min());
        var (low, high) = (samples[Math.Max(0, least - 1)], samples[Math.Min(parts, least + 1)]);
        while ((high - low) * LengthBound(edge) > 0.05)
        {
            var (a, b) = (low + (high - low) / 3, high - (high - low) / 3);
            (low, high) = Geodesic.Distance(from, At(edge, a)) < Geodesic.Distance(from, At(edge, b)) ? (low, b) : (a, high);
        }

        return Math.Min(values[least], Geodesic.Distance(from, At(edge, (low + high) / 2)));
    }

    private static Position At(Edge edge, double part) => new(
        edge.From.LatitudeDegrees + (edge.To.LatitudeDegrees - edge.From.LatitudeDegrees) * part,
        edge.From.LongitudeDegrees + (edge.To.LongitudeDegrees - edge.From.LongitudeDegrees) * part);

    private static double LengthBound(Edge edge) => 112_000 * (
        Math.Abs(edge.From.LatitudeDegrees - edge.To.LatitudeDegrees) + Math.Abs(edge.From.LongitudeDegrees - edge.To.LongitudeDegrees));
}
