namespace Detente.Geography.Reach;

/// <summary>One side of a straight line of the map: where north · latitude + east · longitude + offset ≤ 0 (degrees).</summary>
internal readonly record struct HalfPlane(double North, double East, double Offset)
{
    /// <summary>South of a parallel.</summary>
    public static HalfPlane SouthOf(double latitude) => new(1, 0, -latitude);

    /// <summary>North of a parallel.</summary>
    public static HalfPlane NorthOf(double latitude) => new(-1, 0, latitude);

    /// <summary>West of a meridian.</summary>
    public static HalfPlane WestOf(double longitude) => new(0, 1, -longitude);

    /// <summary>East of a meridian.</summary>
    public static HalfPlane EastOf(double longitude) => new(0, -1, longitude);

    /// <summary>Negative on this side, positive on the other, 0 on the line.</summary>
    public double Of(MapPoint point) => North * point.Latitude + East * point.Longitude + Offset;

    /// <summary>The least and the greatest value on a stretch of the map.</summary>
    public (double Least, double Most) Over(double south, double west, double north, double east)
    {
        var (atSouth, atNorth, atWest, atEast) = (North * south, North * north, East * west, East * east);
        return (
            Math.Min(atSouth, atNorth) + Math.Min(atWest, atEast) + Offset,
            Math.Max(atSouth, atNorth) + Math.Max(atWest, atEast) + Offset);
    }

    /// <summary>The same with a value greater by some amount everywhere.</summary>
    public HalfPlane Plus(double amount) => this with { Offset = Offset + amount };

    /// <summary>The same line, the other side.</summary>
    public HalfPlane Opposite => new(-North, -East, -Offset);

    /// <summary>Where an edge with ends on different sides crosses the line. On a parallel or meridian exactly on it.</summary>
    public MapPoint Crossing(MapPoint from, double fromValue, MapPoint to, double toValue)
    {
        // In one order of the ends, so that an edge and the same edge run backwards are cut at one point.
        if (from.Latitude > to.Latitude || (from.Latitude == to.Latitude && from.Longitude > to.Longitude))
        {
            (from, fromValue, to, toValue) = (to, toValue, from, fromValue);
        }

        var part = fromValue / (fromValue - toValue);
        var latitude = from.Latitude + (to.Latitude - from.Latitude) * part;
        var longitude = from.Longitude + (to.Longitude - from.Longitude) * part;
        return new MapPoint(East == 0 ? -Offset / North : latitude, North == 0 ? -Offset / East : longitude);
    }
}
