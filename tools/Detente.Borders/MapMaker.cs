using Detente.Geography;
using Detente.Geography.Borders;

namespace Detente.Borders;

/// <summary>Makes a border map of the sources: countries as published, disputed areas cut out of them as pieces of their own.</summary>
internal static class MapMaker
{
    public static BorderMap Make(string sources, MapScale scale, Action<string>? report = null)
    {
        var (countries, published) = Published(Path.Combine(sources, scale.Source), scale);
        var names = countries.SelectMany(country => country.Aliases.Append(country.Code).Append(country.Name).Select(name => (name, country.Code)))
            .GroupBy(item => item.name).ToDictionary(group => group.Key, group => group.First().Code);
        var grid = scale.MeetsDisputedAreas ? new Grid(published.SelectMany(piece => piece.Territory.Rings).SelectMany(ring => ring.Vertices.ToArray())) : null;
        var cutter = new DisputedCutter(scale, report ?? (_ => { }));

        var pieces = published;
        var areas = new List<DisputedArea>();
        foreach (var (area, holders, shape) in DisputedFile.Read(Path.Combine(sources, "ne-10m-disputed-areas.geojson.gz"), names, grid))
        {
            areas.Add(area);
            pieces = cutter.Cut(pieces, area, holders, shape);
        }

        foreach (var (code, area) in Names.WholeFeatures)
        {
            areas.Add(area);
            pieces = [.. pieces.Select(piece => piece.Holder == code && piece.DisputedArea is null ? piece with { DisputedArea = area.Name } : piece)];
        }

        pieces = SharedVertices.Complete(published, pieces);
        Territory.Union("the map", pieces.Select(piece => piece.Territory)); // refuses pieces that overlap or do not close
        var drawn = pieces.Select(piece => piece.DisputedArea).ToHashSet();
        return new BorderMap(scale.About, pieces, countries, [.. areas.Where(area => drawn.Contains(area.Name)).OrderBy(area => area.Name, StringComparer.Ordinal)]);
    }

    private static (List<Country> Countries, List<Piece> Pieces) Published(string path, MapScale scale)
    {
        var countries = new Dictionary<string, Country>();
        var pieces = new List<Piece>();
        foreach (var feature in GeoJson.Read(path))
        {
            var name = feature["name"] ?? throw new InvalidDataException("A feature has no name.");
            var code = feature["iso_a3"] ?? Names.Codes[name];
            countries.TryAdd(code, new Country(code, feature["iso_a2"], feature["iso_n3"], name, Names.Aliases.GetValueOrDefault(code, [])));

            // Five islets and a lake collapsed on the source's grid to two vertices or one: they have no land.
            var rings = feature.Polygons
                .SelectMany(polygon => polygon.Select((ring, i) => (Vertices: ring, Outer: i == 0)))
                .Where(ring => ring.Vertices.Length > 2)
                .Select(ring => Turned(ring.Vertices, ring.Outer)).ToList();
            if (rings.Count > 0)
            {
                pieces.Add(new Piece(name, code, null, new Territory(name, rings, scale.About.BorderErrorMetres)));
            }
        }

        return ([.. countries.Values], pieces);
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
