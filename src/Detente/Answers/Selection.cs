using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Diagnostics;

namespace Detente.Answers;

/// <summary>The clauses and parties a question is about; <c>null</c> for all.</summary>
/// <param name="Party">A party's code.</param>
/// <param name="Clauses">Ids of clauses.</param>
public sealed record Selection(string? Party, IReadOnlySet<string>? Clauses)
{
    /// <summary>Everything.</summary>
    public static readonly Selection All = new(null, null);

    /// <summary>Names as written, understood. <c>IX</c> stands for every clause of article IX that it is not itself the id of.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="party">A party's code or name; <c>null</c> for all.</param>
    /// <param name="clause">A clause's id, or the beginning of several; <c>null</c> for all.</param>
    /// <param name="unknown">What is not a name of the agreement, in one line with what was probably meant; else <c>null</c>.</param>
    public static Selection Of(Instrument agreement, string? party, string? clause, out string? unknown)
    {
        var code = party is null ? null : PartyOf(agreement, party);
        var clauses = clause is null ? null : ClausesOf(agreement, clause);
        unknown = party is not null && code is null ? UnknownParty(agreement, party) : clauses is { Count: 0 } ? UnknownClause(agreement, clause!) : null;
        return new Selection(code, clauses);
    }

    /// <summary>Whether a line of this clause and party is asked for.</summary>
    public bool Holds(string clause, string party) => (Party is null || Party == party) && (Clauses is null || Clauses.Contains(clause));

    /// <summary>The lines asked for.</summary>
    public IReadOnlyList<Line> Lines(Assessment.Assessment assessment) => [.. assessment.Lines.Where(line => Holds(line.Clause.Id, line.Party))];

    private static string? PartyOf(Instrument agreement, string asked) =>
        agreement.Parties.FirstOrDefault(party => Same(party.Code, asked) || Same(party.Name, asked))?.Code;

    private static HashSet<string> ClausesOf(Instrument agreement, string asked)
    {
        var ids = agreement.Clauses.Select(clause => clause.Id).ToList();
        var found = ids.Where(id => Same(id, asked)).ToHashSet();
        return found.Count > 0 ? found : [.. ids.Where(id => id.StartsWith(asked.TrimEnd('.') + ".", StringComparison.OrdinalIgnoreCase))];
    }

    private static string UnknownParty(Instrument agreement, string asked) => $"'{asked}' is no party to {agreement.Id}" + Meant.Or(
        asked,
        agreement.Parties.SelectMany(party => new[] { party.Code, party.Name }),
        $"; its parties are {string.Join(", ", agreement.Parties.Select(party => $"{party.Code} ({party.Name})"))}");

    private static string UnknownClause(Instrument agreement, string asked)
    {
        var ids = agreement.Clauses.Select(clause => clause.Id).ToList();
        return $"{agreement.Id} has no clause '{asked}'{Meant.Or(asked, ids, $"; its clauses run from {ids.FirstOrDefault()} to {ids.LastOrDefault()}")}";
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
