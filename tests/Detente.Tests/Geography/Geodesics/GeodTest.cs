using System.Globalization;
using System.IO.Compression;
using Detente.Geography;
using Detente.Tests.House;

namespace Detente.Tests.Geography.Geodesics;

/// <summary>One geodesic of the test set: see vectors/geographiclib/SOURCE.md.</summary>
internal sealed record GeodTest(int Line, Position A, double Azimuth1, Position B, double Azimuth2, double Metres, double Arc, double ReducedLength, double Area)
{
    public static readonly IReadOnlyList<GeodTest> All = Read();

    private static List<GeodTest> Read()
    {
        var path = Path.Combine(Tree.Root, "tests/Detente.Tests/vectors/geographiclib/GeodTest-short.dat.gz");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var all = new List<GeodTest>();
        while (reader.ReadLine() is { } line)
        {
            var c = line.Split(' ').Select(column => double.Parse(column, CultureInfo.InvariantCulture)).ToArray();
            all.Add(new GeodTest(all.Count + 1, new Position(c[0], c[1]), c[2], new Position(c[3], c[4]), c[5], c[6], c[7], c[8], c[9]));
        }

        return all;
    }
}
