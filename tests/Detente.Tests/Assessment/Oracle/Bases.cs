using Detente.Quantities;
using Detente.Statements;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>Rules 6.5 and 6.7: how well a leaf is established, and which statements it cites.</summary>
internal sealed class Bases(World world)
{
    /// <summary>6.5: a statement's basis with regard to a bearer.</summary>
    public Basis Of(Word word, string bearer) =>
        world.Knowledge.IsFinding(word) ? Basis.Found
        : word.IsOf(bearer) && word.Signers.Any(signer => signer != bearer && world.Parties.Contains(signer)) ? Basis.Inspected
        : word.IsOf(bearer) ? Basis.Declared
        : Basis.Observed;

    /// <summary>6.5: an act's: the best over what says it happened; inspected if an act of another party that happened is about it.</summary>
    public Basis? Of(Act act, string bearer)
    {
        var said = act.Words.Where(word => word.Verb is Verb.Reports or Verb.Observes or Verb.Finds).Select(word => (Basis?)Of(word, bearer)).Max();
        var isInspected = world.Accounts.Acts().Any(other => other.Actor != act.Actor
            && world.Parties.Contains(other.Actor)
            && world.Accounts.About(other, bearer) == act.Id
            && world.Accounts.Happened(other, bearer) == Truth.True);
        return isInspected && said is not Basis.Found ? Basis.Inspected : said;
    }

    /// <summary>6.7: an act cites what names or denies it, or denies a statement on it.</summary>
    public static IEnumerable<Word> Cited(Act act) => act.Words.Concat(act.Denials);

    /// <summary>6.7: and for judgements of its item, what describes or reads that type.</summary>
    public IEnumerable<Word> Cited(Act act, string x, bool itemIsJudged) =>
        itemIsJudged && world.Accounts.Item(act, x) is { } type ? Cited(act).Concat(world.Accounts.TypeWords(type)) : Cited(act);
}
