namespace Detente.Geography;

/// <summary>A closed line on a map. The last vertex is joined to the first; edges are straight in longitude and latitude.</summary>
public sealed class Ring
{
    /// <summary>A ring of at least three vertices, without the first one repeated at the end.</summary>
    /// <exception cref="ArgumentException">Fewer than three vertices, or the first repeated.</exception>
    public Ring(ReadOnlyMemory<Vertex> vertices)
    {
        if (vertices.Length < 3 || vertices.Span[0] == vertices.Span[^1])
        {
            throw new ArgumentException("A ring has three vertices or more, and does not repeat the first.", nameof(vertices));
        }

        Vertices = vertices;
        Box = Box.Around(vertices.Span);
    }

    /// <summary>The vertices in order. In a border map the land lies on the left of every edge.</summary>
    public ReadOnlyMemory<Vertex> Vertices { get; }

    /// <summary>What the ring spans.</summary>
    public Box Box { get; }

    /// <summary>
    /// Whether a point lies within, by counting the edges to its east (even-odd). Exact. A point on the ring is judged as
    /// one a hair further east and, by much less, north: so each point belongs to one of two rings that share an edge.
    /// </summary>
    public bool Contains(Vertex point)
    {
        if (!Box.Spans(point))
        {
            return false;
        }

        var inside = false;
        var vertices = Vertices.Span;
        var from = vertices[^1];
        foreach (var to in vertices)
        {
            inside ^= Edge.IsEastOf(point, from, to);
            from = to;
        }

        return inside;
    }
}
