using Detente.Agreement.Model;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Accounts;

/// <summary>
/// What a live record covers: what its agreement obliges parties to report (rule 2.1). Where nobody has to speak, silence
/// says nothing.
/// </summary>
internal static class LiveCoverage
{
    /// <summary>
    /// The lines a case would state: messages, acts that a clause makes every party announce or report, and acts that a
    /// clause makes a party conduct: whoever did says so.
    /// </summary>
    public static IReadOnlyList<Coverage> Of(Instrument agreement)
    {
        var told = agreement.Clauses.Select(c => c.Sentence).OfType<TriggeredDuty>()
            .Where(d => d.Duty is { Bearer: Bearer.ThatParty, Deed: Deed.Send { Message: MessageKind.Notification or MessageKind.Report } })
            .Select(d => d.Trigger).OfType<Trigger.OnAct>().Select(t => t.Act).Where(a => a.Variant is null).ToList();
        var owed = agreement.Clauses.Select(c => c.Sentence).OfType<TriggeredDuty>()
            .SelectMany(d => d.Otherwise.Prepend(d.Duty)).Select(d => d.Deed).OfType<Deed.Conduct>().Select(d => d.ActTerm).ToList();
        return [.. agreement.Parties.SelectMany(p => told.SelectMany(a => Items(a).Select(item => Line(a.Term, p.Code, item)))
            .Concat(owed.Select(term => Line(term, p.Code, null)))
            .Prepend(Line("messages", p.Code, null)))];
    }

    /// <summary>Items by their terms; one narrowed to a state, or to what another type carries, covers nothing whole.</summary>
    private static IEnumerable<string?> Items(ActSelector act) => act.Items.Count == 0
        ? new string?[] { null }
        : act.Items.Where(i => i.State is null && i.For is null).Select(i => (string?)i.Term);

    private static Coverage Line(string what, string party, string? item) =>
        new(what, party, item, EventTime.Beginning, EventTime.End, Basis.Declared, Grade.Read, "the agreement");
}
