using Detente.Agreement.Model;
using Detente.Agreement.Text;
using Detente.Assessment.Accounts;
using Detente.Assessment.Forms;
using Detente.Quantities;
using Detente.Time;

namespace Detente.Assessment.Reasons;

/// <summary>Acts in words: whether one took place, what it was, and whether its item counts.</summary>
internal static class ActReasons
{
    public static IEnumerable<Reason> Tree(Scene scene, Instance instance, Account account, Subject act, Step step, Evidence evidence)
    {
        if (account.Act(act) is not { } facts)
        {
            return Explainer.Cited(scene, evidence);
        }

        var reasons = new List<Reason> { Happened(scene, act, facts) };
        if (facts.Item is { } item && Selectors(instance.Clause.Sentence) is { Count: > 0 } selectors)
        {
            reasons.Add(Membership(scene, account, item, selectors));
        }

        var told = reasons.SelectMany(r => r.Children).Select(c => c.Statement).ToHashSet();
        reasons.AddRange(Explainer.Cited(scene, evidence).Where(leaf => !told.Contains(leaf.Statement)));
        return reasons;
    }

    private static Reason Happened(Scene scene, Subject act, ActFacts facts)
    {
        var what = facts.Kind is { } kind ? $"{kind}{(facts.Variant is null ? "" : $" {facts.Variant}")}" : "act";
        var when = facts is { Start: { } from, End: { } to } && from != to ? $", {from} to {to}{(facts.Cumulative ? ", all told" : "")}"
            : facts.Start is { } start ? $", {start}" : facts.AnnouncedStart is { } announced ? $", announced for {announced}" : "";
        var text = (facts.Happened, facts.HappenedIsSaid) switch
        {
            (Truth.True, _) => $"{act.Name} took place: {what}{when}",
            (Truth.False, true) => $"{act.Name} did not take place",
            (Truth.False, false) => $"{act.Name}: no word by {scene.Glossary.NameOf(facts.Actor)}, and the record covers such acts: none",
            _ => facts.Announced ? $"{act.Name} was announced: {what}{when}" : $"{act.Name}: no word by {scene.Glossary.NameOf(facts.Actor)}, and the record does not cover such acts",
        };
        return new Reason(text, null, null, [.. scene.Cites(act).Select(s => Leaf.Of(scene, s))]);
    }

    /// <summary>Whether a type is what selectors name, and the statements that say what it is.</summary>
    public static Reason Membership(Scene scene, Account account, string item, IReadOnlyList<ItemSelector> selectors)
    {
        var is_ = account.IsAny(item, selectors) switch
        {
            Truth.True => "is",
            Truth.False => "is not",
            _ => "cannot be told to be",
        };
        var facts = account.Type(item);
        var numbers = string.Join(", ", facts.Numbers.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => $"{n.Key} {n.Value}"));
        var text = $"{item} {is_} {string.Join(" or ", selectors.Select(Of))}{(numbers.Length == 0 ? "" : $" ({numbers})")}";
        return new Reason(text, null, null, [.. scene.Describing(item).Select(s => Leaf.Of(scene, s))]);
    }

    private static string Of(ItemSelector selector) => selector.For is { } owner ? $"{selector.Term} of {Of(owner)}" : EnglishNouns.WithArticle(selector.Term);

    private static IReadOnlyList<ItemSelector> Selectors(Sentence sentence) => sentence switch
    {
        Ban ban => [.. ban.Acts.SelectMany(a => a.Items).Distinct()],
        TriggeredDuty { Trigger: Trigger.OnAct trigger } => trigger.Act.Items,
        Quota quota => quota.Acts.Items,
        _ => [],
    };
}
