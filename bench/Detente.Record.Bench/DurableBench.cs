using System.Diagnostics;
using System.Globalization;
using Detente.Node.Disks;
using Detente.Node.Logs;
using Detente.Node.Stores;
using Detente.Record.Notes;
using Detente.Record.Signatures;

namespace Detente.Record.Bench;

/// <summary>Durable appends: many writers at once, each waiting for its entry to be durable before it brings the next; beside what the disk alone can do.</summary>
internal static class DurableBench
{
    private const int EntryLength = 256;
    private const string Origin = "example.org/bench";
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(4);

    /// <summary>Runs it in a folder, which is made and removed.</summary>
    public static int Run(string[] arguments)
    {
        if (arguments.Length > 1)
        {
            Console.Error.WriteLine("usage: durable [FOLDER]");
            return 2;
        }

        var folder = Path.Combine(arguments.Length == 1 ? arguments[0] : Path.GetTempPath(), $"detente-bench-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        try
        {
            Console.WriteLine($"durable appends of {EntryLength} opaque bytes, a checkpoint every 50 ms, in {folder}");
            Raw(folder, EntryLength);
            Raw(folder, 64 * 512);
            foreach (var writers in (int[])[1, 64, 1000])
            {
                RunLog(folder, writers).GetAwaiter().GetResult();
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The disk alone: one thread that writes at the end of a file and syncs, as the journal does.</summary>
    private static void Raw(string folder, int length)
    {
        var path = $"{folder}/raw";
        var disk = new RealDisk();
        disk.Delete(path);
        using var file = disk.Create(path);
        var bytes = new byte[length];
        var times = new List<double>();
        var until = Stopwatch.GetTimestamp() + (2 * Stopwatch.Frequency);
        for (var start = Stopwatch.GetTimestamp(); start < until; start = Stopwatch.GetTimestamp())
        {
            file.Append(bytes);
            file.Sync(Sync.JournalBatch);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Report($"the disk: write {length} bytes, fdatasync", times.Count / 2.0, times, "");
    }

    private static async Task RunLog(string folder, int writers)
    {
        var root = $"{folder}/{writers}";
        Directory.CreateDirectory(root);
        var disk = new RealDisk();
        using var key = Ed25519PrivateKey.FromSeed(new byte[32]);
        var signer = new NoteSigner(Origin, key);
        LogWriter.Create(
            () => FolderStore.Create(disk, $"{root}/log", new LogDescription(Origin, VerifierKey.Ed25519(Origin, key.PublicKey))),
            () => CheckpointSigner.Begin(disk, $"{root}/key", signer, Origin, TimeProvider.System));
        var store = FolderStore.Open(disk, $"{root}/log", () => LeafIndex.InFile($"{root}/log/index.sqlite"));
        var writer = LogWriter.Open(store, CheckpointSigner.Open(disk, $"{root}/key", signer, Origin, TimeProvider.System));
        var log = new Log(writer, new LogOptions());
        var begin = Stopwatch.GetTimestamp() + (long)(Warmup.TotalSeconds * Stopwatch.Frequency);
        var end = begin + (long)(Measured.TotalSeconds * Stopwatch.Frequency);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var all = await Task.WhenAll(Enumerable.Range(0, writers).Select(number => Task.Run(() => Write(log, number, begin, end))));
        cpu = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        var times = all.SelectMany(own => own).ToList();
        var size = writer.Next;
        var published = Stopwatch.GetTimestamp();
        await log.PublishedAsync(size - 1);
        var lag = Stopwatch.GetElapsedTime(published).TotalMilliseconds;
        await log.DisposeAsync();
        Report(
            $"the log: {writers} writers",
            times.Count / Measured.TotalSeconds,
            times,
            string.Create(CultureInfo.InvariantCulture, $", {cpu.TotalSeconds / (Warmup + Measured).TotalSeconds:0.00} cores busy, {size} entries in all, the last published {lag:0} ms after the end"));
    }

    private static async Task<List<double>> Write(Log log, int number, long begin, long end)
    {
        var chance = new Random(number);
        var times = new List<double>();
        for (var start = Stopwatch.GetTimestamp(); start < end; start = Stopwatch.GetTimestamp())
        {
            var entry = new byte[EntryLength];
            chance.NextBytes(entry);
            await log.AppendAsync(entry);
            if (start >= begin)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return times;
    }

    private static void Report(string what, double rate, List<double> milliseconds, string more)
    {
        milliseconds.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {what,-44}{rate,9:0} a second, p50 {milliseconds[milliseconds.Count / 2]:0.00} ms, p99 {milliseconds[milliseconds.Count * 99 / 100]:0.00} ms{more}"));
    }
}
