using System.Diagnostics;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;
using Detente.Functions;
using Detente.Geography;
using Detente.Geography.Borders;
using Detente.Geography.Geodesics;
using Detente.Geography.Reach;
using Detente.Tests.Geography.Geodesics;

namespace Detente.Tests.House;

/// <summary>What is computed has the same bytes on every machine: here with the processor's instructions for many numbers at once, and without.</summary>
public class SameBytesTests(ITestOutputHelper output)
{
    /// <summary>Where a run of this test in a process of its own leaves what it computed.</summary>
    private const string Leaves = "DETENTE_SAME_BYTES";

    /// <summary>The hash on every machine there is. It changes with the functions, and then on all of them alike.</summary>
    private const string Golden = "9cbb9bd769e36f68a0ff33b29ec6caa5b64f7c052cea456d75b28fd0675bcf14";

    [Fact]
    public void Functions_geodesics_and_reach_have_these_bytes()
    {
        var hash = Hash();
        output.WriteLine(hash);
        if (Environment.GetEnvironmentVariable(Leaves) is { } path)
        {
            File.WriteAllText(path, $"{hash} {Vector128.IsHardwareAccelerated}");
        }

        Assert.Equal(Golden, hash);
    }

    [Fact]
    public void They_have_them_without_the_processors_own_instructions()
    {
        var path = Path.GetTempFileName();
        try
        {
            var dotnet = Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet";
            var start = new ProcessStartInfo(dotnet, [Tree.Assembly("Detente.Tests"), "-method", $"{typeof(SameBytesTests)}.{nameof(Functions_geodesics_and_reach_have_these_bytes)}"])
            {
                RedirectStandardOutput = true,
                Environment = { [Leaves] = path, ["DOTNET_EnableHWIntrinsic"] = "0" },
            };
            using var process = Process.Start(start)!;
            var told = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            output.WriteLine(told);
            Assert.Equal($"{Hash()} {false}", File.ReadAllText(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var dice = new Random(5); // with a seed, its numbers are fixed by the framework's contract for this algorithm
        for (var i = 0; i < 2_000; i++)
        {
            var (x, part) = ((dice.NextDouble() - 0.5) * Math.ScaleB(1, i % 80 - 40), 2 * dice.NextDouble() - 1);
            Add(Elementary.Sin(x), Elementary.Cos(x), Elementary.Tan(x), Elementary.Atan(x), Elementary.Asin(part), Elementary.Acos(part));
            Add(Elementary.Exp(x), Elementary.Expm1(x), Elementary.Log(Math.Abs(x)), Elementary.Log1p(Math.Abs(x)), Elementary.Pow(Math.Abs(x), part), Elementary.Cbrt(x));
            Add(Elementary.Hypot(x, part), Elementary.Sinh(x), Elementary.Asinh(x), Elementary.Atanh(part), Elementary.Atan2(x, part), Elementary.Atan2Degrees(x, part));
            Add(Elementary.SinCosDegrees(x).Sin, Elementary.SinCosDegrees(x).Cos, Ellipsoid.AuthalicSine(90 * part), Ellipsoid.LatitudeOfAuthalicSine(part));
        }

        var norway = BorderMap.Medium.Territory("NOR").TryGet(out var land, out var problem) ? land : throw new InvalidOperationException(problem);
        for (var i = 0; i < 200; i++)
        {
            var distance = TerritoryDistance.Of(norway).To(new Position(180 * dice.NextDouble() - 90, 360 * dice.NextDouble() - 180));
            Add(distance.LowMetres, distance.HighMetres, distance.Nearest.Latitude, distance.Nearest.Longitude);
        }

        var reach = ReachArea.Of(norway, 500_000, BorderMap.Medium.Territory("RUS").TryGet(out var russia, out problem) ? russia : throw new InvalidOperationException(problem));
        Add(reach.AreaLow, reach.AreaHigh, reach.AreaLowWithError, reach.AreaHighWithError, reach.TotalArea, reach.Outline.Area);
        hash.AppendData(Encoding.ASCII.GetBytes(reach.Outline.ToGeoJson()));

        foreach (var test in GeodTest.All.Where(test => test.Line % 10 == 1))
        {
            var path = Geodesic.Inverse(test.A, test.B);
            var end = Geodesic.Direct(test.A, test.Azimuth1, test.Metres);
            Add(path.DistanceMetres, path.Azimuth1, path.Azimuth2, path.ReducedLengthMetres, Geodesic.Distance(test.A, test.B), Geodesic.AreaUnder(test.A, test.B));
            Add(end.Position.Latitude, end.Position.Longitude, end.Azimuth2, Ellipsoid.AreaUnderStraight(test.A, test.B), Ellipsoid.ToCartesian(test.B).X);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        // The spelling of what is not a number is the processor's own.
        void Add(params double[] values) => hash.AppendData(values.SelectMany(v => BitConverter.GetBytes(double.IsNaN(v) ? double.NaN : v)).ToArray());
    }
}
