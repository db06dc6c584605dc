using Detente.Agreement.Model;

namespace Detente.Assessment;

/// <summary>One act, request, period or place of a party, as two wordings find it.</summary>
/// <param name="Party">Whose.</param>
/// <param name="Instance">What is judged; <c>null</c> for a clause as a whole, or what was not seen.</param>
/// <param name="First">The worst of the first wording's findings on it; <c>null</c> where no clause of it looks at it.</param>
/// <param name="Second">The same of the second.</param>
public sealed record FoundTwice(string Party, string? Instance, Retrospect? First, Retrospect? Second);

/// <summary>Two wordings of a commitment on the same history: what they find differently.</summary>
public static class WordingComparison
{
    /// <summary>
    /// Where the verdicts differ, by party in the order of the first wording and then instance. What has an instance is compared on it,
    /// whatever clause it falls under; a clause as a whole with the clause of the same id.
    /// </summary>
    public static IReadOnlyList<FoundTwice> Differences(Backtested first, Backtested second)
    {
        var (ofFirst, ofSecond) = (ByInstance(first), ByInstance(second));
        var parties = first.Agreement.Parties.Concat(second.Agreement.Parties).Select(party => party.Code).Distinct().ToList();
        return [.. ofFirst.Keys.Union(ofSecond.Keys)
            .Select(key => (Key: key, First: ofFirst.GetValueOrDefault(key), Second: ofSecond.GetValueOrDefault(key)))
            .Where(pair => pair.First?.Finding.Verdict != pair.Second?.Finding.Verdict)
            .OrderBy(pair => parties.IndexOf(pair.Key.Party)).ThenBy(pair => pair.Key.Instance is null).ThenBy(pair => pair.Key.Instance, StringComparer.Ordinal).ThenBy(pair => pair.Key.Clause, StringComparer.Ordinal)
            .Select(pair => new FoundTwice(pair.Key.Party, pair.Key.Instance, pair.First, pair.Second))];
    }

    /// <summary>How many things both wordings look at and find alike.</summary>
    public static int Alike(Backtested first, Backtested second)
    {
        var ofSecond = ByInstance(second);
        return ByInstance(first).Count(pair => ofSecond.TryGetValue(pair.Key, out var other) && other.Finding.Verdict == pair.Value.Finding.Verdict);
    }

    private static Dictionary<(string Party, string? Instance, string? Clause), Retrospect> ByInstance(Backtested of) => of.Findings
        .GroupBy(found => (found.Finding.Party, found.Finding.Instance, Clause: found.Finding.Instance is null ? found.Finding.Clause : null))
        .ToDictionary(group => group.Key, group => group.MinBy(found => VerdictOrder.InLine(found.Finding.Verdict))!);
}
