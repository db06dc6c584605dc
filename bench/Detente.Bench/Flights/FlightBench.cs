using System.Globalization;
using Detente.Bench.Record;
using Detente.Geography;
using Detente.Kinematics;
using Detente.Quantities;

namespace Detente.Bench.Flights;

/// <summary>Flights per second of one core, and how far their ends lie from those with a tenth of the step. There is no peer: published programs differ in what they compute.</summary>
internal static class FlightBench
{
    private const string Usage = "usage: flights [--rounds 5] [--count 5000]";

    private readonly record struct Path(Position From, double Azimuth, double Km);

    private sealed record Item(string Name, Func<Path, double> Ours, Func<Path, double>? Finer = null);

    private static readonly Booster OneStage = new([new Stage(12798, 2294, 226, 26600)], 1000, 1.35, 40);

    private static readonly Item[] Items =
    [
        new("closed form", path => MinimumEnergy.Over(path.Km).Seconds),
        new("flight time with its parts", path => (double)FlightTime.Ballistic(Amount.Exactly((decimal)path.Km)).Minutes.Low!),
        Free("turning, flattened, no air", null),
        Free("with air on the way down", new StandardAtmosphere()),
        Climb("from rest under power, with air", new StandardAtmosphere()),
    ];

    /// <summary>Runs it and prints a table. 0 when no flight ends farther than 50 m from the finer one, 1 when one does, 2 when it was called wrongly.</summary>
    public static int Run(string[] arguments)
    {
        var (rounds, count) = (5, 5_000);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : "";
            var read = arguments[i] switch
            {
                "--rounds" => int.TryParse(value, NumberStyles.None, null, out rounds) && rounds is > 0 and < 100,
                "--count" => int.TryParse(value, NumberStyles.None, null, out count) && count is >= 100 and <= 1_000_000,
                _ => false,
            };
            if (!read)
            {
                Console.Error.WriteLine(Usage);
                return 2;
            }
        }

        Console.WriteLine($"{count:N0} flights of 300 to 10,000 km from anywhere, {rounds} rounds, the middle one told; per second of one core");
        Console.WriteLine($"{"",-34}{"a second",12}{"µs",10}{"step error, m",16}");
        var paths = Paths(count);
        return Items.Select(item => Report(item, paths, rounds)).ToList().All(met => met) ? 0 : 1;
    }

    private static bool Report(Item item, Path[] paths, int rounds)
    {
        for (var i = 0; i < 5; i++)
        {
            // The runtime compiles a method well once it has been called often, and a moment later.
            Time(item.Ours, paths);
            Thread.Sleep(150);
        }

        var microseconds = Enumerable.Range(0, rounds).Select(_ => Time(item.Ours, paths)).Order().ElementAt(rounds / 2) * 1e6 / paths.Length;
        var error = item.Finer is null ? 0 : paths.Take(200).Max(path => Math.Abs(item.Ours(path) - item.Finer(path))) * 1000;
        Console.WriteLine($"{item.Name,-34}{1e6 / microseconds,12:N0}{microseconds,10:F2}{(item.Finer is null ? "" : error.ToString("F3", CultureInfo.InvariantCulture)),16}");
        return error < 50;
    }

    private static Item Free(string name, Atmosphere? air)
    {
        var coarse = new TrajectoryIntegrator(EarthModel.Wgs84, air);
        var fine = new TrajectoryIntegrator(EarthModel.Wgs84, air) { CoastStep = coarse.CoastStep / 10, AirStep = coarse.AirStep / 10 };
        return new Item(name, path => Range(coarse.Fly(Launch(path))), path => Range(fine.Fly(Launch(path))));
    }

    private static Item Climb(string name, Atmosphere air)
    {
        var coarse = new TrajectoryIntegrator(EarthModel.Wgs84, air);
        var fine = new TrajectoryIntegrator(EarthModel.Wgs84, air) { CoastStep = coarse.CoastStep / 10, BurnStep = coarse.BurnStep / 10 };
        return new Item(name, path => Range(coarse.Fly(path.From, path.Azimuth, OneStage)), path => Range(fine.Fly(path.From, path.Azimuth, OneStage)));
    }

    private static double Range(IntegratedFlight? flight) => flight?.RangeKm ?? throw new InvalidOperationException("A flight did not come down.");

    private static Launch Launch(Path path)
    {
        var arc = MinimumEnergy.Over(path.Km);
        return new Launch(path.From, path.Azimuth, arc.SpeedKmPerSecond * 1000, arc.AngleDegrees, BallisticCoefficient: 5000);
    }

    private static Path[] Paths(int count)
    {
        var dice = new Dice(1);
        return [.. Enumerable.Range(0, count).Select(_ => new Path(new Position(dice.Between(-89, 89), dice.Between(-180, 179)), dice.Between(0, 359), dice.Between(300, 10_000)))];
    }

    private static double Time(Func<Path, double> work, Path[] paths)
    {
        var (before, sum) = (Environment.CpuUsage.TotalTime, 0.0);
        foreach (var path in paths)
        {
            sum += work(path);
        }

        return sum > 0 ? (Environment.CpuUsage.TotalTime - before).TotalSeconds : throw new InvalidOperationException("Nothing was flown.");
    }
}
