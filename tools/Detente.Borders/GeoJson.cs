using System.IO.Compression;
using System.Text.Json;
using Detente.Geography;

namespace Detente.Borders;

/// <summary>A feature of a GeoJSON file: its rings in 1e-7 degree, outer ring of each polygon first, and its properties.</summary>
internal sealed record Feature(IReadOnlyList<IReadOnlyList<Vertex[]>> Polygons, JsonElement Properties)
{
    /// <summary>A property as text; <c>null</c> where it is missing, null, empty, or -99, which stands for none.</summary>
    public string? this[string name]
        => Properties.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && text != "-99" ? text : null;
}

/// <summary>Reads GeoJSON (RFC 7946), packed by gzip.</summary>
internal static class GeoJson
{
    /// <summary>Every feature, in the file's order. Coordinates are rounded to 1e-7 degree, a tie to the even unit, from their decimals.</summary>
    public static IReadOnlyList<Feature> Read(string path)
    {
        using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(packed);
        return [.. document.RootElement.GetProperty("features").EnumerateArray().Select(ReadFeature)];
    }

    private static Feature ReadFeature(JsonElement feature)
    {
        var geometry = feature.GetProperty("geometry");
        var coordinates = geometry.GetProperty("coordinates");
        IEnumerable<JsonElement> polygons = geometry.GetProperty("type").GetString() switch
        {
            "Polygon" => [coordinates],
            "MultiPolygon" => coordinates.EnumerateArray(),
            var other => throw new InvalidDataException($"A geometry of type {other} is none of land."),
        };
        return new Feature([.. polygons.Select(polygon => polygon.EnumerateArray().Select(ReadRing).ToList())], feature.GetProperty("properties").Clone());
    }

    private static Vertex[] ReadRing(JsonElement ring)
    {
        var vertices = ring.EnumerateArray().Select(point => new Vertex(Units(point[1]), Units(point[0]))).ToList();
        if (vertices[0] != vertices[^1])
        {
            throw new InvalidDataException("A ring is not closed.");
        }

        // Without the last, which repeats the first, and without what rounding made the same.
        return [.. vertices.Skip(1).Where((vertex, i) => vertex != vertices[i])];
    }

    private static int Units(JsonElement degrees) => (int)Math.Round(degrees.GetDecimal() * Vertex.PerDegree);
}
