using Detente.Answers;
using Detente.Assessment;
using Detente.Statements;

namespace Detente.Node.Views;

/// <summary>What changed between two viewpoints.</summary>
/// <param name="Case">The case.</param>
/// <param name="From">The instants before.</param>
/// <param name="Until">The instants after.</param>
public sealed record ChangesView(OpenCase Case, Viewpoint From, Viewpoint Until)
{
    private IReadOnlyList<Change>? _changes;

    /// <summary>The lines whose verdict or binding differs, in the order of the text.</summary>
    public IReadOnlyList<Change> Changes => _changes ??= LineChanges.Between(Case.LinesAt(From).Lines, Case.LinesAt(Until).Lines, Until.At);

    /// <summary>How many statements became known between the two; below zero where the later viewpoint knows less.</summary>
    public int MoreKnown => KnownAt(Until) - KnownAt(From);

    /// <summary>The statements that became known between the two, in record order.</summary>
    /// <param name="most">How many to give at most.</param>
    public IEnumerable<Statement> Received(int most) => Enumerable.Range(KnownAt(From), Math.Clamp(MoreKnown, 0, most)).Select(i => Case.Record.Statements[i]);

    private int KnownAt(Viewpoint view) => StatementSearch.CountKnown(Case.Record.Statements, view.Known);
}
