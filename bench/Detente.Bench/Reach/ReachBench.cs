using System.Diagnostics;
using System.Globalization;
using Detente.Bench.Record;
using Detente.Geography;
using Detente.Geography.Borders;
using Detente.Geography.Geodesics;
using Detente.Geography.Reach;

namespace Detente.Bench.Reach;

/// <summary>Distances to Russia at 1:10,000,000 per second, beside PostGIS on the same points; and how long a reach takes.</summary>
internal static class ReachBench
{
    private const string Usage = "usage: reach [--count 100000] [--peer-count 1000] [--rounds 3] [--peer <script>]";

    private static readonly (string From, string Onto, int Km)[] Reaches =
    [
        ("RUS", "POL", 500), ("RUS", "POL", 2500), ("RUS", "POL", 5500),
        ("RUS", "DEU", 500), ("RUS", "DEU", 2500), ("RUS", "DEU", 5500),
        ("USA", "RUS", 500), ("USA", "RUS", 2500), ("USA", "RUS", 5500),
    ];

    /// <summary>Runs it and prints two tables. 0 when PostGIS finds nothing nearer and half of it the same, or was skipped, 1 when it does not, 2 when called wrongly.</summary>
    public static int Run(string[] arguments)
    {
        var (count, peerCount, rounds, script) = (100_000, 1000, 3, (string?)null);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : "";
            var read = arguments[i] switch
            {
                "--count" => int.TryParse(value, NumberStyles.None, null, out count) && count is >= 1000 and <= 10_000_000,
                "--peer-count" => int.TryParse(value, NumberStyles.None, null, out peerCount) && peerCount is >= 10 and <= 100_000,
                "--rounds" => int.TryParse(value, NumberStyles.None, null, out rounds) && rounds is > 0 and < 100,
                "--peer" => File.Exists(script = value),
                _ => false,
            };
            if (!read)
            {
                Console.Error.WriteLine(Usage);
                return 2;
            }
        }

        var russia = Land("RUS");
        var distance = TerritoryDistance.Of(russia);
        var watch = Stopwatch.StartNew();
        distance.To(new Position(0, 0));
        Console.WriteLine($"Russia: {russia.Rings.Sum(ring => ring.Vertices.Length):N0} corners, index made in {watch.ElapsedMilliseconds} ms; {count:N0} places even over the Earth, best of {rounds} rounds");
        var places = Places(count, 1);
        var one = Rate(count, rounds, () => Sum(places, place => distance.To(place).HighMetres));
        var processor = ProcessorRate(count, rounds, () => Sum(places, place => distance.To(place).HighMetres));
        Console.WriteLine($"{"distance to Russia",-34}{one,12:N0} /s on one thread, {processor:N0} per second of processor time");
        var two = Rate(count, rounds, () => Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 },
            half => Sum(places.AsSpan(half * count / 2, count / 2).ToArray(), place => distance.To(place).HighMetres)));
        Console.WriteLine($"{"",-34}{two,12:N0} /s on two");
        Console.WriteLine($"{"in coarse bounds",-34}{Rate(count, rounds, () => Sum(places, place => distance.Bounds(place).HighMetres)),12:N0} /s on one");
        Console.WriteLine($"{"inside or not",-34}{Rate(count, rounds, () => Sum(places, place => distance.Contains(place) ? 1 : 0)),12:N0} /s on one");
        var moscow = new Position(55.7522, 37.6156);
        Console.WriteLine($"{"place to place",-34}{Rate(count, rounds, () => Sum(places, place => Geodesic.Distance(place, moscow))),12:N0} /s on one");
        Console.WriteLine($"{"widest bounds",-34}{places.Max(place => distance.To(place) is var d ? d.HighMetres - d.LowMetres : 0),12:F3} m");
        var agrees = ComparePostgis(script, russia, distance, Places(peerCount, 2), one, two);
        Console.WriteLine($"\n{"reach",-16}{"km",6}{"km² at least",16}{"at most",16}{"ms",8}");
        foreach (var (from, onto, km) in Reaches)
        {
            var (a, b) = (Land(from), Land(onto));
            TerritoryDistance.Of(b).To(moscow);
            ReachResult reach = ReachArea.Of(a, km * 1000.0, b);
            watch.Restart();
            reach = ReachArea.Of(a, km * 1000.0, b);
            Console.WriteLine($"{from + " onto " + onto,-16}{km,6}{reach.AreaLow / 1e6,16:N0}{reach.AreaHigh / 1e6,16:N0}{watch.ElapsedMilliseconds,8}");
        }

        return agrees ? 0 : 1;
    }

    private static bool ComparePostgis(string? script, Territory territory, TerritoryDistance distance, Position[] places, double one, double two)
    {
        if (script is null || PostgisPeer.Run(script, territory, places) is not { } peer)
        {
            Console.Error.WriteLine("bench/run: PostGIS is not installed (Debian: postgresql-15-postgis-3); it will be skipped");
            return true;
        }

        var rate = places.Length / peer.Seconds;
        // PostGIS looks for the nearest point on a sphere and measures to it on the spheroid: it may be too far, and never too near.
        var over = places.Zip(peer.Metres, (place, metres) => metres - distance.To(place).HighMetres).Order().ToArray();
        Console.WriteLine($"{"PostGIS ST_Distance(geography)",-34}{rate,12:N0} /s on one; Detente over it: {one / rate:N1} on one thread, {two / rate:N1} on two");
        Console.WriteLine($"{"PostGIS less Detente",-34}{over[0],12:F3} m at least, {over[over.Length / 2]:F3} in the middle, {over[^1]:F3} at most (its edges cut to 0.1°)");
        return over[0] > -1 && Math.Abs(over[over.Length / 2]) < 0.01;
    }

    private static double Rate(int count, int rounds, Action run)
    {
        run();
        var best = double.PositiveInfinity;
        for (var round = 0; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            run();
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }

        return count / best;
    }

    // What the clock says on a machine with nothing else to do.
    private static double ProcessorRate(int count, int rounds, Action run)
    {
        var best = double.PositiveInfinity;
        for (var round = 0; round < rounds; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            run();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        return count / best;
    }

    private static double Sum(Position[] places, Func<Position, double> of)
    {
        var sum = 0.0;
        foreach (var place in places)
        {
            sum += of(place);
        }

        return sum;
    }

    private static Position[] Places(int count, ulong seed)
    {
        var dice = new Dice(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new Position(Math.Asin(2 * dice.Part() - 1) * 180 / Math.PI, 360 * dice.Part() - 180))];
    }

    private static Territory Land(string code)
        => BorderMap.Large.Territory(code).TryGet(out var land, out var problem) ? land : throw new InvalidOperationException(problem);
}
