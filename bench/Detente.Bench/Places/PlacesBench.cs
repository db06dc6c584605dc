using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Detente.Geography;
using Detente.Geography.Borders;
using Detente.Geography.Reach;

namespace Detente.Bench.Places;

/// <summary>Which country a point lies in: points per second, beside NetTopologySuite and PostGIS over the same points.</summary>
internal static class PlacesBench
{
    private const string Usage = "usage: places [--rounds 5] [--count 1000000] [--postgis 100000] [--scale 10m|50m] [--sources <folder>]";

    private delegate void Finder(ReadOnlySpan<Position> points, Span<int> found);

    /// <summary>Runs it and prints a table. 0 when all agree but for points within two metres of a border, 1 when not, 2 when it was called wrongly.</summary>
    public static int Run(string[] arguments)
    {
        var (rounds, count, sample, scale, sources) = (5, 1_000_000, 100_000, "10m", Path.Combine("tools", "Detente.Borders", "sources"));
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : "";
            var read = arguments[i] switch
            {
                "--rounds" => int.TryParse(value, NumberStyles.None, null, out rounds) && rounds is > 0 and < 100,
                "--count" => int.TryParse(value, NumberStyles.None, null, out count) && count is >= 1000 and <= 20_000_000,
                "--postgis" => int.TryParse(value, NumberStyles.None, null, out sample) && sample is >= 0 and <= 20_000_000,
                "--scale" => (scale = value) is "10m" or "50m",
                "--sources" => Directory.Exists(sources = value),
                _ => false,
            };
            if (!read)
            {
                Console.Error.WriteLine(Usage);
                return 2;
            }
        }

        sample = Math.Min(sample, count);
        var watch = Stopwatch.StartNew();
        var map = scale == "10m" ? BorderMap.Large : BorderMap.Medium;
        var loaded = watch.ElapsedMilliseconds;
        watch.Restart();
        var index = map.Index;
        Console.WriteLine($"countries at {scale}, {map.Pieces.Sum(piece => piece.Territory.Edges.Count()):N0} edges: unpacked in {loaded} ms, index built in {watch.ElapsedMilliseconds} ms, {index.SizeInBytes / 1e6:F1} MB");

        var land = PublishedLand.Read(sources, scale);
        watch.Restart();
        var nts = new NetTopologySuitePeer(land);
        Console.WriteLine($"NetTopologySuite {typeof(NetTopologySuite.Geometries.Polygon).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]}: {nts.Parts:N0} polygons, built in {watch.ElapsedMilliseconds} ms");
        using var postgis = sample > 0 ? new PostgisPeer() : null;
        if (postgis is { Absent: { } why })
        {
            Console.Error.WriteLine($"bench/run: {why}; PostGIS will be skipped");
        }
        else if (postgis is not null)
        {
            watch.Restart();
            postgis.Load(land);
            Console.WriteLine($"PostGIS {postgis.Version}: loaded and indexed in {watch.ElapsedMilliseconds} ms");
        }

        Console.WriteLine($"\n{count:N0} points, {rounds} rounds, the middle one told; millions of points a second; a ratio is Detente over the peer");
        var codes = land.Select(country => country.Name).ToArray();
        var same = true;
        foreach (var (name, points) in new[] { ("uniform on the sphere", Uniform(count)), ("within 0.1° of a border", NearBorders(map, count)) })
        {
            same &= Report(name, points, rounds, map, codes, nts, postgis is { Absent: null } ? postgis : null, sample);
        }

