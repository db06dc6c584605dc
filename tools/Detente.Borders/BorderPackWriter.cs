using Detente.Geography;
using Detente.Geography.Borders;

namespace Detente.Borders;

/// <summary>
/// Writes a border map in packed form.
/// <code>
/// 8 bytes   magic "DTBORDR1"; the last byte is the version
/// 32 bytes  SHA-256 of everything that follows
/// header    texts: scale, source, licence, quantisation; number: border error in metres; number: length of the body
/// body, in Brotli to the end of the file:
///   every latitude that occurs, ascending, in 1e-7 degree: their number, then differences
///   every longitude, the same
///   arcs: their number; for each the number of its vertices less two; then the latitudes of all vertices of all arcs, as
///     differences of their place in the list above, each from the vertex before it, an arc's first vertex from the
///     first vertex of the arc before; then the longitudes, the same
///   disputed areas: name, kind, note, claimants, grade
///   countries: code, alpha-2, numeric, name, aliases; an empty text stands for none
///   pieces: the holder's place among the countries, the disputed area's place plus one (0: none), name, rings; a ring is
///     a list of arcs: twice the arc's place, plus one where it is taken backwards
/// </code>
/// A number is an unsigned LEB128; a difference is one in zigzag form; a text is its length in bytes and UTF-8; a list is its
/// number of items and the items. Places on the source's grid are near each other in the two lists, so that most
/// differences take one byte, and the vertices come back exactly, whether they stand on the grid or not.
/// </summary>
internal static class BorderPackWriter
{
    public static byte[] Write(BorderMap map)
    {
        var table = new ArcTable(map.Pieces.SelectMany(piece => piece.Territory.Rings));
        var rings = map.Pieces.Select(piece => piece.Territory.Rings.Select(table.References).ToList()).ToList();
        var latitudes = Places(table.Arcs.SelectMany(arc => arc).Select(vertex => vertex.Latitude));
        var longitudes = Places(table.Arcs.SelectMany(arc => arc).Select(vertex => vertex.Longitude));

        var body = new PackBuilder();
        Ascending(body, latitudes.Keys);
        Ascending(body, longitudes.Keys);
        body.List(table.Arcs, arc => body.Number(arc.Length - 2));
        Differences(body, table.Arcs, vertex => latitudes[vertex.Latitude]);
        Differences(body, table.Arcs, vertex => longitudes[vertex.Longitude]);
        body.List(map.DisputedAreas, area => body.Text(area.Name).Text(area.Kind).Text(area.Note).List(area.Claimants, code => body.Text(code)).Text(area.Grade));
        body.List(map.Countries, country => body.Text(country.Code).Text(country.Alpha2).Text(country.Numeric).Text(country.Name).List(country.Aliases, alias => body.Text(alias)));

        var countries = map.Countries.Select(country => country.Code).ToList();
        var areas = map.DisputedAreas.Select(area => area.Name).ToList();
        body.List(map.Pieces.Zip(rings).ToList(), item =>
        {
            var (piece, references) = item;
            body.Number(countries.IndexOf(piece.Holder));
            body.Number(piece.DisputedArea is { } area ? areas.IndexOf(area) + 1 : 0).Text(piece.Name);
            body.List(references, ring => body.List(ring, reference => body.Number(reference)));
        });

        var about = map.Source;
        var header = new PackBuilder().Text(about.Scale).Text(about.Source).Text(about.Licence).Text(about.Quantisation).Number(about.BorderErrorMetres);
        return body.Close(BorderPack.Magic, header);
    }

    private static SortedDictionary<int, int> Places(IEnumerable<int> values)
    {
        var places = new SortedDictionary<int, int>();
        foreach (var value in values.Distinct().Order())
        {
            places.Add(value, places.Count);
        }

        return places;
    }

    private static void Ascending(PackBuilder body, IReadOnlyCollection<int> values)
    {
        var last = 0;
        body.List(values, value =>
        {
            body.Difference(value - last);
            last = value;
        });
    }

    private static void Differences(PackBuilder body, IReadOnlyList<Vertex[]> arcs, Func<Vertex, int> place)
    {
        var first = 0;
        foreach (var arc in arcs)
        {
            var last = first;
            first = place(arc[0]);
            foreach (var vertex in arc)
            {
                body.Difference(place(vertex) - last);
                last = place(vertex);
            }
        }
    }
}
