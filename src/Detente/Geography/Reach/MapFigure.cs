namespace Detente.Geography.Reach;

/// <summary>
/// A figure on the map: rings with the figure on the left of each, edges straight in longitude and latitude. Cut by a straight line
/// of the map it gives another. The areas of its rings, with their signs, add up to its own.
/// </summary>
internal sealed class MapFigure
{
    private MapFigure(IReadOnlyList<MapRing> rings)
    {
        Rings = rings;
        (South, West, North, East) = (double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);
        foreach (var ring in rings)
        {
            Area += ring.Area;
            South = Math.Min(South, ring.South);
            West = Math.Min(West, ring.West);
            North = Math.Max(North, ring.North);
            East = Math.Max(East, ring.East);
        }
    }

    /// <summary>A territory's figure.</summary>
    public static MapFigure Of(Territory territory) => new([.. territory.Rings.Select(ring => new MapRing(MapPoint.Of(ring)))]);

    /// <summary>The whole map.</summary>
    public static MapFigure Earth => new([new MapRing([new(-90, -180), new(-90, 180), new(90, 180), new(90, -180)])]);

    public IReadOnlyList<MapRing> Rings { get; }

    /// <summary>m².</summary>
    public double Area { get; }

    public double South { get; }

    public double West { get; }

    public double North { get; }

    public double East { get; }

    /// <summary>The part of it on one side of a line. The two parts of a cut have the same points on it.</summary>
    public MapFigure Cut(HalfPlane side)
    {
        var kept = new List<MapRing>(Rings.Count);
        var scratch = new List<MapPoint>();
        foreach (var ring in Rings)
        {
            if (ring.Cut(side, scratch) is { } part)
            {
                kept.Add(part);
            }
        }

        return new MapFigure(kept);
    }
}
