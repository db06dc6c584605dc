using Detente.Agreement.Model;
using Detente.Assessment;

namespace Detente.Node.Views;

/// <summary>A deadline ahead, and for whom.</summary>
/// <param name="Due">When, in ticks.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Parties">Codes of the parties it runs for.</param>
/// <param name="Instance">The act, request or period that falls due; <c>null</c> for the bearer as a whole.</param>
/// <param name="Begins">Whether the clause only begins to bind then.</param>
public sealed record DueRow(long Due, Clause Clause, IReadOnlyList<string> Parties, string? Instance, bool Begins)
{
    // Of those born first one falls due next, where all have the same time; each that is looked at is judged, and a name is not worth more.
    private const int Looked = 25;

    /// <summary>The deadlines ahead of every line, the nearest first; what several parties share is one row.</summary>
    public static IReadOnlyList<DueRow> Of(CaseView view) =>
        [.. view.Lines.Lines.Where(line => line.NextDue > view.View.At)
            .Select(line => (Line: line, Due: line.NextDue!.Value, Instance: InstanceDue(view, line)))
            .GroupBy(due => (due.Due, due.Line.Clause.Id, due.Instance))
            .Select(same => new DueRow(same.Key.Due, same.First().Line.Clause, [.. same.Select(due => due.Line.Party)], same.Key.Instance, same.First().Line.Worst.Binds.State == BindingState.NotYet))
            .OrderBy(row => row.Due)];

    private static string? InstanceDue(CaseView view, Line line) => line.Worst is { Verdict: Verdict.Pending } worst && worst.Due == line.NextDue ? worst.Instance
        : view.Case.Findings(line.Clause.Id, line.Party, view.View, 0, Looked, Verdict.Pending).Findings.FirstOrDefault(finding => finding.Due == line.NextDue)?.Instance;
}
