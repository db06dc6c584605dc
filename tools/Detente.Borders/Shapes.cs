using Detente.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using Polygon = NetTopologySuite.Geometries.Polygon;

namespace Detente.Borders;

/// <summary>Rings as polygons of NetTopologySuite in whole units of 1e-7 degree, and overlays that stay on those units.</summary>
internal static class Shapes
{
    private static readonly PrecisionModel Units = new(1);
    private static readonly GeometryFactory Factory = new(Units);

    public static Geometry Of(IEnumerable<IReadOnlyList<Vertex[]>> polygons)
        => Factory.BuildGeometry([.. polygons.Where(rings => rings[0].Length > 2)
            .Select(rings => GeometryFixer.Fix(Factory.CreatePolygon(Line(rings[0]), [.. rings.Skip(1).Where(ring => ring.Length > 2).Select(Line)])))
            .SelectMany(Parts)]);

    public static Geometry Of(Territory territory)
    {
        var polygons = new List<(LinearRing Shell, List<LinearRing> Holes)>();
        var holes = new List<LinearRing>();
        foreach (var ring in territory.Rings)
        {
            var line = Line(ring.Vertices.ToArray());
            if (line.IsCCW)
            {
                polygons.Add((line, []));
            }
            else
            {
                holes.Add(line);
            }
        }

        foreach (var hole in holes)
        {
            // The least shell around it.
            polygons.Where(polygon => polygon.Shell.EnvelopeInternal.Covers(hole.EnvelopeInternal) && Factory.CreatePolygon(polygon.Shell).Covers(Factory.CreatePolygon(hole)))
                .MinBy(polygon => polygon.Shell.EnvelopeInternal.Area).Holes.Add(hole);
        }

        return Factory.BuildGeometry([.. polygons.Select(polygon => (Geometry)Factory.CreatePolygon(polygon.Shell, [.. polygon.Holes]))]);
    }

    public static Geometry Intersection(Geometry a, Geometry b) => Land(OverlayNG.Overlay(a, b, SpatialFunction.Intersection, Units));

    public static Geometry Difference(Geometry a, Geometry b) => Land(OverlayNG.Overlay(a, b, SpatialFunction.Difference, Units));

    public static Geometry Union(Geometry a, Geometry b) => Land(OverlayNG.Overlay(a, b, SpatialFunction.Union, Units));

    /// <summary>What is left of a shape when everything narrower than <paramref name="width"/> units is taken off it.</summary>
    public static Geometry Opened(Geometry shape, double width)
        => Intersection(shape, OverlayNG.Overlay(shape.Buffer(-width / 2, 4).Buffer(width / 2 * 1.01, 4), null, SpatialFunction.Union, Units));

    public static IEnumerable<Polygon> Parts(Geometry geometry)
    {
        for (var i = 0; i < geometry.NumGeometries; i++)
        {
            if (geometry.GetGeometryN(i) is Polygon { IsEmpty: false } polygon)
            {
                yield return polygon;
            }
        }
    }

    /// <summary>The rings of a shape, the land on the left.</summary>
    public static List<Ring> Rings(Geometry geometry)
        => [.. Parts(geometry).SelectMany(polygon => polygon.InteriorRings.Select(hole => Ring(hole, counterclockwise: false)).Prepend(Ring(polygon.ExteriorRing, counterclockwise: true)))];

    /// <summary>Square kilometres, about.</summary>
    public static double AreaKm2(Geometry geometry)
        => Parts(geometry).Sum(part => part.Area * 1e-14 * 111.32 * 111.32 * Math.Cos(part.Centroid.Y * 1e-7 * Math.PI / 180));

    private static Ring Ring(LineString line, bool counterclockwise)
    {
        var vertices = line.Coordinates.Skip(1).Select(point => new Vertex((int)point.Y, (int)point.X)).ToArray();
        return new Ring(((LinearRing)line).IsCCW == counterclockwise ? vertices : [.. vertices.Reverse()]);
    }

    private static LinearRing Line(Vertex[] vertices)
        => Factory.CreateLinearRing([.. vertices.Append(vertices[0]).Select(vertex => new Coordinate(vertex.Longitude, vertex.Latitude))]);

    private static Geometry Land(Geometry geometry) => Factory.BuildGeometry([.. Parts(geometry)]);
}
