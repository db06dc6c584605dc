namespace Detente.Geography;

/// <summary>
/// A part of the Earth's surface: land, as a border map draws it, without territorial sea or airspace. A point lies in it
/// when it lies within an odd number of its rings (holes are rings). Edges are straight in longitude and latitude; land
/// is cut at ±180°, and a ring around a pole is closed along ±90°.
/// </summary>
public sealed class Territory
{
    /// <summary>A territory of rings that do not cross, the land on the left of every edge.</summary>
    /// <param name="name">What it is called in results.</param>
    /// <param name="rings">Outer rings counterclockwise, holes clockwise.</param>
    /// <param name="borderErrorMetres">How far the map's border may lie from the true one.</param>
    public Territory(string name, IReadOnlyList<Ring> rings, double borderErrorMetres)
    {
        (Name, Rings, BorderErrorMetres) = (name, rings, borderErrorMetres);
        Box = rings.Count == 0 ? default : rings.Select(ring => ring.Box).Aggregate((a, b) => a.With(b));
    }

    /// <summary>What it is called in results.</summary>
    public string Name { get; }

    /// <summary>Its rings; none when it is empty.</summary>
    public IReadOnlyList<Ring> Rings { get; }

    /// <summary>How far the map's border may lie from the true one, metres.</summary>
    public double BorderErrorMetres { get; }

    /// <summary>What it spans on the map. A territory on both sides of ±180° spans from -180° to 180°.</summary>
    public Box Box { get; }

    /// <summary>All edges, ring by ring.</summary>
    public IEnumerable<Edge> Edges
    {
        get
        {
            foreach (var ring in Rings)
            {
                for (var i = 0; i < ring.Vertices.Length; i++)
                {
                    yield return new Edge(ring.Vertices.Span[i], ring.Vertices.Span[i + 1 == ring.Vertices.Length ? 0 : i + 1]);
                }
            }
        }
    }

    /// <summary>Whether an edge only cuts the map (at ±180°, at a pole) and is no border.</summary>
    public static bool IsCut(Edge edge) => edge.IsCut;

    /// <summary>
    /// Whether a point lies in it, exactly as the map is drawn; the border's own error is left aside. A point on an edge is
    /// judged as one a hair further east and, by much less, north. Looks at every ring whose box holds the point.
    /// </summary>
    public bool Contains(Vertex point)
    {
        // On the antimeridian a hair further east is the other end of the map.
        point = point.Longitude == Vertex.Antimeridian ? point with { Longitude = -Vertex.Antimeridian } : point;
        var inside = false;
        foreach (var ring in Rings)
        {
            inside ^= ring.Contains(point);
        }

        return inside;
    }

    /// <summary>
    /// One territory of disjoint ones: edges that two of them share in opposite directions are dropped, and what is left is
    /// joined to rings. The border's error is the largest of theirs.
    /// </summary>
    /// <exception cref="ArgumentException">Two of them overlap: they share an edge in one direction.</exception>
    public static Territory Union(string name, IEnumerable<Territory> territories)
    {
        var all = territories.ToList();
        var edges = new HashSet<Edge>();
        foreach (var edge in all.SelectMany(territory => territory.Edges))
        {
            if (!edges.Remove(edge.Reversed()) && !edges.Add(edge))
            {
                throw new ArgumentException($"The parts of {name} overlap at {edge.From}.", nameof(territories));
            }
        }

        return new Territory(name, RingJoiner.Join(edges), all.Count == 0 ? 0 : all.Max(territory => territory.BorderErrorMetres));
    }
}
