using System.IO.Compression;
using System.Text.Json;
using Detente.Geography;
using Detente.Tests.House;

namespace Detente.Tests.Geography.Borders;

/// <summary>
/// A second reading of a published file, slow and plain: every ring of every feature as it stands there, a point in it by
/// even-odd ray casting in 128 bits. Shares no code with the packed maps.
/// </summary>
internal sealed class RawFeatures
{
    private readonly Dictionary<(long, long)[], (long South, long North)> _spans = [];
    private readonly List<(string Code, List<(long X, long Y)[]> Rings)> _features = [];

    public RawFeatures(string file)
    {
        using var packed = new GZipStream(File.OpenRead(Path.Combine(Tree.Root, "tools", "Detente.Borders", "sources", file)), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(packed);
        foreach (var feature in document.RootElement.GetProperty("features").EnumerateArray())
        {
            var properties = feature.GetProperty("properties");
            var rings = new List<(long, long)[]>();
            Rings(feature.GetProperty("geometry").GetProperty("coordinates"), rings);
            _features.Add((properties.GetProperty("iso_a3").GetString() ?? properties.GetProperty("name").GetString()!, rings));
        }
    }

    public int Vertices => _features.Sum(feature => feature.Rings.Sum(ring => ring.Length));

    public IEnumerable<(long X, long Y)[]> AllRings => _features.SelectMany(feature => feature.Rings);

    /// <summary>Codes, or names where the file has no code, of the features a point lies in.</summary>
    public IReadOnlyList<string> Holding(Vertex point) => [.. _features.Where(feature => feature.Rings.Count(ring => IsIn(point, ring)) % 2 == 1).Select(feature => feature.Code)];

    private bool IsIn(Vertex point, (long X, long Y)[] ring)
    {
        var inside = false;
        if (!_spans.TryGetValue(ring, out var span))
        {
            _spans[ring] = span = (ring.Min(vertex => vertex.Y), ring.Max(vertex => vertex.Y));
        }

        if (point.Latitude < span.South || point.Latitude > span.North)
        {
            return false;
        }

        for (var i = 0; i + 1 < ring.Length; i++)
        {
            var ((ax, ay), (bx, by)) = (ring[i], ring[i + 1]);
            if (ay <= point.Latitude != by <= point.Latitude)
            {
                // Above zero: the point lies left of the line from a to b.
                var side = ((Int128)bx - ax) * (point.Latitude - ay) - ((Int128)by - ay) * (point.Longitude - ax);
                inside ^= by > ay ? side > 0 : side < 0;
            }
        }

        return inside;
    }

    private static void Rings(JsonElement coordinates, List<(long, long)[]> rings)
    {
        if (coordinates.GetArrayLength() > 0 && coordinates[0][0].ValueKind == JsonValueKind.Number)
        {
            rings.Add([.. coordinates.EnumerateArray().Select(point => (Units(point[0]), Units(point[1])))]);
            return;
        }

        foreach (var part in coordinates.EnumerateArray())
        {
            Rings(part, rings);
        }
    }

    private static long Units(JsonElement degrees) => (long)Math.Round(degrees.GetDecimal() * 10_000_000);
}
