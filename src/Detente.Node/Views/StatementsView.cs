using Detente.Answers;
using Detente.Statements;

namespace Detente.Node.Views;

/// <summary>A page of statements: those known at the instant of knowledge that were asked for.</summary>
/// <param name="Of">The case and the instants.</param>
/// <param name="Query">What is asked for.</param>
/// <param name="NewestFirst">Whether the last received comes first; else they stand in record order.</param>
/// <param name="Number">The number of the page, from 1.</param>
public sealed record StatementsView(CaseView Of, StatementQuery Query, bool NewestFirst, int Number)
{
    /// <summary>The parameters of a page's address that say what is asked for, beside the number of the page.</summary>
    public static readonly IReadOnlyList<string> Parameters = ["q", "author", "verb", "grade", "clause", "order"];

    /// <summary>What the parameter <c>order</c> says for record order.</summary>
    public const string RecordOrder = "record";

    private const int PageSize = 50;
    private StatementPage? _found;

    /// <summary>Reads the parameters of an address; what is no word of theirs asks for nothing.</summary>
    /// <param name="of">The case and the instants.</param>
    /// <param name="asked">Gives a parameter by its name; empty where it is not there.</param>
    public static StatementsView Read(CaseView of, Func<string, string?> asked) => new(
        of,
        new StatementQuery(
            of.View.Known,
            Some(asked("q")),
            Some(asked("author")),
            Named(asked("verb"), Enum.GetValues<Verb>(), Names.Of),
            Named(asked("grade"), Enum.GetValues<Grade>(), Names.Of),
            Some(asked("clause"))),
        asked("order") != RecordOrder,
        int.TryParse(asked("page"), out var number) ? Math.Clamp(number, 1, int.MaxValue / PageSize) : 1);

    /// <summary>Those found, a page of them.</summary>
    public StatementPage Found => _found ??= StatementSearch.Of(Of.Case, Query, (Number - 1) * PageSize, PageSize, NewestFirst);

    /// <summary>The place of the page's first statement among all found, from 1.</summary>
    public int First => (Number - 1) * PageSize + 1;

    /// <summary>The place of its last.</summary>
    public int Last => First + Found.Statements.Count - 1;

    /// <summary>Whether more follow.</summary>
    public bool HasNext => Last < Found.Total;

    /// <summary>How many statements of the record are not known yet.</summary>
    public int NotYetKnown => Of.Case.Record.Statements.Count - StatementSearch.CountKnown(Of.Case.Record.Statements, Of.View.Known);

    /// <summary>Codes of all who may speak: parties, neutrals, other authors.</summary>
    public IEnumerable<string> Authors => Of.Case.Agreement.Parties.Concat(Of.Case.Agreement.Neutrals).Select(party => party.Code).Concat(Of.Case.Record.OtherAuthors.Keys.Order(StringComparer.Ordinal)).Distinct();

    /// <summary>The address of another page of the same.</summary>
    public string At(int number) => Of.Address.With(
        Of.Path, [.. Of.Kept.Select(kept => (kept.Name, (string?)kept.Value)), ("page", number == 1 ? null : number.ToString(System.Globalization.CultureInfo.InvariantCulture))]);

    private static string? Some(string? written) => string.IsNullOrWhiteSpace(written) ? null : written.Trim();

    private static T? Named<T>(string? written, IEnumerable<T> values, Func<T, string> nameOf)
        where T : struct => values.Where(value => nameOf(value) == written).Select(value => (T?)value).FirstOrDefault();
}
