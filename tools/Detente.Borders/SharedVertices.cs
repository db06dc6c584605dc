using Detente.Geography;
using Detente.Geography.Borders;

namespace Detente.Borders;

/// <summary>
/// A cut puts new vertices on old edges, and several cuts may put them a few millimetres apart. New vertices that nearly meet
/// are made one, and the neighbour across an edge gets its new vertices too: the two still share their border edge for edge.
/// </summary>
internal static class SharedVertices
{
    /// <summary>New vertices this near to another, 1e-7 degree, are the same: a metre.</summary>
    private const int Same = 100;

    /// <summary>A new vertex this near to an edge stands on it: moved once by the above, and rounded before.</summary>
    private const double On = 1.5 * Same;

    public static List<Piece> Complete(IReadOnlyList<Piece> before, IReadOnlyList<Piece> after)
    {
        var old = Vertices(before).ToHashSet();
        var merged = Merged(old, Vertices(after).Where(vertex => !old.Contains(vertex)).Distinct().OrderBy(vertex => vertex.Latitude).ThenBy(vertex => vertex.Longitude));
        var made = merged.Values.Where(vertex => !old.Contains(vertex)).Distinct().OrderBy(vertex => vertex.Latitude).ThenBy(vertex => vertex.Longitude).ToArray();
        var latitudes = made.Select(vertex => vertex.Latitude).ToArray();
        return [.. after.Select(piece => piece with
        {
            Territory = new Territory(
                piece.Territory.Name,
                [.. piece.Territory.Rings.Select(ring => Complete(ring, merged, made, latitudes)).OfType<Ring>()],
                piece.Territory.BorderErrorMetres),
        })];
    }

    // Each new vertex to the one it is taken for: an old one, or a new one that came earlier.
    private static Dictionary<Vertex, Vertex> Merged(IReadOnlySet<Vertex> old, IEnumerable<Vertex> made)
    {
        var cells = old.ToLookup(Cell);
        var kept = new Dictionary<(int, int), List<Vertex>>();
        var merged = new Dictionary<Vertex, Vertex>();
        foreach (var vertex in made)
        {
            var (row, column) = Cell(vertex);
            var near = from r in Enumerable.Range(row - 1, 3)
                       from c in Enumerable.Range(column - 1, 3)
                       from other in cells[(r, c)].Concat(kept.GetValueOrDefault((r, c), []))
                       where Math.Abs(other.Latitude - vertex.Latitude) <= Same && Math.Abs(other.Longitude - vertex.Longitude) <= Same
                       select other;
            if (near.Cast<Vertex?>().FirstOrDefault() is { } same)
            {
                merged.Add(vertex, same);
                continue;
            }

            merged.Add(vertex, vertex);
            kept[(row, column)] = [.. kept.GetValueOrDefault((row, column), []), vertex];
        }

        return merged;
    }

    private static Ring? Complete(Ring ring, Dictionary<Vertex, Vertex> merged, Vertex[] made, int[] latitudes)
    {
        var corners = WithoutSpikes([.. ring.Vertices.ToArray().Select(vertex => merged.GetValueOrDefault(vertex, vertex))]);
        if (corners.Count == 0)
        {
            return null;
        }

        var known = corners.ToHashSet();
        var vertices = new List<Vertex>();
        var from = corners[^1];
        foreach (var to in corners)
        {
            var (a, b) = (from, to);
            var first = Array.BinarySearch(latitudes, Math.Min(a.Latitude, b.Latitude) - Same);
            vertices.AddRange(made.Skip(first < 0 ? ~first : first).TakeWhile(vertex => vertex.Latitude <= Math.Max(a.Latitude, b.Latitude) + Same)
                .Where(vertex => StandsOn(vertex, a, b) && !known.Contains(vertex))
                .OrderBy(vertex => Along(vertex, a, b)));
            vertices.Add(to);
            from = to;
        }

        return new Ring(vertices.ToArray());
    }

    // Without what repeats, and without lines that go out and come back.
    private static List<Vertex> WithoutSpikes(List<Vertex> ring)
    {
        for (var i = 0; i < ring.Count && ring.Count > 2;)
        {
            var (before, after) = ((i + ring.Count - 1) % ring.Count, (i + 1) % ring.Count);
            if (ring[i] == ring[after] || ring[before] == ring[after])
            {
                ring.RemoveAt(i);
                i = Math.Max(0, i - 2);
            }
            else
            {
                i++;
            }
        }

        return ring.Count > 2 ? ring : [];
    }

    private static bool StandsOn(Vertex vertex, Vertex a, Vertex b)
    {
        var (dx, dy) = ((double)b.Longitude - a.Longitude, (double)b.Latitude - a.Latitude);
        var (x, y) = ((double)vertex.Longitude - a.Longitude, (double)vertex.Latitude - a.Latitude);
        var (along, across) = ((x * dx) + (y * dy), Math.Abs((x * dy) - (y * dx)));
        var squared = (dx * dx) + (dy * dy);
        return along > 0 && along < squared && across <= On * Math.Sqrt(squared);
    }

    private static double Along(Vertex vertex, Vertex a, Vertex b)
        => (((double)vertex.Longitude - a.Longitude) * ((double)b.Longitude - a.Longitude)) + (((double)vertex.Latitude - a.Latitude) * ((double)b.Latitude - a.Latitude));

    private static IEnumerable<Vertex> Vertices(IEnumerable<Piece> pieces)
        => pieces.SelectMany(piece => piece.Territory.Rings).SelectMany(ring => ring.Vertices.ToArray());

    private static (int, int) Cell(Vertex vertex) => (vertex.Latitude / Same, vertex.Longitude / Same);
}
