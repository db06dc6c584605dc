namespace Detente.Geography;

/// <summary>Joins edges to closed rings.</summary>
internal static class RingJoiner
{
    /// <summary>
    /// The rings of edges that enter each vertex as often as they leave it. Where several leave, each is taken once, in the order of
    /// their ends: which of them belong to one ring makes no difference to what lies inside. The same edges give the same rings.
    /// </summary>
    /// <exception cref="ArgumentException">Some edges do not close.</exception>
    public static List<Ring> Join(IEnumerable<Edge> edges)
    {
        var ordered = edges.ToArray();
        Array.Sort(ordered, Order);
        var taken = new bool[ordered.Length];
        var rings = new List<Ring>();
        for (var i = 0; i < ordered.Length; i++)
        {
            if (!taken[i])
            {
                rings.Add(new Ring(Follow(ordered, taken, i)));
            }
        }

        return rings;
    }

    private static Vertex[] Follow(Edge[] ordered, bool[] taken, int first)
    {
        var vertices = new List<Vertex>();
        for (var next = first; ;)
        {
            taken[next] = true;
            vertices.Add(ordered[next].From);
            var end = ordered[next].To;
            if (end == ordered[first].From)
            {
                return [.. vertices];
            }

            for (next = FirstFrom(ordered, end); next < ordered.Length && ordered[next].From == end && taken[next]; next++)
            {
            }

            if (next == ordered.Length || ordered[next].From != end)
            {
                throw new ArgumentException($"The edges do not close: none leaves {end}.", nameof(ordered));
            }
        }
    }

    // The first edge that leaves a vertex, in the order below.
    private static int FirstFrom(Edge[] ordered, Vertex vertex)
    {
        var (low, high) = (0, ordered.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = Compare(ordered[middle].From, vertex) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int Order(Edge a, Edge b) => Compare(a.From, b.From) is not 0 and var from ? from : Compare(a.To, b.To);

    private static int Compare(Vertex a, Vertex b)
        => a.Latitude.CompareTo(b.Latitude) is not 0 and var latitude ? latitude : a.Longitude.CompareTo(b.Longitude);
}
