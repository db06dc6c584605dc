namespace Detente.Geography;

/// <summary>Whether two territories have some of the Earth in common, as they are drawn. Land that only touches has not.</summary>
public static class Overlap
{
    /// <summary>Whether they overlap: whether the border of one runs through the other, or both along the same side of a border.</summary>
    public static bool Of(Territory a, Territory b)
    {
        if (a.Rings.Count == 0 || b.Rings.Count == 0 || !Meet(a.Box, b.Box))
        {
            return false;
        }

        var (mine, theirs) = (Near(a, b.Box), Near(b, a.Box));
        return mine.Intersect(theirs).Any() || RunsThrough(mine, theirs, b) || RunsThrough(theirs, mine, a);
    }

    private static List<Edge> Near(Territory territory, Box box) => [.. territory.Edges.Where(edge => Meet(Box.Around([edge.From, edge.To]), box))];

    private static bool Meet(Box a, Box b) => a.South <= b.North && b.South <= a.North && a.West <= b.East && b.West <= a.East;

    // Between two places where an edge meets the other's border it lies on one side of it; the middle tells which.
    private static bool RunsThrough(List<Edge> edges, List<Edge> border, Territory land)
    {
        foreach (var edge in edges.Where(edge => !edge.IsCut))
        {
            var near = border.Where(other => Meet(Box.Around([other.From, other.To]), Box.Around([edge.From, edge.To]))).ToList();
            if (near.Any(other => Side(edge, other.From) * Side(edge, other.To) < 0 && Side(other, edge.From) * Side(other, edge.To) < 0))
            {
                return true;
            }

            var stops = near.SelectMany(other => new[] { other.From, other.To }).Where(corner => IsOn(corner, edge)).Append(edge.From).Append(edge.To)
                .Distinct().OrderBy(corner => Math.Abs((long)corner.Latitude - edge.From.Latitude) + Math.Abs((long)corner.Longitude - edge.From.Longitude)).ToList();
            var middles = stops.Zip(stops.Skip(1), (from, to) => new Vertex((int)(((long)from.Latitude + to.Latitude) / 2), (int)(((long)from.Longitude + to.Longitude) / 2)));
            if (middles.Any(middle => land.Contains(middle) && !near.Any(other => IsOn(middle, other))))
            {
                return true;
            }
        }

        return false;
    }

    // Products reach 6.5e18 and their difference twice that: more than 64 bits hold.
    private static int Side(Edge edge, Vertex point) => Int128.Sign(Turn(edge, point));

    // A middle is rounded to the map's unit: nearer than that to the edge's own line it is on it.
    private static bool IsOn(Vertex point, Edge edge) => Box.Around([edge.From, edge.To]).Spans(point)
        && Int128.Abs(Turn(edge, point)) <= Math.Abs((long)edge.To.Longitude - edge.From.Longitude) + Math.Abs((long)edge.To.Latitude - edge.From.Latitude);

    private static Int128 Turn(Edge edge, Vertex point) =>
        ((Int128)((long)edge.To.Longitude - edge.From.Longitude) * ((long)point.Latitude - edge.From.Latitude))
        - ((Int128)((long)edge.To.Latitude - edge.From.Latitude) * ((long)point.Longitude - edge.From.Longitude));
}
