using Detente.Assessment;
using Detente.Statements;
using Detente.Statements.Text;

namespace Detente.Node.Views;

/// <summary>The findings of a clause for a party that rest on a statement.</summary>
/// <param name="Clause">The clause's id.</param>
/// <param name="Party">The party's code.</param>
/// <param name="Findings">The findings, in the order of an assessment.</param>
public sealed record RestingFindings(string Clause, string Party, IReadOnlyList<Finding> Findings);

/// <summary>One statement, and everything that stands in relation to it as far as it is known at the page's instants.</summary>
/// <param name="Of">The case and the instants.</param>
/// <param name="Statement">The statement.</param>
public sealed record StatementView(CaseView Of, Statement Statement)
{
    // A longer record is not judged as a whole for this page.
    private const int MostForAll = CaseTimeline.MostStatements;

    private readonly string? _named = NamedBy(Statement);
    private readonly IReadOnlyList<string> _uses = UsedBy(Statement);
    private IReadOnlyList<Statement>? _known;
    private IReadOnlyList<Statement>? _supersededBy;
    private IReadOnlyList<Statement>? _onSameAct;
    private IReadOnlyList<RestingFindings>? _resting;

    /// <summary>Whether it is known at these instants.</summary>
    public bool IsKnown => Statement.Received.LastTick <= Of.View.Known;

    /// <summary>The statement it replaces or takes back.</summary>
    public Statement? Supersedes => Statement.Supersedes is { } id ? Of.Case.Statement(id) : null;

    /// <summary>Those that replace it or take it back.</summary>
    public IReadOnlyList<Statement> SupersededBy => _supersededBy ??= [.. Known.Where(other => other.Supersedes == Statement.Id)];

    /// <summary>Other words on the same act.</summary>
    public IReadOnlyList<Statement> OnSameAct => _onSameAct ??= Statement.Content is ActWord word ? [.. Known.Where(other => other != Statement && other.Content is ActWord same && same.Act == word.Act)] : [];

    /// <summary>The statements it is about: it names them, or the act or message they speak of.</summary>
    public IReadOnlyList<Statement> About => _uses.Count == 0 ? [] : [.. Known.Where(other => other != Statement && (_uses.Contains(other.Id) || (NamedBy(other) is { } name && _uses.Contains(name))))];

    /// <summary>The statements that are about it.</summary>
    public IReadOnlyList<Statement> AboutIt => [.. Known.Where(other => other != Statement && UsedBy(other).Any(used => used == Statement.Id || used == _named))];

    /// <summary>The clauses it names.</summary>
    public IReadOnlyList<string> Clauses =>
        [.. (Statement.Content is Notice notice ? notice.Clauses : _uses).Prepend(Statement.Fulfils).OfType<string>().Where(id => Of.Case.Clause(id) is not null).Distinct()];

    /// <summary>The one its author said before, and the one after where it is known.</summary>
    public (Statement? Before, Statement? After) Neighbours =>
        (Of.Case.Statement(Statement.IdOf(Statement.Author, Statement.Number - 1)), Of.Case.Statement(Statement.IdOf(Statement.Author, Statement.Number + 1)) is { } next && next.Received.LastTick <= Of.View.Known ? next : null);

    /// <summary>Where it was read, when the case lists it.</summary>
    public Source? Source => Statement.Source is { } name ? Of.Case.Record.Sources.GetValueOrDefault(name) : null;

    /// <summary>The statement as a case file has it.</summary>
    public string Yaml => CaseWriter.WriteStatements([Statement]);

    /// <summary>Whether all findings were looked through, and not those of its own act or message alone.</summary>
    public bool IsWhole => Of.Case.Record.Statements.Count <= MostForAll;

    /// <summary>The findings that rest on it at these instants, in the order of the text.</summary>
    public IReadOnlyList<RestingFindings> Resting => _resting ??= [.. (IsWhole ? Of.Case.Assess(Of.View).Findings : OfItsOwn())
        .Where(finding => finding.Cites.Contains(Statement.Id))
        .GroupBy(finding => (finding.Clause, finding.Party))
        .Select(group => new RestingFindings(group.Key.Clause, group.Key.Party, [.. group]))];

    private IReadOnlyList<Statement> Known => _known ??= Of.Case.Record.Statements is var all && StatementSearch.CountKnown(all, Of.View.Known) is var count && count == all.Count ? all : [.. all.Take(count)];

    private IEnumerable<Finding> OfItsOwn()
    {
        var instances = new[] { Statement.Id, _named }.Concat(_uses).OfType<string>().Distinct().ToList();
        return from clause in Of.Case.Agreement.Clauses
               from party in Of.Case.Agreement.Parties
               from instance in instances
               let finding = Of.Case.Find(clause.Id, party.Code, instance, Of.View)
               where finding is not null
               select finding;
    }

    private static string? NamedBy(Statement statement) => statement.Content switch
    {
        ActWord word => word.Act,
        Message message => message.Name,
        _ => null,
    };

    private static IReadOnlyList<string> UsedBy(Statement statement) => statement.Content switch
    {
        Denial denial => denial.What,
        Message { About: { } about } => [about],
        ActWord { About: { } about } => [about],
        _ => [],
    };
}
