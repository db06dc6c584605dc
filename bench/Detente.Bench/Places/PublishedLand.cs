using System.IO.Compression;
using System.Text.Json;

namespace Detente.Bench.Places;

/// <summary>The published file of countries, as the peers read it: a code or name, and the geometry in GeoJSON.</summary>
internal static class PublishedLand
{
    public static IReadOnlyList<(string Name, JsonElement Geometry)> Read(string sources, string scale)
    {
        using var packed = new GZipStream(File.OpenRead(Path.Combine(sources, $"countries-{scale}.geojson.gz")), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(packed);
        return [.. document.RootElement.GetProperty("features").EnumerateArray().Select(feature =>
        {
            var properties = feature.GetProperty("properties");
            return (properties.GetProperty("iso_a3").GetString() ?? properties.GetProperty("name").GetString()!, feature.GetProperty("geometry").Clone());
        })];
    }
}
