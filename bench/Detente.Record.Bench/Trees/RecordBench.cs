using System.Globalization;
using Detente.Record.Hashing;
using Detente.Record.Signatures;

namespace Detente.Record.Bench.Trees;

/// <summary>Hashes, proofs and notes in memory, side by side with the Go program and libcrypto: alternately, so that what moves the machine moves all.</summary>
internal static class RecordBench
{
    private const string Usage = "usage: record [--rounds 3] [--go <the built program>]";

    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(300);

    /// <summary>Runs it and prints a table. 0 when all came to the same, 1 when not, 2 when it was called wrongly.</summary>
    public static int Run(string[] arguments)
    {
        var (rounds, go) = (3, (string?)null);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = i + 1 < arguments.Length ? arguments[i + 1] : "";
            if (arguments[i] == "--go")
            {
                go = value;
            }
            else if (arguments[i] != "--rounds" || !int.TryParse(value, NumberStyles.None, null, out rounds) || rounds is < 1 or > 99)
            {
                Console.Error.WriteLine(Usage);
                return 2;
            }
        }

        Console.WriteLine($"SHA-256: {Describe(Sha256Batch.Path)}; one process at a time, {rounds} rounds, the middle one told; per CPU second");
        Console.WriteLine($"{"",-28}{"Detente",14}   peers: figure (Detente over it)");
        return Items(new GoPeer(go)).Select(item => Report(item, rounds)).ToArray().All(same => same) ? 0 : 1;
    }

    /// <summary>Runs work on a settled heap.</summary>
    public static Measured Measure(Func<string> work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = Environment.CpuUsage.TotalTime;
        var check = work();
        return new Measured((Environment.CpuUsage.TotalTime - before).TotalSeconds, check);
    }

    private static IEnumerable<Item> Items(GoPeer go)
    {
        yield return new("append + root, 256 bytes", 1 << 20, MerkleItems.Append, [("Go, right edge", go.Item("append")), ("Go, all hashes", go.Item("append-stored"))]);
        yield return new("nodes", 4096 * 1000, MerkleItems.Nodes, [("Go", go.Item("nodes")), ("libcrypto", LibCryptoNodes.Run)]);
        yield return new("inclusion proofs made", 200_000, MerkleItems.Prove, [("Go", go.Item("prove"))]);
        yield return new("inclusion proofs verified", 100_000, MerkleItems.Verify, [("Go", go.Item("verify"))]);
        if (LibCrypto.IsPresent)
        {
            yield return new("notes opened", 10_000, NoteItems.Open, [("Go", go.Item("notes"))]);
        }
    }

    private static bool Report(Item item, int rounds)
    {
        var work = item.Prepare(item.Count);

        // The runtime compiles a method well once it has been called often, and a moment later.
        _ = work();
        Thread.Sleep(Settling);
        _ = work();
        var ours = new List<Measured>();
        var theirs = item.Peers.Select(_ => new List<Measured?>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(Measure(work));
            for (var peer = 0; peer < theirs.Length; peer++)
            {
                theirs[peer].Add(item.Peers[peer].Run(item.Count));
            }
        }

        var figure = item.Count / Middle(ours);
        var same = true;
        Console.Write($"{item.Name,-28}{figure,14:N0}");
        for (var peer = 0; peer < theirs.Length; peer++)
        {
            var there = theirs[peer].OfType<Measured>().ToList();
            var peerFigure = there.Count == 0 ? 0 : item.Count / Middle(there);
            Console.Write(there.Count == 0 ? $"   {item.Peers[peer].Program}: not there" : $"   {item.Peers[peer].Program}: {peerFigure:N0} ({figure / peerFigure:N2})");
            foreach (var other in there.Where(other => other.Check != ours[0].Check))
            {
                same = false;
                Console.Write($"   came to {other.Check}, not {ours[0].Check}");
            }
        }

        Console.WriteLine();
        return same;
    }

    private static double Middle(List<Measured> runs) => runs.Select(run => run.CpuSeconds).Order().ElementAt(runs.Count / 2);

    private static string Describe(Sha256Path path) => path switch
    {
        Sha256Path.Lanes16 => "AVX-512, sixteen at a time",
        Sha256Path.Lanes8 => "AVX2, eight at a time",
        _ => "the framework, one at a time",
    };
}
