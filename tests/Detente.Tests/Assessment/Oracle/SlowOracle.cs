using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Statements;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>
/// The judgement once more: slow, obvious, and written from docs/judgement.md alone. No index, nothing kept from one
/// instant to the next; each section of the rules has a file, and each method names its rule.
/// </summary>
internal static class SlowOracle
{
    /// <summary>Every finding at one instant judged and one instant of knowledge, in the order of <see cref="Detente.Assessment.Assessment.Findings"/>.</summary>
    public static IReadOnlyList<Finding> Assess(Instrument agreement, Case record, long at, long known)
    {
        var world = new World(agreement, record, known);
        return
        [
            .. from clause in agreement.Clauses
               from party in world.Parties
               where world.Bearers(clause).Contains(party)
               from instance in world.Instances(clause, party, at)
                   .OrderBy(one => one.Name is not null).ThenBy(one => one.Birth).ThenBy(one => one.Name, StringComparer.Ordinal)
               select Find(world, clause, party, instance, at),
        ];
    }

    /// <summary>7.10: every warning at one instant, in the order of the text, then party, type, place and capital.</summary>
    public static IReadOnlyList<Warned> Warn(Instrument agreement, Case record, long at, long known)
    {
        var world = new World(agreement, record, known);
        return
        [
            .. from clause in agreement.Clauses
               where clause.Sentence is Warning
               from party in world.Parties
               from warned in new WarningForm(world, clause, (Warning)clause.Sentence, party).At(at)
               select warned,
        ];
    }

    private static Finding Find(World world, Clause clause, string party, Instance instance, long at)
    {
        var accounts = world.Parties.Select(x => (By: x, Outcome: instance.In(x, at))).ToList();
        var own = accounts.First(account => account.By == party).Outcome;
        var others = accounts.Where(account => account.By != party).Select(account => account.Outcome).ToList();
        var verdict = Combine(own.Verdict, [.. others.Select(other => other.Verdict)]);
        var told = Told(verdict, own, others);
        return new Finding
        {
            Clause = clause.Id,
            Party = party,
            Instance = instance.Name,
            Verdict = verdict,
            Late = told.Late,
            Binds = world.Binds.At(clause, party, at),
            Basis = verdict is Verdict.Kept or Verdict.NotKept ? told.Basis : null, // 6.5
            Since = told.Since,
            Until = told.Until,
            Due = told.Due,
            Left = told.Left,
            Accounts = [.. accounts.Select(account => new AccountVerdict(account.By, account.Outcome.Verdict))],
            Cites = [.. told.Cites.DistinctBy(word => word.Id).OrderBy(word => word.Last, Knowledge.Order).Select(word => word.Id)], // 6.7
            SettledBy = SettledBy(verdict, told, others, party, instance.Name ?? clause.Id),
        };
    }

    /// <summary>6.3: all accounts together.</summary>
    public static Verdict Combine(Verdict own, IReadOnlyList<Verdict> others)
    {
        if (own == Verdict.NotKept)
        {
            return Verdict.NotKept;
        }

        if (others.Contains(Verdict.NotKept))
        {
            return own == Verdict.Undetermined ? Verdict.Undetermined : Verdict.Disputed;
        }

        Verdict[] worstFirst = [Verdict.Undetermined, Verdict.Pending, Verdict.Kept, Verdict.NotTriggered];
        return worstFirst.First(verdict => own == verdict || others.Contains(verdict));
    }

    /// <summary>6.4: the first account, the bearer's own first, whose verdict is the combined one; for disputed, the first with not kept.</summary>
    private static Outcome Told(Verdict verdict, Outcome own, IEnumerable<Outcome> others) =>
        others.Prepend(own).First(outcome => outcome.Verdict == (verdict == Verdict.Disputed ? Verdict.NotKept : verdict));

    /// <summary>6.8: what would settle it.</summary>
    private static IReadOnlyList<Need> SettledBy(Verdict verdict, Outcome told, List<Outcome> others, string party, string about)
    {
        if (verdict == Verdict.Disputed)
        {
            return [new Need(Verb.Finds, "both", about, null)];
        }

        if (verdict != Verdict.Undetermined)
        {
            return [];
        }

        var explains = others.Any(other => other.Verdict == Verdict.NotKept) ? [new Need(Verb.Explains, party, about, null)] : Array.Empty<Need>();
        return told.Need is { } need ? [need, .. explains] : explains;
    }
}
