using Detente.Assessment;
using Detente.Time;

namespace Detente.Node.Views;

/// <summary>A page that compares two viewpoints of a case.</summary>
/// <param name="Of">The case, and the instants after.</param>
/// <param name="From">The instants before.</param>
/// <param name="Fault">Why what is written for the instants before is no instant, in one line; else <c>null</c>.</param>
public sealed record ComparedView(CaseView Of, Viewpoint From, string? Fault)
{
    /// <summary>The parameters for the instants before.</summary>
    public static readonly IReadOnlyList<string> Parameters = ["from", "fromKnown"];

    private const int DaysOfYear = 365;

    /// <summary>Reads the instants before; where nothing is asked they are the day before the last change, or the beginning of the record.</summary>
    /// <param name="of">The case, and the instants after.</param>
    /// <param name="from">The instant judged before, as written.</param>
    /// <param name="fromKnown">The instant of knowledge before, as written.</param>
    public static ComparedView Read(CaseView of, string? from, string? fromKnown)
    {
        // What later evidence changed is asked with one instant judged and two of knowledge.
        var usual = !string.IsNullOrWhiteSpace(fromKnown) ? of.View.At : of.BeforeLastChange ?? of.Case.Axis.First;
        var read = AskedTime.Of(from, fromKnown, usual);
        var known = string.IsNullOrWhiteSpace(fromKnown) && !of.View.IsOneInstant ? of.View.Known : read.View.Known;
        return new ComparedView(of, read.View with { Known = known }, read.Fault);
    }

    /// <summary>What differs.</summary>
    public ChangesView Between { get; } = new(Of.Case, From, Of.View);

    /// <summary>Whether both are the same.</summary>
    public bool IsSame => From == Of.View;

    /// <summary>How many lines take the place of which verdict, by both, the worst first.</summary>
    public IEnumerable<(Verdict? Before, Verdict After, int Count)> Counts => Between.Changes
        .Where(change => change.Before != change.After)
        .GroupBy(change => (change.Before, change.After))
        .OrderBy(group => VerdictOrder.InLine(group.Key.After)).ThenByDescending(group => group.Count())
        .Select(group => (group.Key.Before, group.Key.After, group.Count()));

    /// <summary>How many lines bear the same verdict and differ in whether their clause binds.</summary>
    public int OnlyBinding => Between.Changes.Count(change => change.Before == change.After);

    /// <summary>The instant a year before the instant judged, in ticks.</summary>
    public long YearBefore => Of.View.At - DaysOfYear * Days.TicksPerDay;
}
