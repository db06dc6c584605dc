using Detente.Answers;
using Detente.Assessment;

namespace Detente.Node.Views;

/// <summary>Clause by party at a glance.</summary>
/// <param name="Of">The case and the instants.</param>
/// <param name="Only">The verdict asked for; <c>null</c> for all.</param>
public sealed record BoardView(CaseView Of, Verdict? Only)
{
    /// <summary>Up to this many parties a cell has room for its reason.</summary>
    public const int FewParties = 3;

    private const int DueShown = 8;
    private const int ChangesShown = 8;

    /// <summary>How many lines bear each verdict; those with none are absent.</summary>
    public IReadOnlyDictionary<Verdict, int> Counts { get; } = Of.Lines.Lines.GroupBy(line => line.Worst.Verdict).ToDictionary(group => group.Key, group => group.Count());

    /// <summary>Whether cells have room for reasons.</summary>
    public bool IsWide => Of.Case.Agreement.Parties.Count <= FewParties;

    /// <summary>Parties that some line is of, in the order of the text.</summary>
    public IReadOnlyList<Agreement.Model.Party> Parties { get; } = [.. Of.Case.Agreement.Parties.Where(party => Of.Lines.Lines.Any(line => line.Party == party.Code))];

    /// <summary>Articles with their clauses, each with its lines by party; clauses without a line that is asked for are left out.</summary>
    public IReadOnlyList<(string Article, IReadOnlyList<IReadOnlyList<Line>> Clauses)> Articles { get; } =
        [.. Of.Lines.Lines.GroupBy(line => line.Clause.Id).Where(lines => Only is null || lines.Any(line => line.Worst.Verdict == Only))
            .Select(lines => (IReadOnlyList<Line>)[.. lines])
            .GroupBy(lines => lines[0].Clause.Article is [.., var last] ? last : "")
            .Select(article => (article.Key, (IReadOnlyList<IReadOnlyList<Line>>)[.. article]))];

    /// <summary>The nearest deadlines ahead; one that several parties share is told once.</summary>
    public IReadOnlyList<DueRow> Due { get; } = DueRow.Of(Of);

    /// <summary>The first of them.</summary>
    public IEnumerable<DueRow> DueFirst => Due.Take(DueShown);

    /// <summary>How many are not among the first.</summary>
    public int MoreDue => Math.Max(0, Due.Count - DueShown);

    /// <summary>The end of the day before the last on which anything changed or became known, in ticks; <c>null</c> where there is none.</summary>
    public long? Since { get; } = Of.BeforeLastChange;

    /// <summary>What has changed since; <c>null</c> where the record is too long to judge it twice for every page.</summary>
    public IReadOnlyList<Change>? Changes { get; } = ChangesOf(Of);

    /// <summary>The first of them whose verdict changed.</summary>
    public IEnumerable<Change> ChangesFirst => Turned.Take(ChangesShown);

    /// <summary>How many of these are not among the first.</summary>
    public int MoreChanges => Math.Max(0, Turned.Count() - ChangesShown);

    /// <summary>How many lines bear the same verdict and are only bound otherwise: all of them, when an agreement ends.</summary>
    public int Rebound => (Changes?.Count ?? 0) - Turned.Count();

    private IEnumerable<Change> Turned => (Changes ?? []).Where(change => change.Before != change.After);

    private static IReadOnlyList<Change>? ChangesOf(CaseView of)
    {
        if (of.BeforeLastChange is not { } since || !of.Case.Changes.IsPossible)
        {
            return null;
        }

        var before = of.Case.LinesAt(of.View.IsOneInstant ? new Viewpoint(since, since) : of.View with { At = since });
        return LineChanges.Between(before.Lines, of.Lines.Lines, of.View.At);
    }
}
