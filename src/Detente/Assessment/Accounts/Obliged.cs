using Detente.Agreement.Model;
using Detente.Quantities;

namespace Detente.Assessment.Accounts;

/// <summary>
/// What an agreement obliges parties to report, and so what a live record covers (rule 2.1): acts that a clause makes
/// every party announce or report. Where nobody has to speak, silence says nothing.
/// </summary>
internal sealed class Obliged
{
    private readonly Glossary _glossary;
    private readonly ILookup<string, ActSelector> _reported;

    public Obliged(Glossary glossary)
    {
        _glossary = glossary;
        _reported = glossary.Agreement.Clauses.Select(c => c.Sentence).OfType<TriggeredDuty>()
            .Where(d => d.Duty is { Bearer: Bearer.ThatParty, Deed: Deed.Send { Message: MessageKind.Notification or MessageKind.Report } })
            .Select(d => d.Trigger).OfType<Trigger.OnAct>().Select(t => t.Act).Where(a => a.Variant is null)
            .ToLookup(a => a.Term, StringComparer.Ordinal);
    }

    /// <summary>Whether acts of a term on a selector's items (on anything, without one) must be reported.</summary>
    public bool Covers(string? term, ItemSelector? selector) => term is not null
        && _reported[term].Any(told => told.Items.Count == 0 || (selector is not null && told.Items.Any(i => Holds(i, selector))));

    /// <summary>Whether acts of a term on a type must be reported, in an account.</summary>
    public bool Covers(string? term, string? type, Account account) => term is not null
        && _reported[term].Any(told => told.Items.Count == 0 || (type is not null && account.IsAny(type, told.Items) == Truth.True));

    /// <summary>Whether everything one selector names is certainly named by another.</summary>
    private bool Holds(ItemSelector told, ItemSelector asked)
    {
        if (told.For is not null || asked.For is not null || told.State is not null)
        {
            return told == asked;
        }

        if (told.Term == asked.Term || told.Term == _glossary.Class(asked.Term)?.Test?.Base)
        {
            return true;
        }

        return _glossary.Class(told.Term)?.Test is { } wide && _glossary.Class(asked.Term) is { OneOf.Count: 0, Test: { } narrow }
            && wide.Base == narrow.Base
            && wide.Words.All(w => narrow.Words.Contains(w))
            && wide.Numbers.All(n => narrow.Numbers.Any(m => m.Property == n.Property && m.Interval.Within(n.Interval) == Truth.True));
    }
}
