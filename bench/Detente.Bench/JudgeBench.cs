using Detente.Bench.Engine;
using Detente.Bench.Peers;
using Detente.Bench.Record;

namespace Detente.Bench;

/// <summary>One run: the same generated record through Detente and its peers, timed and compared.</summary>
internal static class JudgeBench
{
    private const int More = 1000;
    private const int Positions = 200;

    /// <summary>How many of the positions are counted by SQLite too, as a check.</summary>
    private const int Checked = 4;

    /// <summary>Runs and prints; false when the engines do not count the same.</summary>
    public static bool Run(Options options)
    {
        Report.Machine();
        WarmUp();
        var record = Generator.Make(options.Statements, More, options.Seed);
        Report.Record(record, options.Seed);

        var positions = PositionsIn(record, options.Seed);
        var (peers, checks) = Peers(record, positions);
        var detente = new DetenteRun(record);
        var slider = Slide(detente, record, positions, out var counts, out var sameTotals);
        var next = detente.AppendAndExplainMore();

        Report.Table(record.Facts.Length, detente.Result, peers);
        Report.Detente(detente, next, slider);
        Report.Counts(detente.Result.Counts);
        return Agree(detente, peers) & AgreeAt(positions, counts, checks) & Report.Agreement("lines and counts, at every position", sameTotals);
    }

    private static SliderTimes Slide(DetenteRun detente, GeneratedRecord record, (int At, int Known)[] positions, out Counts[] counts, out List<string> differences)
    {
        (var count, counts) = detente.CountAt(positions);
        var (both, instances) = detente.LinesAt(positions);
        var atOnly = positions.Select(p => (p.At, Known: record.LastSecond)).ToArray();
        detente.LinesAt([atOnly[0]]);
        differences = [];
        for (var i = 0; i < positions.Length; i++)
        {
            if (counts[i].Total != instances[i])
            {
                differences.Add($"judged at second {positions[i].At:N0}, as known at second {positions[i].Known:N0}: {instances[i]:N0} and {counts[i].Total:N0}");
            }
        }

        return new SliderTimes(count, detente.LinesAt(atOnly).Times, both, detente.PagesAt(positions));
    }

    // The runtime compiles hot methods again after some calls; a small record makes it do so before anything is timed.
    private static void WarmUp()
    {
        for (var seed = 1UL; seed <= 3; seed++)
        {
            var record = Generator.Make(20_000, More, seed);
            var detente = new DetenteRun(record);
            Slide(detente, record, PositionsIn(record, seed), out _, out _);
            detente.AppendAndExplainMore();
            Thread.Sleep(200);
        }
    }

    // Any instant judged with any instant of knowledge, from the first receipt to the last.
    private static (int At, int Known)[] PositionsIn(GeneratedRecord record, ulong seed)
    {
        var dice = new Dice(unchecked(seed + 1_000_003));
        var (first, last) = (record.Facts[0].Received, record.LastSecond);
        return Enumerable.Range(0, Positions).Select(_ => (dice.Between(first, last), dice.Between(first, last))).ToArray();
    }

    // Before Detente, and each gone before the next: none of them shares its memory with another.
    private static (List<PeerResult> Results, List<Counts> Checks) Peers(GeneratedRecord record, (int At, int Known)[] positions)
    {
        var (results, checks) = (new List<PeerResult>(), new List<Counts>());
        using (var sqlite = SqlitePeer.Load(record.Facts))
        {
            if (sqlite is not null)
            {
                results.Add(sqlite.Judge(record.LastSecond));
                checks.AddRange(positions.Take(Checked).Select(p => sqlite.CountAt(p.At, p.Known)));
            }
        }

        if (PrologPeer.Judge(record.Facts, record.LastSecond) is { } prolog)
        {
            results.Add(prolog);
        }

        return (results, checks);
    }

    private static bool Agree(DetenteRun detente, List<PeerResult> peers)
    {
        var agree = true;
        foreach (var peer in peers)
        {
            var differences = detente.Result.Counts.DifferencesTo(peer.Counts).ToList();
            agree &= Report.Agreement($"Detente and {peer.Name}, at the end of the record", differences);
        }

        return agree;
    }

    private static bool AgreeAt((int At, int Known)[] positions, Counts[] counts, List<Counts> checks)
    {
        var agree = true;
        for (var i = 0; i < checks.Count; i++)
        {
            var position = $"judged at second {positions[i].At:N0}, as known at second {positions[i].Known:N0}";
            agree &= Report.Agreement($"Detente and SQLite, {position}", counts[i].DifferencesTo(checks[i]).ToList());
        }

        return agree;
    }
}
