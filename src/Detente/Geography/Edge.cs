namespace Detente.Geography;

/// <summary>A piece of a border: from one vertex to the next, straight in longitude and latitude.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
public readonly record struct Edge(Vertex From, Vertex To)
{
    /// <summary>The same piece, the other way.</summary>
    public Edge Reversed() => new(To, From);

    /// <summary>Whether it only cuts the map, along the antimeridian or at a pole, and is no border. No border in the data runs there, and <see cref="Polygon"/> draws none there.</summary>
    public bool IsCut
        => (From.Longitude == To.Longitude && Math.Abs((long)From.Longitude) == Vertex.Antimeridian)
        || (From.Latitude == To.Latitude && Math.Abs(From.Latitude) == Vertex.Pole);

    /// <summary>
    /// Whether the edge crosses the parallel of a point strictly to the east of it, the point taken a hair further north.
    /// Exact: no product exceeds 3.6e9 × 1.8e9 = 6.48e18, which 64 bits hold.
    /// </summary>
    public static bool IsEastOf(Vertex point, Vertex from, Vertex to)
    {
        if (from.Latitude > point.Latitude == to.Latitude > point.Latitude)
        {
            return false;
        }

        var (low, high) = from.Latitude < to.Latitude ? (from, to) : (to, from);
        return ((long)point.Longitude - low.Longitude) * ((long)high.Latitude - low.Latitude)
            < ((long)high.Longitude - low.Longitude) * ((long)point.Latitude - low.Latitude);
    }
}
