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
