using Detente.Geography;

namespace Detente.Borders;

/// <summary>
/// The rings of a map as arcs: stretches between vertices where lines part. A border two countries share is stored once, and
/// each ring is a list of arcs, taken forwards or backwards.
/// </summary>
internal sealed class ArcTable
{
    private readonly Dictionary<Vertex, HashSet<Vertex>> _neighbours = [];
    private readonly Dictionary<Edge, int> _byFirstEdge = [];
    private readonly List<Vertex[]> _arcs = [];

    public ArcTable(IEnumerable<Ring> rings)
    {
        foreach (var ring in rings)
        {
            var vertices = ring.Vertices.Span;
            for (var i = 0; i < vertices.Length; i++)
            {
                var (here, next) = (vertices[i], vertices[(i + 1) % vertices.Length]);
                Neighbours(here).Add(next);
                Neighbours(next).Add(here);
            }
        }
    }

    /// <summary>Each arc's vertices, both ends included.</summary>
    public IReadOnlyList<Vertex[]> Arcs => _arcs;

    /// <summary>Twice the place of each arc in the table, plus one where it is taken backwards.</summary>
    public List<int> References(Ring ring)
    {
        var vertices = ring.Vertices.ToArray();
        var start = Array.FindIndex(vertices, IsNode);
        if (start < 0)
        {
            // Nothing parts from it: it begins at its least vertex, so that the same ring the other way is the same arc.
            start = Array.IndexOf(vertices, vertices.MinBy(vertex => (vertex.Latitude, vertex.Longitude)));
        }

        Vertex[] closed = [.. vertices[start..], .. vertices[..start], vertices[start]];
        var references = new List<int>();
        for (var from = 0; from < closed.Length - 1;)
        {
            var to = from + 1;
            while (to < closed.Length - 1 && !IsNode(closed[to]))
            {
                to++;
            }

            references.Add(Reference(closed[from..(to + 1)]));
            from = to;
        }

        return references;
    }

    private int Reference(Vertex[] arc)
    {
        if (_byFirstEdge.TryGetValue(new Edge(arc[0], arc[1]), out var known))
        {
            return known;
        }

        var reference = 2 * _arcs.Count;
        _arcs.Add(arc);
        _byFirstEdge.Add(new Edge(arc[0], arc[1]), reference);
        _byFirstEdge.Add(new Edge(arc[^1], arc[^2]), reference + 1);
        return reference;
    }

    private bool IsNode(Vertex vertex) => _neighbours[vertex].Count > 2;

    private HashSet<Vertex> Neighbours(Vertex vertex)
        => _neighbours.TryGetValue(vertex, out var found) ? found : _neighbours[vertex] = [];
}
