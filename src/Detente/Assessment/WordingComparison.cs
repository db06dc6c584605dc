namespace Detente.Assessment;

/// <summary>One act, request, period or place of a party, as two wordings find it.</summary>
/// <param name="Party">Whose.</param>
/// <param name="Instance">What is judged; <c>null</c> for a clause as a whole, or what was not seen.</param>
/// <param name="First">What the first wording finds; <c>null</c> where no clause of it looks at it.</param>
/// <param name="Second">The same of the second.</param>
public sealed record FoundTwice(string Party, string? Instance, Retrospect? First, Retrospect? Second);

/// <summary>One item, place and capital on whose short flight time two wordings differ.</summary>
/// <param name="Party">Who has the item.</param>
/// <param name="Item">The type.</param>
/// <param name="Place">Where it is.</param>
/// <param name="To">Whose capital.</param>
/// <param name="First">What the first wording comes to; <c>null</c> where it does not warn.</param>
/// <param name="Second">The same of the second.</param>
public sealed record WarnedTwice(string Party, string Item, string Place, string To, FlightWarning? First, FlightWarning? Second);

/// <summary>Two wordings of a commitment on the same history: what they find differently.</summary>
public static class WordingComparison
{
    /// <summary>
    /// Where the verdicts differ, by party in the order of the first wording and then instance. A clause is compared with the clause of the
    /// same id, instance by instance. What falls under a clause that only one wording has is compared on the instance alone, the worst of each.
    /// </summary>
    public static IReadOnlyList<FoundTwice> Differences(Backtested first, Backtested second)
    {
        var parties = first.Agreement.Parties.Concat(second.Agreement.Parties).Select(party => party.Code).Distinct().ToList();
        return [.. Pairs(first, second).Where(pair => pair.First?.Finding.Verdict != pair.Second?.Finding.Verdict)
            .OrderBy(pair => parties.IndexOf(pair.Party)).ThenBy(pair => pair.Instance is null).ThenBy(pair => pair.Instance, StringComparer.Ordinal)
            .ThenBy(pair => (pair.First ?? pair.Second)!.Finding.Clause, StringComparer.Ordinal)];
    }

    /// <summary>How many things both wordings look at and find alike.</summary>
    public static int Alike(Backtested first, Backtested second) =>
        Pairs(first, second).Count(pair => pair.First is { } mine && pair.Second is { } other && mine.Finding.Verdict == other.Finding.Verdict);

    /// <summary>Warnings that one gives and the other does not, or not so; the first of each for an item, a place and a capital.</summary>
    public static IReadOnlyList<WarnedTwice> Warnings(Backtested first, Backtested second)
    {
        var (mine, other) = (ByFlight(first), ByFlight(second));
        return [.. mine.Keys.Union(other.Keys)
            .Select(key => new WarnedTwice(key.Party, key.Item, key.Place, key.To, mine.GetValueOrDefault(key), other.GetValueOrDefault(key)))
            .Where(pair => pair.First?.State != pair.Second?.State)
            .OrderBy(pair => pair.Party, StringComparer.Ordinal).ThenBy(pair => pair.Item, StringComparer.Ordinal).ThenBy(pair => pair.Place, StringComparer.Ordinal).ThenBy(pair => pair.To, StringComparer.Ordinal)];
    }

    private static IEnumerable<FoundTwice> Pairs(Backtested first, Backtested second)
    {
        var shared = first.Agreement.Clauses.Select(clause => clause.Id).Intersect(second.Agreement.Clauses.Select(clause => clause.Id)).ToHashSet(StringComparer.Ordinal);
        var (mine, other) = (ByKey(first, shared), ByKey(second, shared));
        return mine.Keys.Union(other.Keys).Select(key => new FoundTwice(key.Party, key.Instance, mine.GetValueOrDefault(key), other.GetValueOrDefault(key)));
    }

    private static Dictionary<(string Party, string? Instance, string? Clause), Retrospect> ByKey(Backtested of, HashSet<string> shared) => of.Findings
        .GroupBy(found => (found.Finding.Party, found.Finding.Instance, Clause: found.Finding.Instance is null || shared.Contains(found.Finding.Clause) ? found.Finding.Clause : null))
        .ToDictionary(group => group.Key, group => group.MinBy(found => VerdictOrder.InLine(found.Finding.Verdict))!);

    private static Dictionary<(string Party, string Item, string Place, string To), FlightWarning> ByFlight(Backtested of) => of.Warnings
        .GroupBy(warning => (warning.Party, warning.Item, warning.Place, warning.To)).ToDictionary(group => group.Key, group => group.MinBy(warning => warning.State)!);
}
