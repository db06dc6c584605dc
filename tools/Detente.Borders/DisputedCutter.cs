using Detente.Geography;
using Detente.Geography.Borders;
using NetTopologySuite.Geometries;
using Polygon = NetTopologySuite.Geometries.Polygon;

namespace Detente.Borders;

/// <summary>
/// Cuts disputed areas out of the land of those who hold them. An area is cut out of its published holder only: where two
/// drawings of one border differ, the neighbour's land stays as it is, and what the two drawings leave between them goes to
/// the side it runs along.
/// </summary>
internal sealed class DisputedCutter(MapScale scale, Action<string> report)
{
    /// <summary>An island of which so much lies in an area belongs to it whole.</summary>
    private const double WholePart = 0.9;

    /// <summary>The pieces with one more area cut out of them, by the same rule for all.</summary>
    public List<Piece> Cut(List<Piece> pieces, DisputedArea area, IReadOnlyList<string> holders, Geometry shape)
    {
        var holder = holders.FirstOrDefault(code => pieces.Any(piece => piece.Holder == code));
        var result = new List<Piece>();
        var cut = new List<Piece>();
        var islands = false;
        foreach (var piece in pieces)
        {
            if (piece.Holder != holder || piece.DisputedArea is not null)
            {
                result.Add(piece);
                continue;
            }

            var (inside, outside, whole) = Split(piece.Territory, shape);
            islands |= whole;
            if (inside.Count == 0)
            {
                result.Add(piece);
            }
            else if (outside.Count == 0)
            {
                cut.Add(piece with { DisputedArea = area.Name });
            }
            else
            {
                result.Add(piece with { Territory = With(piece.Territory, outside) });
                cut.Add(new Piece(area.Name, piece.Holder, area.Name, new Territory(area.Name, inside, piece.Territory.BorderErrorMetres)));
            }
        }

        var (drawn, found) = (Shapes.AreaKm2(shape), cut.Sum(piece => Shapes.AreaKm2(Shapes.Of(piece.Territory))));
        if (cut.Count == 0 || (found < drawn / 2 && !islands))
        {
            report($"left out at {scale.About.Scale}: {area.Name}, {drawn:F1} km²: {found:F1} km² of it stand in the land of {string.Join(" or ", holders)}");
            return pieces;
        }

        report($"{scale.About.Scale} {area.Name}: {drawn:F1} km² drawn, {found:F1} km² cut");
        return [.. result, .. cut];
    }

    // Whole: some island lies in the area.
    private (List<Ring> Inside, List<Ring> Outside, bool Whole) Split(Territory territory, Geometry shape)
    {
        var (inside, outside, whole) = (new List<Ring>(), new List<Ring>(), false);
        foreach (var part in Shapes.Parts(Shapes.Of(territory)))
        {
            if (!part.EnvelopeInternal.Intersects(shape.EnvelopeInternal))
            {
                outside.AddRange(Shapes.Rings(part));
                continue;
            }

            var within = Shapes.Intersection(part, shape);
            if (within.Area >= WholePart * part.Area)
            {
                inside.AddRange(Shapes.Rings(part));
                whole = true;
                continue;
            }

            within = WithoutSlivers(part, within);
            if (within.IsEmpty)
            {
                outside.AddRange(Shapes.Rings(part));
                continue;
            }

            var without = Shapes.Difference(part, within);
            // New vertices were rounded to whole units, no edge moved further than that.
            if (Math.Abs(within.Area + without.Area - part.Area) > within.Length)
            {
                throw new InvalidOperationException($"A cut changed the area of {territory.Name}.");
            }

            inside.AddRange(Shapes.Rings(within));
            outside.AddRange(Shapes.Rings(without));
        }

        return (inside, outside, whole);
    }

    // What lies between two drawings of one line, on either side of it, goes to the side it runs along.
    private Geometry WithoutSlivers(Geometry part, Geometry within)
    {
        var near = within.EnvelopeInternal.Copy();
        near.ExpandBy(4 * scale.SliverWidth);
        var around = Shapes.Intersection(part, part.Factory.ToGeometry(near));
        foreach (var strip in Strips(Shapes.Difference(around, within)).Where(strip => RunsAlong(strip, within)))
        {
            within = Shapes.Union(within, strip);
        }

        var without = Shapes.Difference(around, within);
        foreach (var strip in Strips(within).Where(strip => RunsAlong(strip, without)))
        {
            within = Shapes.Difference(within, strip);
        }

        return within;
    }

    private List<Polygon> Strips(Geometry shape) => [.. Shapes.Parts(Shapes.Difference(shape, Shapes.Opened(shape, scale.SliverWidth)))];

    private static bool RunsAlong(Geometry strip, Geometry other)
        => !other.IsEmpty && strip.Boundary.Intersection(other.Boundary).Length >= 0.3 * strip.Boundary.Length;

    private static Territory With(Territory territory, IReadOnlyList<Ring> rings) => new(territory.Name, rings, territory.BorderErrorMetres);
}
