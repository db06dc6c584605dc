using System.Globalization;
using Detente.Bench.Record;
using Detente.Functions;
using Detente.Geography;
using Detente.Geography.Geodesics;

namespace Detente.Bench.Geodesics;

/// <summary>Geodesics per second of one core, beside GeographicLib over the same points; and the functions beneath them, beside the platform's.</summary>
internal static class GeodesicBench
{
    private const string Usage = "usage: geodesic [--rounds 5] [--count 200000] [--peer <the built program>]";

    private readonly record struct Path(Position A, Position B, double Azimuth, double Metres);

    private sealed record Item(string Name, Func<Path, double> Ours);

    private static readonly Item[] Items =
    [
        new("distance", p => Geodesic.Distance(p.A, p.B)),
        new("inverse", p => Sum(Geodesic.Inverse(p.A, p.B))),
        new("direct", p => Sum(Geodesic.Direct(p.A, p.Azimuth, p.Metres))),
    ];

    private static readonly (string Name, Func<double, double> Ours, Func<double, double> Platform, double From, double To)[] Functions =
    [
        ("sin + cos", x => { var (sin, cos) = Elementary.SinCos(x); return sin + cos; }, x => { var (sin, cos) = Math.SinCos(x); return sin + cos; }, -7, 7),
        ("tan", Elementary.Tan, Math.Tan, -7, 7),
        ("atan2", x => Elementary.Atan2(x, 1.5), x => Math.Atan2(x, 1.5), -3, 3),
        ("asin", Elementary.Asin, Math.Asin, -1, 1),
        ("exp", Elementary.Exp, Math.Exp, -10, 10),
        ("log", Elementary.Log, Math.Log, 0.001, 100),
        ("pow", x => Elementary.Pow(x, 1.37), x => Math.Pow(x, 1.37), 0.001, 100),
        ("cbrt", Elementary.Cbrt, Math.Cbrt, -100, 100),
    ];

    /// <summary>Runs it and prints two tables. 0 when both came to the same, 1 when not, 2 when it was called wrongly.</summary>
    public static int Run(string[] arguments)
    {
        var (rounds, count, program) = (5, 200_000, (string?)null);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : "";
            var read = arguments[i] switch
            {
                "--rounds" => int.TryParse(value, NumberStyles.None, null, out rounds) && rounds is > 0 and < 100,
                "--count" => int.TryParse(value, NumberStyles.None, null, out count) && count is >= 1000 and <= 10_000_000,
                "--peer" => File.Exists(program = value),
                _ => false,
            };
            if (!read)
            {
                Console.Error.WriteLine(Usage);
                return 2;
            }
        }

        var peer = new GeographicLibPeer(program);
        Console.WriteLine($"{count:N0} geodesics, {rounds} rounds, the middle one told; per second of one core");
        Console.WriteLine($"{"",-12}{"Detente",14}{"ns",8}{"GeographicLib",16}{"ns",8}{"Detente over it",18}");
        var paths = Paths(count);
        var same = Items.Select(item => Report(item, paths, rounds, peer)).ToArray();
        Console.WriteLine($"\n{"ns a call",-12}{"Detente",14}{"System.Math",16}");
        foreach (var function in Functions)
        {
            Report(function.Name, function.Ours, function.Platform, function.From, function.To, rounds);
        }

        return same.All(s => s) ? 0 : 1;
    }

    private static bool Report(Item item, Path[] paths, int rounds, GeographicLibPeer peer)
    {
        Warm(() => Time(paths, item.Ours));
        var (ours, theirs) = (new List<double>(), new List<double>());
        var same = true;
        for (var round = 0; round < rounds; round++)
        {
            var (seconds, sum) = Time(paths, item.Ours);
            ours.Add(seconds);
            if (peer.Run(item.Name, paths.Length) is { } told)
            {
                theirs.Add(told.Seconds);
                // Each is within 15 nm, and an azimuth within 10^-9 degree where the points are not opposite.
                same &= Math.Abs(sum - told.Sum) < paths.Length * 1e-6;
            }
        }

        var nanoseconds = Middle(ours) * 1e9 / paths.Length;
        Console.Write($"{item.Name,-12}{1e9 / nanoseconds,14:N0}{nanoseconds,8:F0}");
        if (theirs.Count > 0)
        {
            var peers = Middle(theirs) * 1e9 / paths.Length;
            Console.Write($"{1e9 / peers,16:N0}{peers,8:F0}{peers / nanoseconds,18:F2}{(same ? "" : "   NOT THE SAME")}");
        }

        Console.WriteLine();
        return same;
    }

    private static void Report(string name, Func<double, double> ours, Func<double, double> platform, double from, double to, int rounds)
    {
        var dice = new Dice(2);
        var arguments = Enumerable.Range(0, 100_000).Select(_ => from + (to - from) * dice.Part()).ToArray();
        var (mine, theirs) = (new List<double>(), new List<double>());
        Warm(() => { Time(arguments, ours); Time(arguments, platform); });
        for (var round = 0; round < rounds; round++)
        {
            mine.Add(Time(arguments, ours).Seconds);
            theirs.Add(Time(arguments, platform).Seconds);
        }

        Console.WriteLine($"{name,-12}{Middle(mine) * 1e9 / arguments.Length,14:F1}{Middle(theirs) * 1e9 / arguments.Length,16:F1}");
    }

    private static Path[] Paths(int count)
    {
        var dice = new Dice(1);
        return [.. Enumerable.Range(0, count).Select(_ => new Path(Place(), Place(), 360 * dice.Part() - 180, 20e6 * dice.Part()))];

        Position Place() => new(180 * dice.Part() - 90, 360 * dice.Part() - 180);
    }

    private static double Sum(GeodesicInverse path) => path.DistanceMetres + path.Azimuth1 + path.Azimuth2 + path.ReducedLengthMetres;

    private static double Sum(GeodesicDirect end) => end.Position.Latitude + end.Azimuth2;

    /// <summary>The runtime compiles a method well once it has been called often, and a moment later.</summary>
    private static void Warm(Action work)
    {
        for (var i = 0; i < 15; i++)
        {
            work();
            Thread.Sleep(150);
        }
    }

    private static (double Seconds, double Sum) Time<T>(T[] all, Func<T, double> work)
    {
        var (before, sum) = (Environment.CpuUsage.TotalTime, 0.0);
        foreach (var one in all)
        {
            sum += work(one);
        }

        return ((Environment.CpuUsage.TotalTime - before).TotalSeconds, sum);
    }

    private static double Middle(List<double> all) => all.Order().ElementAt(all.Count / 2);
}
