using Detente.Agreement.Model;
using Detente.Agreement.Text;
using Detente.Assessment.Accounts;
using Detente.Assessment.Forms;
using Detente.Quantities;
using Detente.Statements;

namespace Detente.Assessment.Reasons;

/// <summary>Where accounts differ, each side's own words and figures next to each other.</summary>
internal static class Differences
{
    /// <summary><c>US: 9M729 range 500 to 5500 km · SU: 9M729 range 480 km</c>; parties that say the same stand together.</summary>
    public static string Of(Scene scene, Instance instance) => string.Join(" · ", scene.Accounts
        .Select(account => (account.Party, Words: string.Join(", ", Told(scene, instance, account).DefaultIfEmpty("none"))))
        .GroupBy(told => told.Words)
        .Select(alike => $"{string.Join(", ", alike.Select(told => told.Party))}: {alike.Key}"));

    /// <summary>What one account has that another has otherwise.</summary>
    public static IEnumerable<string> Told(Scene scene, Instance instance, Account account)
    {
        if (instance.Name is null || scene.Knowledge.Ledger.Act(instance.Name) is not { } subject || account.Act(subject) is not { } act)
        {
            foreach (var told in instance.Clause.Sentence is Location && instance.Name is { } name ? OfType(scene, name.Split(" at ")[0], account) : [])
            {
                yield return told;
            }

            yield return Wording.Of(instance.Tracks[scene.Glossary.IndexOf(account.Party)].At(long.MaxValue)?.Verdict ?? Verdict.NotTriggered);
            yield break;
        }

        var others = scene.Accounts.Where(a => a != account).Select(a => a.Act(subject)!).ToList();
        if (act.Happened == Truth.False)
        {
            yield return "none took place";
        }
        else if (act.Kind is { } kind && others.Any(o => o.Kind != act.Kind))
        {
            yield return act.Item is null ? kind : $"{kind} of {act.Item}";
        }
        else if (others.Any(o => o.Happened == Truth.False))
        {
            yield return act.Item is null ? "took place" : $"took place, {act.Item}";
        }

        foreach (var told in act.Item is { } item ? OfType(scene, item, account) : [])
        {
            yield return told;
        }
    }

    private static IEnumerable<string> OfType(Scene scene, string item, Account account)
    {
        var facts = account.Type(item);
        var others = scene.Accounts.Where(a => a != account).Select(a => a.Type(item)).ToList();
        foreach (var (name, value) in facts.Numbers.OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            if (others.Any(o => !o.Numbers.TryGetValue(name, out var theirs) || theirs != value))
            {
                yield return $"{item} {name} {value}";
            }
        }

        foreach (var (name, value) in facts.Words.OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            if (others.Any(o => o.Words.GetValueOrDefault(name) != value))
            {
                yield return $"{item} {name} {value}";
            }
        }

        foreach (var (term, value) in facts.Readings.OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            if (others.Any(o => !o.Readings.TryGetValue(term, out var theirs) || theirs != value))
            {
                yield return $"{item} is {(value ? "" : "not ")}{EnglishNouns.WithArticle(term)}";
            }
        }
    }
}