        return same ? 0 : 1;
    }

    private static bool Report(string name, Position[] points, int rounds, BorderMap map, string[] codes, NetTopologySuitePeer nts, PostgisPeer? postgis, int sample)
    {
        var (ours, theirs) = (new int[points.Length], new int[points.Length]);
        Finder find = map.Index.Find;
        // Ours is asked ten times over: processor time is counted in hundredths of a second.
        var (one, two) = (Rate(find, points, ours, rounds, 10, 1), Rate(find, points, ours, rounds, 10, 2));
        var (ntsOne, ntsTwo) = (Rate(nts.Find, points, theirs, rounds, 1, 1), Rate(nts.Find, points, theirs, rounds, 1, 2));
        Console.WriteLine($"\n{name}: {ours.Count(found => found >= 0) / (double)points.Length:P2} on land");
        Console.WriteLine($"  {"",-28}{"a CPU second",14}{"ratio",8}{"1 thread",12}{"ratio",8}{"2 threads",12}{"ratio",8}");
        Console.WriteLine($"  {"Detente",-28}{one.Processor,14:F2}{"",8}{one.Clock,12:F2}{"",8}{two.Clock,12:F2}");
        Console.WriteLine($"  {"NetTopologySuite",-28}{ntsOne.Processor,14:F2}{one.Processor / ntsOne.Processor,8:F1}{ntsOne.Clock,12:F2}{one.Clock / ntsOne.Clock,8:F1}{ntsTwo.Clock,12:F2}{two.Clock / ntsTwo.Clock,8:F1}");
        var same = Compare("NetTopologySuite", points, ours, theirs, map, codes);
        if (postgis is not null)
        {
            var seconds = Enumerable.Range(0, rounds).Select(_ => postgis.Find(points.AsSpan(0, sample), theirs)).Order().ToArray();
            var rate = sample / seconds[rounds / 2] / 1e6;
            Console.WriteLine($"  {"PostGIS, the first " + sample.ToString("N0", null),-28}{"",14}{"",8}{rate,12:F3}{one.Clock / rate,8:F0}");
            same &= Compare("PostGIS", points.AsSpan(0, sample), ours, theirs, map, codes);
        }

        return same;
    }

    // Answers may differ by a border: the peers compute in floating point, we round a point to 11 mm, and where disputed areas
    // were cut our border passes up to 1.7 m beside the published one.
    private static bool Compare(string peer, ReadOnlySpan<Position> points, int[] ours, int[] theirs, BorderMap map, string[] codes)
    {
        var (differ, farthest) = (0, 0.0);
        var names = map.Countries.ToDictionary(country => country.Code, country => country.Name);
        for (var i = 0; i < points.Length; i++)
        {
            var mine = ours[i] < 0 ? null : map.Pieces[ours[i]].Holder;
            var other = theirs[i] < 0 ? null : codes[theirs[i]];
            if (mine != other && (mine is null || other is null || names[mine] != other))
            {
                differ++;
                farthest = Math.Max(farthest, TerritoryDistance.Of(map.Territory(mine ?? other!).OrThrow()).ToBorder(points[i]).LowMetres);
            }
        }

        Console.WriteLine($"    {peer} answers the same for {points.Length - differ:N0} of {points.Length:N0}{(differ == 0 ? "" : $"; the others lie within {farthest:F3} m of a border")}");
        return farthest < 2;
    }

    // Millions of points a second: of processor time, and by the clock.
    private static (double Processor, double Clock) Rate(Finder find, Position[] points, int[] found, int rounds, int times, int threads)
    {
        var (processor, clock) = (new List<double>(), new List<double>());
        var share = (points.Length + threads - 1) / threads;
        for (var round = 0; round <= rounds; round++)
        {
            var before = Process.GetCurrentProcess().UserProcessorTime;
            var watch = Stopwatch.StartNew();
            var workers = Enumerable.Range(0, threads).Select(i => new Thread(() =>
            {
                for (var time = 0; time < times; time++)
                {
                    find(points.AsSpan(i * share, Math.Min(share, points.Length - (i * share))), found.AsSpan(i * share));
                }
            })).ToList();
            workers.ForEach(worker => worker.Start());
            workers.ForEach(worker => worker.Join());
            clock.Add(watch.Elapsed.TotalSeconds);
            processor.Add((Process.GetCurrentProcess().UserProcessorTime - before).TotalSeconds);
        }

        // The first round compiles and fills the caches.
        return (Middle(processor), Middle(clock));

        double Middle(List<double> seconds) => points.Length * times / seconds.Skip(1).Order().ElementAt(rounds / 2) / 1e6;
    }

    private static Position[] Uniform(int count)
    {
        var random = new Random(2026);
        return [.. Enumerable.Range(0, count).Select(_ => new Position(Math.Asin(2 * random.NextDouble() - 1) * 180 / Math.PI, random.NextDouble() * 360 - 180))];
    }

    // At most 0.1° of latitude, and of longitude, from a random place on a random edge.
    private static Position[] NearBorders(BorderMap map, int count)
    {
        var random = new Random(2026);
        var edges = map.Pieces.SelectMany(piece => piece.Territory.Edges).Where(edge => !edge.IsCut).ToArray();
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var ((a, b), along, turn, off) = (edges[random.Next(edges.Length)], random.NextDouble(), random.NextDouble() * 2 * Math.PI, 0.1 * Math.Sqrt(random.NextDouble()));
            // The peers know no longitude beyond 180°.
            return new Position(
                Math.Clamp(a.LatitudeDegrees + along * (b.LatitudeDegrees - a.LatitudeDegrees) + off * Math.Sin(turn), -90, 90),
                Math.IEEERemainder(a.LongitudeDegrees + along * (b.LongitudeDegrees - a.LongitudeDegrees) + off * Math.Cos(turn), 360));
        })];
    }
}
