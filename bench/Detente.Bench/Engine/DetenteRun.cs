using System.Diagnostics;
using Detente.Assessment;
using Detente.Bench.Peers;
using Detente.Bench.Record;
using Detente.Statements;

namespace Detente.Bench.Engine;

/// <summary>Detente on a generated record: loads, folds, and answers.</summary>
internal sealed class DetenteRun
{
    private readonly StatementMaker _maker = new();
    private readonly Assessor _assessor = new(TestNotices.Instrument, TestNotices.Header());
    private readonly GeneratedRecord _record;
    private readonly Statement[] _statements;

    /// <summary>Judges the record. Loading makes the statements in memory; judging folds them all and counts.</summary>
    public DetenteRun(GeneratedRecord record)
    {
        _record = record;
        var empty = GC.GetTotalMemory(forceFullCollection: true);

        var from = Stopwatch.GetTimestamp();
        _statements = Array.ConvertAll(record.Facts, fact => _maker.Make(fact));
        var load = Stopwatch.GetElapsedTime(from);

        var loaded = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        from = Stopwatch.GetTimestamp();
        var counts = Fold();
        var judge = Stopwatch.GetElapsedTime(from);
        AllocatedPerStatement = (GC.GetAllocatedBytesForCurrentThread() - allocated) / _statements.Length;

        var judged = GC.GetTotalMemory(forceFullCollection: true);
        Result = new PeerResult("Detente", load, judge, Counts.Of(counts));
        StatementBytes = (loaded - empty) / _statements.Length;
        FindingBytes = (judged - loaded) / _statements.Length;
    }

    /// <summary>Load and judge, with the counts at the end of the record.</summary>
    public PeerResult Result { get; }

    /// <summary>Bytes a statement takes as loaded, names included.</summary>
    public long StatementBytes { get; }

    /// <summary>Bytes that judging keeps beside each statement: indexes, findings and snapshots.</summary>
    public long FindingBytes { get; }

    /// <summary>Bytes that judging allocates for each statement, kept or not.</summary>
    public long AllocatedPerStatement { get; }

    /// <summary>Appends what follows the record one by one, and explains the finding it bears on. To be called once, last.</summary>
    public Samples AppendAndExplainMore()
    {
        var samples = new Samples(_record.More.Length);
        foreach (var fact in _record.More)
        {
            var statement = _maker.Make(fact);
            var finding = IdentityOf(fact);
            var now = GeneratedRecord.InstantAfter(fact.Received);
            var from = Stopwatch.GetTimestamp();
            _assessor.Append(statement);
            var explanation = _assessor.Explain(finding, now, now);
            samples.Add(from);
            GC.KeepAlive(explanation);
        }

        return samples;
    }

    /// <summary>The counts at each position (seconds of the facts), and what each took.</summary>
    public (Samples Times, Counts[] Counts) CountAt((int At, int Known)[] positions)
    {
        var (samples, counts) = (new Samples(positions.Length), new Counts[positions.Length]);
        for (var i = 0; i < positions.Length; i++)
        {
            var (at, known) = (GeneratedRecord.InstantAfter(positions[i].At), GeneratedRecord.InstantAfter(positions[i].Known));
            var from = Stopwatch.GetTimestamp();
            var cells = _assessor.Count(at, known);
            samples.Add(from);
            counts[i] = Counts.Of(cells);
        }

        return (samples, counts);
    }

    /// <summary>The lines at each position, as a page shows them: counts, the worst finding with its reason, what falls due next.</summary>
    /// <param name="positions">Seconds of the facts.</param>
    /// <returns>What each took, and how many instances the lines count.</returns>
    public (Samples Times, long[] Instances) LinesAt((int At, int Known)[] positions)
    {
        var (samples, instances) = (new Samples(positions.Length), new long[positions.Length]);
        for (var i = 0; i < positions.Length; i++)
        {
            var (at, known) = (GeneratedRecord.InstantAfter(positions[i].At), GeneratedRecord.InstantAfter(positions[i].Known));
            var from = Stopwatch.GetTimestamp();
            var told = _assessor.Lines(at, known);
            samples.Add(from);

            // Each line counts the instance without name as well, which a count leaves out.
            instances[i] = told.Lines.Sum(line => line.Counts.Values.Sum(count => (long)count) - 1);
        }

        return (samples, instances);
    }

    /// <summary>Fifty findings from the middle of all that a clause has for a party, at each position.</summary>
    public Samples PagesAt((int At, int Known)[] positions)
    {
        var samples = new Samples(positions.Length);
        for (var i = 0; i < positions.Length; i++)
        {
            var (at, known) = (GeneratedRecord.InstantAfter(positions[i].At), GeneratedRecord.InstantAfter(positions[i].Known));
            var (clause, party) = (i % 2 == 0 ? TestNotices.Notice : TestNotices.Answer, GeneratedRecord.Parties[i / 2 % 2]);
            var middle = _assessor.Findings(clause, party, at, known, 0, 0).Total / 2;
            var from = Stopwatch.GetTimestamp();
            var page = _assessor.Findings(clause, party, at, known, middle, 50);
            samples.Add(from);
            GC.KeepAlive(page);
        }

        return samples;
    }

    private IReadOnlyDictionary<(string Clause, string Party, Verdict), long> Fold()
    {
        foreach (var statement in _statements)
        {
            _assessor.Append(statement);
        }

        var end = GeneratedRecord.InstantAfter(_record.LastSecond);
        return _assessor.Count(end, end);
    }

    // What makes a finding the one it is: clause, party and instance. The rest is for the assessor to tell.
    private Finding IdentityOf(in Fact fact) => new()
    {
        Clause = fact.IsOnAct ? TestNotices.Notice : TestNotices.Answer,
        Party = GeneratedRecord.Parties[fact.Bearer],
        Instance = _maker.NameOf(fact),
        Verdict = Verdict.Undetermined,
        Binds = default,
        Accounts = [],
        Cites = [],
        SettledBy = [],
    };
}
