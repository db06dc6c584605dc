using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Detente.Node.Fsck;
using Detente.Record.Merkle;

namespace Detente.Node.Tests.Processes;

/// <summary>
/// A process that appends lines is killed at a moment nobody chose, again and again. What it acknowledged is there; what anybody saw
/// published stays true. <c>DETENTE_KILLS</c> says how often (<c>bench/run kills</c>).
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int FewKills = 50;

    /// <summary>Longer than any machine takes to begin.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("DETENTE_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : FewKills;

    private readonly RealLog log = new();
    private readonly Dictionary<ulong, string> acknowledged = [];
    private readonly ConcurrentDictionary<string, byte[]> seen = [];
    private readonly SortedDictionary<string, int> table = new(StringComparer.Ordinal);
    private readonly Random chance = new(3);
    private long lines;

    public void Dispose() => log.Dispose();

    [Fact]
    public async Task Whenever_it_is_killed_nothing_acknowledged_is_lost()
    {
        using var stop = new CancellationTokenSource();
        var watching = Task.Factory.StartNew(() => Watch(stop.Token), TaskCreationOptions.LongRunning);
        for (var kill = 0; kill < Kills; kill++)
        {
            KillOnce();
            var report = log.Check();
            Assert.True(report.Faults.Count == 0, $"after kill {kill + 1}: {string.Join("; ", report.Faults)}");
            report.Notes.Select(Kind).ToList().ForEach(Count);
        }

        stop.Cancel();
        await watching;
        RealLog.Succeeds(RealLog.Run(log.Arguments("append", log.Entry("the last"))));
        log.IsWhole("at the end");
        log.Holds(acknowledged.Select(pair => (pair.Key, pair.Value)), "at the end");
        log.HoldsAll(seen.Values);
        var check = RealLog.Succeeds(RealLog.Run(["record", "fsck", log.Folder, "--key", log.Key]));
        Assert.EndsWith("nothing is damaged\n", check.Out, StringComparison.Ordinal);

        output.WriteLine($"{Kills} kills, {lines} lines brought, {acknowledged.Count} acknowledged, {log.Published().Checkpoint.Size} published, {seen.Count} checkpoints seen");
        foreach (var (state, count) in table)
        {
            output.WriteLine($"{state}: {count}");
        }
    }

    /// <summary>Brings lines, and kills the process: while it begins, at some time under load, or while it ends.</summary>
    private void KillOnce()
    {
        using var process = RealLog.Start(log.Arguments("append", "--lines"));
        var moment = chance.Next(10) switch { < 2 => "as it began", < 5 => "as it ended", _ => "under load" };
        var count = moment == "as it ended" ? 1 + chance.Next(300) : int.MaxValue;
        var brought = new ConcurrentQueue<string>();
        using var isReached = new ManualResetEventSlim();
        using var isOver = new CancellationTokenSource();
        var feeding = Task.Run(() => Feed(process, brought, count, isOver.Token));
        var reading = Task.Run(() => ReadAcknowledgements(process, brought, moment == "as it ended" ? count : 1, isReached));
        var errors = process.StandardError.ReadToEndAsync();
        if (moment != "as it began")
        {
            Assert.True(isReached.Wait(Patience), "the process acknowledges nothing");
        }

        Thread.Sleep(moment switch { "as it began" => chance.Next(400), "as it ended" => chance.Next(80), _ => (int)Math.Pow(600, chance.NextDouble()) });
        process.Kill();
        process.WaitForExit();
        isOver.Cancel();
        Task.WaitAll(feeding, reading);
        Assert.Equal("", errors.Result);
        Count($"killed {moment}{(process.ExitCode == 0 ? ", too late" : "")}");
    }

    /// <summary>What a note is about, without the numbers in it.</summary>
    private string Kind(FsckNote note)
        => $"left behind: {Path.GetRelativePath(log.Root, note.File).Split('.')[0].TrimEnd("0123456789/".ToCharArray())}: {new string([.. note.Message.Where(letter => !char.IsAsciiDigit(letter))])}";

    private void Count(string what) => table[what] = table.GetValueOrDefault(what) + 1;

    private void Feed(Process process, ConcurrentQueue<string> brought, int count, CancellationToken stop)
    {
        try
        {
            using var input = process.StandardInput;
            var burst = 1 + (count % 13);
            for (var i = 0; i < count && !stop.IsCancellationRequested; i++)
            {
                var line = $"line {lines++} {new string('.', (int)(lines * 37 % 500))}";
                brought.Enqueue(line);
                input.Write(line + "\n");
                if (i % burst == 0)
                {
                    input.Flush();
                    Thread.Sleep(1);
                }
            }
        }
        catch (IOException)
        {
            // it was killed
        }
    }

    /// <summary>Reads until the process is gone: each acknowledgement is of the next line that was brought.</summary>
    private int ReadAcknowledgements(Process process, ConcurrentQueue<string> brought, int enough, ManualResetEventSlim isEnough)
    {
        var count = 0;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            // A kill may cut the last line short; an acknowledgement that nobody could read is none.
            if (line.StartsWith("checkpoint", StringComparison.Ordinal) || !line.EndsWith('=') || line.Length < 44)
            {
                continue;
            }

            var (index, leaf) = RealLog.Acknowledgement(line);
            Assert.True(brought.TryDequeue(out var entry));
            Assert.Equal(TreeHash.OfLeaf(Encoding.UTF8.GetBytes(entry)).ToBase64(), leaf);
            Assert.True(acknowledged.TryAdd(index, leaf), $"index {index} was acknowledged twice");
            if (++count >= enough)
            {
                isEnough.Set();
            }
        }

        return count;
    }

    /// <summary>Reads the published checkpoint all the time, as anybody may.</summary>
    private void Watch(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var note = File.ReadAllBytes($"{log.Folder}/public/checkpoint");
            seen.TryAdd(Convert.ToBase64String(note), note);
            Thread.Sleep(1);
        }
    }
}
