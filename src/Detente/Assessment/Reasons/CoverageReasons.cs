using Detente.Agreement.Model;
using Detente.Assessment.Forms;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Reasons;

/// <summary>What the record covers of what a clause is about: the other leaves of a tree, beside statements.</summary>
internal static class CoverageReasons
{
    public static Reason Of(Scene scene, Clause clause, string party)
    {
        var knowledge = scene.Knowledge;
        var what = Names(scene, clause.Sentence).ToHashSet(StringComparer.Ordinal);
        var lines = knowledge.Coverage
            .Where(l => what.Contains(l.What) && (l.Party == party || l.What == "messages")).Select(InWords).Distinct(StringComparer.Ordinal).ToList();
        return lines.Count == 0
            ? new Reason($"the record covers none of this ({string.Join(", ", what)}): silence says nothing", null, null, [])
            : new Reason("where the record covers it, silence means none", null, null, [.. lines.Select(l => new Reason(l, null, null, []))]);

        string InWords(Coverage line)
        {
            var of = line.Item is null ? line.What : $"{line.What} of {line.Item}";
            var from = line.From <= EventTime.Beginning ? "" : $" from {Days.PrintTick(line.From)}";
            var until = line.Until >= EventTime.End ? "" : $" to {Days.PrintTick(line.Until - 1)}";
            var how = knowledge.IsLive ? "a clause makes each party say so" : $"{Words.For(Words.Bases, line.Basis)} [{Words.For(Words.Grades, line.Grade)}: {line.Source}]";
            return $"{scene.Glossary.NameOf(line.Party)}, {of}{from}{until}: {how}";
        }
    }

    private static IEnumerable<string> Names(Scene scene, Sentence sentence) => sentence switch
    {
        Limit => scene.Glossary.Agreement.Terms.OfType<ActTerm>().Where(t => t.Effect is HoldingsEffect.Adds or HoldingsEffect.Removes)
            .Select(t => t.Name).Append("acquisition").Append("removal"),
        Ban ban => ban.Acts.Select(a => a.Term),
        Quota quota => [quota.Acts.Term],
        QuotaShare share => scene.Glossary.Agreement.Clauses.Where(c => c.Id == share.OfClause).SelectMany(c => Names(scene, c.Sentence)),
        Location => ["location"],
        TriggeredDuty { Trigger: Trigger.OnAct act } => [act.Act.Term, "messages"],
        _ => ["messages"],
    };
}
