using System.Text.Json;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using Position = Detente.Geography.Position;

namespace Detente.Bench.Places;

/// <summary>NetTopologySuite as one would use it for this: an STR tree of the polygons, each with an indexed point-in-area locator.</summary>
internal sealed class NetTopologySuitePeer
{
    private readonly STRtree<(IndexedPointInAreaLocator Locator, int Country)> _tree = new();

    public NetTopologySuitePeer(IReadOnlyList<(string Name, JsonElement Geometry)> land)
    {
        for (var i = 0; i < land.Count; i++)
        {
            var coordinates = land[i].Geometry.GetProperty("coordinates");
            IEnumerable<JsonElement> polygons = land[i].Geometry.GetProperty("type").GetString() == "Polygon" ? [coordinates] : coordinates.EnumerateArray();
            foreach (var rings in polygons.Select(polygon => polygon.EnumerateArray().Select(Ring).ToList()))
            {
                var polygon = new Polygon(rings[0], [.. rings.Skip(1)]);
                _tree.Insert(polygon.EnvelopeInternal, (new IndexedPointInAreaLocator(polygon), i));
                Parts++;
            }
        }

        // Both build themselves at the first question.
        _tree.Build();
        foreach (var (locator, _) in _tree.Query(new Envelope(-180, 180, -90, 90)))
        {
            locator.Locate(new Coordinate(0, 0));
        }
    }

    public int Parts { get; }

    public void Find(ReadOnlySpan<Position> points, Span<int> found)
    {
        for (var i = 0; i < points.Length; i++)
        {
            var point = new Coordinate(points[i].Longitude, points[i].Latitude);
            found[i] = -1;
            foreach (var (locator, country) in _tree.Query(new Envelope(point)))
            {
                if (locator.Locate(point) != Location.Exterior)
                {
                    found[i] = country;
                    break;
                }
            }
        }
    }

    private static LinearRing Ring(JsonElement ring) => new([.. ring.EnumerateArray().Select(point => new Coordinate(point[0].GetDouble(), point[1].GetDouble()))]);
}
