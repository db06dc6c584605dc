using Detente.Agreement.Model;
using Detente.Answers;
using Detente.Assessment;

namespace Detente.Node.Views;

/// <summary>A finding told in full.</summary>
/// <param name="Line">The line of its clause and party.</param>
/// <param name="Explanation">Why it is what it is.</param>
/// <param name="Reason">Why, in one line: the line's own where the finding is the one it bears.</param>
public sealed record ToldFinding(Line Line, Explanation Explanation, string Reason);

/// <summary>The reasons of a clause.</summary>
/// <param name="Of">The case and the instants.</param>
/// <param name="Clause">The clause.</param>
/// <param name="Party">The party asked for; <c>null</c> for all.</param>
/// <param name="Instance">The act, request, period or place asked for; <c>null</c> for what each line bears.</param>
/// <param name="Page">Which page of further instances, from 1.</param>
public sealed record ClauseView(CaseView Of, Clause Clause, string? Party, string? Instance, int Page)
{
    /// <summary>Instances on a page.</summary>
    public const int PageSize = 25;

    private const int PartiesTold = 3;

    /// <summary>The clause as it stands in its document.</summary>
    public ClauseText? Text { get; } = ClauseText.Find(Of.Case.Of.Text, Clause.Id);

    /// <summary>The lines of the clause, of the parties asked for.</summary>
    public IReadOnlyList<Line> Lines { get; } = [.. Of.Lines.Lines.Where(line => line.Clause.Id == Clause.Id && (Party is null || line.Party == Party))];

    /// <summary>Findings told in full; of many parties only the worst, since each fills a screen.</summary>
    public IReadOnlyList<ToldFinding> Told { get; } = [.. Tell(Of, Clause, Party, Instance)];

    /// <summary>Every instance of one party, a page of them; <c>null</c> where there is only one, or no party is asked for.</summary>
    public FindingPage? Instances { get; } = Party is null ? null : Of.Case.Findings(Clause.Id, Party, Of.View, (Math.Max(1, Page) - 1) * PageSize, PageSize) is { Total: > 1 } page ? page : null;

    /// <summary>Lines that are not told in full here: a link to each is.</summary>
    public IEnumerable<Line> Others => Lines.Where(line => Told.All(told => told.Line != line));

    private static IEnumerable<ToldFinding> Tell(CaseView of, Clause clause, string? party, string? instance)
    {
        var lines = of.Lines.Lines.Where(line => line.Clause.Id == clause.Id && (party is null || line.Party == party))
            .OrderBy(line => of.Case.Agreement.Parties.Count <= BoardView.FewParties ? 0 : VerdictOrder.InLine(line.Worst.Verdict)).Take(PartiesTold);
        foreach (var line in lines)
        {
            if (instance is null || line.Worst.Instance == instance)
            {
                yield return new ToldFinding(line, of.Case.Explain(line.Worst, of.View), line.Reason);
            }
            else if (of.Case.Find(clause.Id, line.Party, instance, of.View) is { } finding && of.Case.Explain(finding, of.View) is var explanation)
            {
                yield return new ToldFinding(line, explanation, explanation.OneLine);
            }
        }
    }
}
