namespace Detente.Geography.Reach;

/// <summary>
/// Distances on WGS-84 from places to a line: metres, in bounds that are certain to hold the distance as the line is drawn. The line
/// is any edges of a map, joined or not; those that only cut the map are left out.
/// </summary>
public sealed class LineDistance
{
    private readonly BorderTree _tree;

    /// <summary>Distances to the line of these edges.</summary>
    public LineDistance(IEnumerable<Edge> edges) => _tree = new BorderTree(new BorderPieces(edges));

    /// <summary>True when there is no line.</summary>
    public bool IsEmpty => _tree.IsEmpty;

    /// <summary>The distance to the nearest point of the line. At most 1 m between the bounds; no end where there is no line.</summary>
    public DistanceBounds To(Position place) => _tree.Nearest(place);
}
