using System.Diagnostics;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using Detente.Geography;
using Detente.Kinematics;
using Detente.Tests.House;

namespace Detente.Tests.Kinematics;

/// <summary>What a flight comes to on one machine it comes to on all: bits, not digits.</summary>
public sealed class SameBitsTests
{
    /// <summary>Where a run of this test in a process of its own leaves what it computed.</summary>
    private const string Leaves = "DETENTE_SAME_FLIGHTS";

    [Fact]
    public void Flights_have_the_same_bits_each_time()
    {
        var hash = Hash();
        if (Environment.GetEnvironmentVariable(Leaves) is { } path)
        {
            File.WriteAllText(path, $"{hash} {Vector128.IsHardwareAccelerated}");
        }

        Assert.Equal(Hash(), hash);
    }

    [Fact]
    public void They_have_them_without_the_processors_own_instructions()
    {
        var path = Path.GetTempFileName();
        try
        {
            var dotnet = Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet";
            var start = new ProcessStartInfo(dotnet, [Tree.Assembly("Detente.Tests"), "-method", $"{typeof(SameBitsTests)}.{nameof(Flights_have_the_same_bits_each_time)}"])
            {
                RedirectStandardOutput = true,
                Environment = { [Leaves] = path, ["DOTNET_EnableHWIntrinsic"] = "0" },
            };
            using var process = Process.Start(start)!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal($"{Hash()} {false}", File.ReadAllText(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Hash()
    {
        using var bits = new MemoryStream();
        using var writer = new BinaryWriter(bits);
        for (var km = 100; km < 13_000; km += 300)
        {
            var arc = MinimumEnergy.Over(km);
            Write(arc.ApogeeKm, arc.SpeedKmPerSecond, arc.AngleDegrees, arc.Seconds, MinimumEnergy.GreatestRangeKm(arc.SpeedKmPerSecond));
            var launch = new Launch(new Position(km / 150.0, km / 80.0), km, arc.SpeedKmPerSecond * 1000, arc.AngleDegrees, 4000);
            Atmosphere[] airs = [new StandardAtmosphere(), new ExponentialAtmosphere()];
            foreach (var air in airs)
            {
                var flight = new TrajectoryIntegrator(EarthModel.Wgs84, air).Fly(launch)!.Value;
                Write(flight.RangeKm, flight.ApogeeKm, flight.Seconds, flight.EndSpeed, flight.End.Latitude, flight.End.Longitude);
            }
        }

        foreach (var flight in Powered.All.SelectMany(Powered.Flights))
        {
            Write(flight.RangeKm, flight.ApogeeKm, flight.Seconds, flight.BurnoutSpeed);
        }

        foreach (var point in RangeRing.Around(new Position(54.7, 20.5), 2500, RingConvention.SameSpeed, 36).Points)
        {
            Write(point.Latitude, point.Longitude);
        }

        writer.Flush();
        return Convert.ToHexStringLower(SHA256.HashData(bits.ToArray()));

        void Write(params double[] figures) => Array.ForEach(figures, writer.Write);
    }
}
