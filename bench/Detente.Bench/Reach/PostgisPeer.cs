using System.Diagnostics;
using System.Globalization;
using System.Text;
using Detente.Geography;

namespace Detente.Bench.Reach;

/// <summary>The same distances by PostGIS: bench/peers/postgis.</summary>
internal static class PostgisPeer
{
    /// <summary>Seconds for all places, and metres for each; null where there is no PostGIS.</summary>
    public static (double Seconds, double[] Metres)? Run(string script, Territory territory, Position[] places)
    {
        var folder = Directory.CreateTempSubdirectory("detente-bench-");
        try
        {
            var (land, points) = (Path.Combine(folder.FullName, "territory.json"), Path.Combine(folder.FullName, "points.csv"));
            File.WriteAllText(land, GeoJson(territory));
            File.WriteAllLines(points, places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.Longitude:R},{place.Latitude:R}")));
            using var process = Process.Start(new ProcessStartInfo(script, [land, points]) { RedirectStandardOutput = true })!;
            var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            process.WaitForExit();
            return process.ExitCode switch
            {
                0 => (Number(lines[0]), [.. lines.Skip(1).Select(Number)]),
                3 => null,
                _ => throw new InvalidOperationException($"{script} ended with {process.ExitCode}."),
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    // Every ring a polygon of its own, outer rings only: a hole of Russia would be a lake or an enclave, and there is none; the caller checks that.
    private static string GeoJson(Territory territory)
    {
        var text = new StringBuilder("{\"type\":\"MultiPolygon\",\"coordinates\":[");
        foreach (var (ring, i) in territory.Rings.Select((ring, i) => (ring, i)))
        {
            text.Append(i == 0 ? "[[" : ",[[");
            foreach (var vertex in ring.Vertices.ToArray().Append(ring.Vertices.Span[0]))
            {
                text.Append(CultureInfo.InvariantCulture, $"[{vertex.LongitudeDegrees},{vertex.LatitudeDegrees}],");
            }

            text.Length--;
            text.Append("]]");
        }

        return text.Append("]}").ToString();
    }
}
