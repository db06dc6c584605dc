using Detente.Answers;
using Detente.Assessment;

namespace Detente.Node.Views;

/// <summary>A deadline ahead, of one instance for one party.</summary>
/// <param name="Due">When, in ticks.</param>
/// <param name="Line">The clause and party it is of.</param>
/// <param name="Finding">The finding that is pending.</param>
/// <param name="Reason">Why, in one line.</param>
public sealed record DueDate(long Due, Line Line, Finding Finding, string Reason)
{
    /// <summary>Pending instances of one line that are looked at, in order of their birth; its nearest deadline is always told.</summary>
    public const int MostOfLine = 100;

    /// <summary>Whether the clause only begins to bind then.</summary>
    public bool Begins => Finding.Binds.State == BindingState.NotYet;

    /// <summary>The deadlines ahead, the nearest first.</summary>
    /// <param name="of">The case.</param>
    /// <param name="view">The instants.</param>
    /// <param name="selection">The clauses and parties asked for.</param>
    /// <param name="isWhole">Whether no line has more pending instances than are looked at.</param>
    public static IReadOnlyList<DueDate> Of(OpenCase of, Viewpoint view, Selection selection, out bool isWhole)
    {
        var lines = of.LinesAt(view).Lines.Where(line => line.NextDue > view.At && selection.Holds(line.Clause.Id, line.Party)).ToList();
        isWhole = lines.All(line => line.Counts.GetValueOrDefault(Verdict.Pending) <= MostOfLine);
        return [.. lines.SelectMany(line => OfLine(of, view, line)).OrderBy(date => date.Due)];
    }

    private static IEnumerable<DueDate> OfLine(OpenCase of, Viewpoint view, Line line) =>
        from finding in of.Findings(line.Clause.Id, line.Party, view, 0, MostOfLine, Verdict.Pending).Findings
        where finding.Due > view.At
        select new DueDate(finding.Due!.Value, line, finding, of.Explain(finding, view).OneLine);
}
