using Detente.Agreement.Model;
using Detente.Answers;
using Detente.Assessment;
using Detente.Node.Cases;
using Detente.Statements;
using NodaTime;

namespace Detente.Node.Views;

/// <summary>A case that is open: judged at whatever instants are asked for.</summary>
/// <threadsafety>Any number of threads; they take turns at the assessor.</threadsafety>
public sealed class OpenCase
{
    private readonly Lock _turn = new();
    private readonly TimeProvider _clock;
    private readonly Lazy<Assessor> _assessor;
    private readonly Lazy<IReadOnlyDictionary<string, Statement>> _statements;
    private readonly Lazy<TimeAxis> _axis;

    /// <summary>Opens a case. Nothing is judged before it is asked for.</summary>
    /// <param name="name">Its name in addresses.</param>
    /// <param name="of">The case.</param>
    /// <param name="clock">What a live record is judged by.</param>
    public OpenCase(string name, LoadedCase of, TimeProvider clock)
    {
        (Name, _clock) = (name, clock);
        (Of, AssumedFrom) = Assumed(of);
        _assessor = new Lazy<Assessor>(() => new Assessor(Agreement, Record));
        _statements = new Lazy<IReadOnlyDictionary<string, Statement>>(() => Record.Statements.ToDictionary(statement => statement.Id));
        _axis = new Lazy<TimeAxis>(() => TimeAxis.Of(Of));
        Lines = new StatementLines(Agreement, Record);
        Titles = new ClauseTitle(Agreement);
        Changes = new CaseTimeline(this);
    }

    /// <summary>Its name in addresses.</summary>
    public string Name { get; }

    /// <summary>The case; an agreement that nobody brought into force is taken as if it had been.</summary>
    public LoadedCase Of { get; }

    /// <summary>The day from which that is assumed; <c>null</c> where nothing is.</summary>
    public LocalDate? AssumedFrom { get; }

    /// <summary>What it is judged by.</summary>
    public Instrument Agreement => Of.Agreement;

    /// <summary>Who said what.</summary>
    public Case Record => Of.Record;

    /// <summary>Statements in words.</summary>
    public StatementLines Lines { get; }

    /// <summary>Clauses in a few words.</summary>
    public ClauseTitle Titles { get; }

    /// <summary>From when to when there is anything to see.</summary>
    public TimeAxis Axis => _axis.Value;

    /// <summary>How its verdicts changed.</summary>
    public CaseTimeline Changes { get; }

    /// <summary>When it is judged where nobody says, in ticks: a live record at the last whole minute, so that what was worked out serves all who ask within it.</summary>
    public long Usual => Record.IsReconstruction ? Axis.Last : _clock.GetUtcNow().Subtract(DateTimeOffset.UnixEpoch).Ticks / NodaConstants.TicksPerMinute * NodaConstants.TicksPerMinute;

    /// <summary>Every line, without a finding for every instance.</summary>
    public LinesAt LinesAt(Viewpoint view)
    {
        lock (_turn)
        {
            return _assessor.Value.Lines(view.At, view.Known);
        }
    }

    /// <summary>Everything that can be told.</summary>
    public Assessment.Assessment Assess(Viewpoint view)
    {
        lock (_turn)
        {
            return _assessor.Value.Assess(view.At, view.Known);
        }
    }

    /// <summary>Some of the findings of a clause for a party.</summary>
    public FindingPage Findings(string clause, string party, Viewpoint view, int skip, int take, Verdict? verdict = null)
    {
        lock (_turn)
        {
            return _assessor.Value.Findings(clause, party, view.At, view.Known, skip, take, verdict);
        }
    }

    /// <summary>One finding, or <c>null</c> where there is none at these instants.</summary>
    public Finding? Find(string clause, string party, string? instance, Viewpoint view)
    {
        lock (_turn)
        {
            return _assessor.Value.Find(clause, party, instance, view.At, view.Known);
        }
    }

    /// <summary>Why a finding is what it is.</summary>
    /// <exception cref="ArgumentException">There is no such finding at these instants.</exception>
    public Explanation Explain(Finding finding, Viewpoint view)
    {
        lock (_turn)
        {
            return _assessor.Value.Explain(finding, view.At, view.Known);
        }
    }

    /// <summary>A statement by its id, or <c>null</c>.</summary>
    public Statement? Statement(string id) => _statements.Value.GetValueOrDefault(id);

    /// <summary>A clause by its id, or <c>null</c>.</summary>
    public Clause? Clause(string id) => Agreement.Clauses.FirstOrDefault(clause => clause.Id == id);

    // A draft that nobody signed binds nobody, and every line of it would say so. What it would have come to is what a reader opens it for.
    private static (LoadedCase Of, LocalDate? From) Assumed(LoadedCase of)
    {
        var isInForce = of.Agreement.EntryIntoForce is not null || of.Record.Statements.Any(statement => statement.Content is Notice { Kind: NoticeKind.EntryIntoForce });
        if (isInForce || of.Record.Statements.Count == 0)
        {
            return (of, null);
        }

        var (assumed, from) = Backtest.AsIfInForce(of.Agreement, of.Record, null);
        return (of with { Agreement = assumed }, from);
    }
}
