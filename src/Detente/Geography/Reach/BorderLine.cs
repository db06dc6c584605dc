namespace Detente.Geography.Reach;

/// <summary>The border that two territories share, and distances to it. Metres, on WGS-84.</summary>
/// <remarks>
/// In one map neighbours have the same edges, run through in opposite directions: those are the shared border. Where there is not one such edge (land drawn
/// by two hands), it is what lies on the border of the first within both borders' errors of the second. The far ends of a coast are no border.
/// </remarks>
public sealed class BorderLine
{
    // Drawn edges are looked at in parts of this many degrees.
    private const double Part = 0.01;

    private readonly LineDistance _line;

    private BorderLine(IEnumerable<Edge> edges, double errorMetres, bool isExact)
        => (_line, ErrorMetres, IsExact) = (new LineDistance(edges), errorMetres, isExact);

    /// <summary>True when the two share no border.</summary>
    public bool IsEmpty => _line.IsEmpty;

    /// <summary>How far the line may lie from the true one: the greater of both borders' errors.</summary>
    public double ErrorMetres { get; }

    /// <summary>Whether the two territories have the same edges; else the line was found by nearness.</summary>
    public bool IsExact { get; }

    /// <summary>The border between two territories.</summary>
    public static BorderLine Between(Territory a, Territory b)
    {
        var error = Math.Max(a.BorderErrorMetres, b.BorderErrorMetres);
        var others = b.Edges.Where(edge => !edge.IsCut).ToHashSet();
        var shared = a.Edges.Where(edge => !edge.IsCut && others.Contains(edge.Reversed())).ToList();
        return shared.Count > 0
            ? new BorderLine(shared, error, true)
            : new BorderLine(Near(a, TerritoryDistance.Of(b), a.BorderErrorMetres + b.BorderErrorMetres), error, false);
    }

    /// <summary>The distance to the line, at most 1 m between the bounds; without end when there is none.</summary>
    public DistanceBounds To(Position place) => _line.To(place);

    private static IEnumerable<Edge> Near(Territory a, TerritoryDistance b, double within)
        => a.Edges.Where(edge => !edge.IsCut).SelectMany(edge => Parts(edge))
            .Where(edge => new[] { edge.From, Between(edge, 1, 2), edge.To }.All(at =>
                b.ToBorder(new Position(at.LatitudeDegrees, at.LongitudeDegrees)).LowMetres <= within));

    private static IEnumerable<Edge> Parts(Edge edge)
    {
        var size = Math.Max(Math.Abs(edge.To.LatitudeDegrees - edge.From.LatitudeDegrees), Math.Abs(edge.To.LongitudeDegrees - edge.From.LongitudeDegrees));
        var parts = Math.Max(1, (int)Math.Ceiling(size / Part));
        for (var i = 0; i < parts; i++)
        {
            yield return new Edge(Between(edge, i, parts), Between(edge, i + 1, parts));
        }
    }

    private static Vertex Between(Edge edge, int part, int parts) => new(
        (int)(edge.From.Latitude + ((long)edge.To.Latitude - edge.From.Latitude) * part / parts),
        (int)(edge.From.Longitude + ((long)edge.To.Longitude - edge.From.Longitude) * part / parts));
}
