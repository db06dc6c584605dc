using System.Runtime.CompilerServices;
using Detente.Geography.Geodesics;

namespace Detente.Geography.Reach;

/// <summary>
/// Distances on WGS-84 between a territory and places or other territories: metres, in bounds that are certain to hold the distance to the
/// territory as its map draws it. The map's own error (<see cref="Territory.BorderErrorMetres"/>) is left aside.
/// </summary>
/// <remarks>
/// Edges are straight in longitude and latitude. Edges that only cut the map are no border. The indexes are made when
/// first needed; after that queries allocate nothing, and any number of threads may ask at once.
/// </remarks>
public sealed class TerritoryDistance
{
    private static readonly ConditionalWeakTable<Territory, TerritoryDistance> Known = [];

    private readonly Lazy<BorderTree> _border;
    private readonly Lazy<InsideIndex> _inside;

    private TerritoryDistance(Territory territory)
    {
        Territory = territory;
        _border = new Lazy<BorderTree>(() => new BorderTree(new BorderPieces(territory.Edges)));
        _inside = new Lazy<InsideIndex>(() => new InsideIndex(territory));
    }

    /// <summary>What distances are measured to.</summary>
    public Territory Territory { get; }

    internal BorderTree Border => _border.Value;

    /// <summary>Distances to a territory; the same object as long as the territory lives.</summary>
    public static TerritoryDistance Of(Territory territory) => Known.GetValue(territory, t => new TerritoryDistance(t));

    /// <summary>Whether a place lies in the territory, exactly as the map is drawn; on an edge as <see cref="Territory.Contains"/> says.</summary>
    public bool Contains(Position place) => _inside.Value.Contains(place);

    /// <summary>The distance to the territory: 0 inside. At most 1 m between the bounds; no end when the territory is empty.</summary>
    public DistanceBounds To(Position place) => Contains(place) ? new DistanceBounds(0, 0, place) : ToBorder(place);

    /// <summary>The distance to the territory's border, from inside or outside. At most 1 m between the bounds.</summary>
    public DistanceBounds ToBorder(Position place) => Border.Nearest(place);

    /// <summary>
    /// The distance between this territory and another: 0 when they overlap. Never more than 1 m between the bounds for territories
    /// less than 10,000 km apart. The nearest place is on the other. Allocates; goes through the rings of both.
    /// </summary>
    public DistanceBounds To(TerritoryDistance other)
    {
        if ((CornerInside(Territory, other) ?? CornerInside(other.Territory, this)) is { } common)
        {
            return new DistanceBounds(0, 0, common);
        }

        return Border.IsEmpty || other.Border.IsEmpty ? BorderTree.NoBorder(default) : new BorderPairs(Border, other.Border).Nearest();
    }

    /// <summary>A quick, coarse interval for the distance to the territory: 0 inside, else from the chord alone (3 km wide at 5,000 km).</summary>
    public DistanceBounds Bounds(Position place) => Contains(place) ? new DistanceBounds(0, 0, place) : CoarseToBorder(place);

    internal DistanceBounds CoarseToBorder(Position place)
    {
        if (Border.IsEmpty)
        {
            return BorderTree.NoBorder(place);
        }

        var hit = PieceHit.None;
        Border.FindNearest(BorderPoint.At(place.Latitude, place.Longitude), ref hit);
        return Border.BoundsOf(hit);
    }

    // Where borders do not meet, either every corner of a ring lies inside the other territory, or none.
    private static Position? CornerInside(Territory territory, TerritoryDistance other)
    {
        foreach (var ring in territory.Rings)
        {
            var corner = ring.Vertices.Span[0];
            var place = new Position(corner.LatitudeDegrees, corner.LongitudeDegrees);
            if (other.Contains(place))
            {
                return place;
            }
        }

        return null;
    }
}
