using Detente.Geography;
using Detente.Geography.Borders;

namespace Detente.Borders;

/// <summary>Makes a border map of the sources.</summary>
internal static class MapMaker
{
    public static BorderMap Make(string sources, MapScale scale)
    {
        var features = GeoJson.Read(Path.Combine(sources, scale.Source));
        var countries = new Dictionary<string, Country>();
        var pieces = new List<Piece>();
        foreach (var feature in features)
        {
            var name = feature["name"] ?? throw new InvalidDataException("A feature has no name.");
            var code = feature["iso_a3"] ?? name;
            countries.TryAdd(code, new Country(code, feature["iso_a2"], feature["iso_n3"], name, []));
            // Five islets and a lake collapsed on the source's grid to two vertices or one: they have no land.
            var rings = feature.Polygons
                .SelectMany(polygon => polygon.Select((ring, i) => (Vertices: ring, Outer: i == 0)))
                .Where(ring => ring.Vertices.Length > 2)
                .Select(ring => Turned(ring.Vertices, ring.Outer)).ToList();
            pieces.Add(new Piece(name, code, null, new Territory(name, rings, scale.About.BorderErrorMetres)));
        }

        return new BorderMap(scale.About, pieces, [.. countries.Values], []);
    }

    // The land on the left of every edge: outer rings counterclockwise, holes clockwise.
    private static Ring Turned(Vertex[] vertices, bool outer)
    {
        Int128 area = 0;
        for (var i = 0; i < vertices.Length; i++)
        {
            var (a, b) = (vertices[i], vertices[(i + 1) % vertices.Length]);
            area += (Int128)a.Longitude * b.Latitude - (Int128)b.Longitude * a.Latitude;
        }

        return new Ring(area > 0 == outer ? vertices : [.. vertices.Reverse()]);
    }
}
