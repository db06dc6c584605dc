using System.Diagnostics;
using System.Net;
using Detente.Bench.Engine;
using Detente.Bench.Record;
using Detente.Diagnostics;
using Detente.Node.Cases;
using Detente.Node.Hosting;
using Detente.Node.Views;

namespace Detente.Board.Bench;

/// <summary>The board on a long record: answers at now under load, and slider positions that nobody asked for before.</summary>
internal static class BoardBench
{
    private const int Positions = 100;

    /// <summary>Positions that are asked for before anything is timed, so that the runtime has compiled what they need.</summary>
    private const int WarmUp = 20;
    private const string Name = "generated";

    /// <summary>Addresses that many ask for at once, at now.</summary>
    private static readonly string[] AtNow = [$"/c/{Name}", $"/api/cases/{Name}/lines", $"/c/{Name}/statements", "/"];

    /// <summary>Runs and prints; 0 when every answer was one.</summary>
    public static async Task<int> Run(BoardOptions options)
    {
        Console.WriteLine($"machine   {Environment.ProcessorCount} cores, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}");
        var record = Generator.Make(options.Statements, 0, seed: 1);
        var clock = new BenchClock(record);
        var from = Stopwatch.GetTimestamp();
        var open = Open(record, clock);
        await using var server = await BoardServer.Start(new Library([open], clock), 0, clock);
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri($"http://localhost:{server.Port}") };
        (await client.GetAsync(server.Address)).EnsureSuccessStatusCode();
        (await client.GetAsync(AtNow[0])).EnsureSuccessStatusCode();
        Console.WriteLine($"record    {record.Facts.Length:N0} statements, first board after {Stopwatch.GetElapsedTime(from).TotalSeconds:0.0} s");
        Console.WriteLine();

        var fine = await Sliders(client, record);
        return await Loads(client, server, options) && fine ? 0 : 1;
    }

    private static OpenCase Open(GeneratedRecord record, TimeProvider clock)
    {
        var maker = new StatementMaker();
        var statements = Array.ConvertAll(record.Facts, fact => maker.Make(fact));
        var generated = TestNotices.Header() with { Statements = statements };
        return new OpenCase(Name, new LoadedCase(Name, generated, TestNotices.Instrument, new SourceText("test-notices.md", ""), []), clock);
    }

    // Positions of one clock, of the other, and of both; none is asked for twice.
    private static async Task<bool> Sliders(HttpClient client, GeneratedRecord record)
    {
        var dice = new Dice(7);
        string Instant() => DateTimeOffset.UnixEpoch.AddTicks(GeneratedRecord.TickOf(dice.Between(record.Facts[0].Received, record.LastSecond))).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        var fine = true;
        foreach (var (what, address) in new (string, Func<string>)[]
        {
            ("board, judged at", () => $"/c/{Name}?at={Instant()}&known={Known}"),
            ("board, known by", () => $"/c/{Name}?at={Known}&known={Instant()}"),
            ("board, both", () => $"/c/{Name}?at={Instant()}&known={Instant()}"),
            ("API lines, both", () => $"/api/cases/{Name}/lines?at={Instant()}&known={Instant()}"),
        })
        {
            var samples = new Samples(Positions);
            for (var i = 0; i < WarmUp; i++)
            {
                (await client.GetAsync(address())).EnsureSuccessStatusCode().Dispose();
            }

            for (var i = 0; i < Positions; i++)
            {
                var asked = address();
                var from = Stopwatch.GetTimestamp();
                using var answer = await client.GetAsync(asked);
                await answer.Content.ReadAsByteArrayAsync();
                samples.Add(from);
                fine &= answer.IsSuccessStatusCode;
            }

            Console.WriteLine($"{what,-20}{samples}");
        }

        Console.WriteLine();
        return fine;
    }

    /// <summary>One instant that stays while the other clock moves.</summary>
    private const string Known = "2020-05-01T12:00:00Z";

    private static async Task<bool> Loads(HttpClient client, BoardServer server, BoardOptions options)
    {
        var cookie = $"{server.Session.CookieName}={server.Session.Cookie}";
        Console.WriteLine($"{"",-36}{"bytes",10}{"a second",12}{"p50 ms",10}{"p99 ms",10}{"over bare",12}");
        var fine = true;
        foreach (var path in AtNow)
        {
            var body = await client.GetByteArrayAsync(path);
            var (bare, address) = await BareServer.Start(body);
            await using (bare)
            {
                var ours = Wrk.Ask(new Uri(client.BaseAddress!, path), cookie, options.Seconds, options.Connections);
                var peer = Wrk.Ask(address, null, options.Seconds, options.Connections);
                if (ours is null || peer is null)
                {
                    Console.WriteLine("wrk is not installed (Debian: wrk): nothing is asked under load");
                    return fine;
                }

                Row(path, body.Length, ours, ours.PerSecond / peer.PerSecond);
                Row("  the same bytes, bare", body.Length, peer, 1);
                fine &= ours.Failures is null;
            }
        }

        return fine;
    }

    private static void Row(string what, int bytes, Load load, double ratio) =>
        Console.WriteLine($"{what,-36}{bytes,10:N0}{load.PerSecond,12:N0}{load.P50,10:0.00}{load.P99,10:0.00}{ratio,12:0.00}{(load.Failures is null ? "" : "  " + load.Failures)}");
}
