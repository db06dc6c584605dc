namespace Detente.Geography.Reach;

/// <summary>A closed line on the map, what it spans in degrees, and the area on its left in m².</summary>
internal sealed class MapRing
{
    /// <summary>A ring of corners; the last is joined to the first.</summary>
    public MapRing(MapPoint[] corners)
    {
        Corners = corners;
        Area = MapArea.Of(corners);
        (South, West, North, East) = (double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);
        foreach (var corner in corners)
        {
            South = Math.Min(South, corner.Latitude);
            West = Math.Min(West, corner.Longitude);
            North = Math.Max(North, corner.Latitude);
            East = Math.Max(East, corner.Longitude);
        }
    }

    public MapPoint[] Corners { get; }

    /// <summary>m², negative when the ring runs clockwise.</summary>
    public double Area { get; }

    public double South { get; }

    public double West { get; }

    public double North { get; }

    public double East { get; }

    /// <summary>
    /// The part of what it encloses on one side of a line, as a ring (I. E. Sutherland and G. W. Hodgman, Comm. ACM 17, 1974, for
    /// one line); null when nothing is left. Where it falls apart it runs to and fro along the line.
    /// </summary>
    /// <param name="side">The side that is kept.</param>
    /// <param name="scratch">Is overwritten.</param>
    public MapRing? Cut(HalfPlane side, List<MapPoint> scratch)
    {
        var (least, most) = side.Over(South, West, North, East);
        if (most <= 0 || least > 0)
        {
            return most <= 0 ? this : null;
        }

        scratch.Clear();
        var from = Corners[^1];
        var fromValue = side.Of(from);
        foreach (var to in Corners)
        {
            var value = side.Of(to);
            if ((fromValue < 0 && value > 0) || (fromValue > 0 && value < 0))
            {
                scratch.Add(side.Crossing(from, fromValue, to, value));
            }

            if (value <= 0)
            {
                scratch.Add(to);
            }

            (from, fromValue) = (to, value);
        }

        return scratch.Count > 2 ? new MapRing([.. scratch]) : null;
    }
}
