using Detente.Agreement.Model;
using Detente.Assessment;

namespace Detente.Cli.Input;

/// <summary>The clauses and parties a call is about; <c>null</c> for all.</summary>
/// <param name="Party">A party's code.</param>
/// <param name="Clauses">Ids of clauses.</param>
internal sealed record Selection(string? Party, IReadOnlySet<string>? Clauses)
{
    /// <summary>Everything.</summary>
    public static readonly Selection All = new(null, null);

    /// <summary>Names as written, understood; an unknown one is refused. <c>IX</c> stands for every clause of article IX that it is not itself the id of.</summary>
    public static Selection Of(Instrument agreement, string? party, string? clause) =>
        new(party is null ? null : PartyOf(agreement, party), clause is null ? null : ClausesOf(agreement, clause));

    /// <summary>Whether a line of this clause and party is asked for.</summary>
    public bool Holds(string clause, string party) => (Party is null || Party == party) && (Clauses is null || Clauses.Contains(clause));

    /// <summary>The lines asked for.</summary>
    public IReadOnlyList<Line> Lines(Assessment.Assessment assessment) => [.. assessment.Lines.Where(line => Holds(line.Clause.Id, line.Party))];

    private static string PartyOf(Instrument agreement, string asked)
    {
        var parties = agreement.Parties;
        return parties.FirstOrDefault(party => Same(party.Code, asked) || Same(party.Name, asked))?.Code
            ?? throw new RefusedException($"'{asked}' is no party to {agreement.Id}" + Meant.Or(
                asked,
                parties.SelectMany(party => new[] { party.Code, party.Name }),
                $"; its parties are {string.Join(", ", parties.Select(party => $"{party.Code} ({party.Name})"))}"));
    }

    private static HashSet<string> ClausesOf(Instrument agreement, string asked)
    {
        var ids = agreement.Clauses.Select(clause => clause.Id).ToList();
        var found = ids.Where(id => Same(id, asked)).ToHashSet();
        if (found.Count == 0)
        {
            found = ids.Where(id => id.StartsWith(asked.TrimEnd('.') + ".", StringComparison.OrdinalIgnoreCase)).ToHashSet();
        }

        return found.Count > 0 ? found : throw new RefusedException(
            $"{agreement.Id} has no clause '{asked}'{Meant.Or(asked, ids, $"; its clauses run from {ids.FirstOrDefault()} to {ids.LastOrDefault()}")}");
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
