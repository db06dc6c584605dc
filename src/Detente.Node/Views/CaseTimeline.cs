using Detente.Assessment;
using Detente.Time;

namespace Detente.Node.Views;

/// <summary>
/// How every line of a case changed. Worked out once, beside the answers that do not wait for it, by an assessor of its own.
/// </summary>
public sealed class CaseTimeline
{
    /// <summary>A picture is made for every instant at which something became known: over this many statements that takes hours.</summary>
    public const int MostStatements = 5_000;

    private readonly Lock _start = new();
    private readonly OpenCase _of;
    private Task<IReadOnlyList<Change>>? _work;
    private long _until;
    private (int Done, int Total) _progress;
    private IReadOnlyList<long>? _days;

    internal CaseTimeline(OpenCase of) => _of = of;

    /// <summary>Whether the record is short enough for one.</summary>
    public bool IsPossible => _of.Record.Statements.Count <= MostStatements;

    /// <summary>How many instants are done, of how many.</summary>
    public (int Done, int Total) Progress => _progress;

    /// <summary>Up to when it reaches, in ticks: the last day of the record, of a live one the day it was begun.</summary>
    public long Until => _until;

    /// <summary>The changes, when they are worked out; else <c>null</c>, and the work is begun.</summary>
    /// <exception cref="AggregateException">Judging failed.</exception>
    public IReadOnlyList<Change>? Ready()
    {
        Begin();
        return _work is { IsCompleted: true } work ? work.Result : null;
    }

    /// <summary>Last ticks of the days on which a verdict changed, in order; <c>null</c> until the changes are worked out.</summary>
    public IReadOnlyList<long>? DaysOfChange() => _days ??= Ready()?.Select(change => Days.EndOfDayOf(change.At)).Distinct().ToList();

    /// <summary>The changes, waited for; <c>null</c> where the record is too long for them.</summary>
    public async Task<IReadOnlyList<Change>?> Wait(CancellationToken cancelled)
    {
        Begin();
        return _work is { } work ? await work.WaitAsync(cancelled) : null;
    }

    private void Begin()
    {
        lock (_start)
        {
            if (_work is not null || !IsPossible)
            {
                return;
            }

            _until = _of.Record.IsReconstruction ? _of.Axis.Last : Days.EndOfDayOf(Math.Max(_of.Usual, _of.Axis.Last));
            _work = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    private IReadOnlyList<Change> Work()
    {
        // Pages are asked for while this runs, and come first.
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        return new Assessor(_of.Agreement, _of.Record).Timeline(_until, (done, total) => _progress = (done, total));
    }
}
