using Detente.Assessment.Accounts;
using Detente.Quantities;
using Detente.Statements;

namespace Detente.Assessment.Forms;

/// <summary>Whether an item is at a place at an instant in an account, by the last words of each state (rule 7.10).</summary>
/// <param name="IsThere">Some is; none is; or it cannot be told.</param>
/// <param name="Words">The lines and acts that say so.</param>
internal sealed record Presence(Truth IsThere, IReadOnlyList<(Said? Said, Subject? Act)> Words)
{
    /// <summary>The statements that say so.</summary>
    public IEnumerable<Said> By(Scene scene) => Words.SelectMany(word => word.Said is { } said ? [said] : scene.Cites(word.Act!));

    /// <summary>Every item of a party that was ever placed somewhere by an instant, by type and place.</summary>
    public static Dictionary<(string Type, string Place), Presence> Of(Account account, string party, long at)
    {
        var cells = new Dictionary<(string, string), Dictionary<string, Word>>();
        foreach (var word in Lines(account, party).Concat(Acts(account, party, at)).Where(word => word.Tick <= at).OrderBy(word => word.Tick))
        {
            if (!cells.TryGetValue((word.Type, word.Place), out var states))
            {
                cells[(word.Type, word.Place)] = states = new Dictionary<string, Word>(StringComparer.Ordinal);
            }

            if (word.State is null)
            {
                states.Clear();
            }

            states[word.State ?? ""] = word;
        }

        return cells.ToDictionary(cell => cell.Key, cell => new Presence(
            cell.Value.Values.Aggregate(Truth.False, (any, word) => any.Or(word.IsThere)),
            [.. cell.Value.Values.Select(word => (word.Said, word.Act))]));
    }

    private readonly record struct Word(string Type, string Place, string? State, long Tick, Truth IsThere, Said? Said, Subject? Act);

    private static IEnumerable<Word> Lines(Account account, string party)
    {
        var knowledge = account.Knowledge;
        foreach (var said in knowledge.JudgedOn(knowledge.Ledger.HoldingsSaid))
        {
            if (said.Content is Holdings holdings && holdings.Of == party && (knowledge.Speaks(said, party) || said.IsBy(account.Party)))
            {
                // A line without state replaces those before it, and so comes before its own statement's others.
                foreach (var line in holdings.Lines.Where(line => line.Place is not null).OrderBy(line => line.State is not null))
                {
                    var there = line.Amount.Low > 0 ? Truth.True : line.Amount.High <= 0 ? Truth.False : Truth.Unknown;
                    yield return new Word(knowledge.Glossary.Canonical(line.Item), line.Place!, line.State, holdings.AsOf.FirstTick, there, said, null);
                }
            }
        }
    }

    // What an act takes away may not have been all of it.
    private static IEnumerable<Word> Acts(Account account, string party, long at) =>
        from fact in LocationFact.Of(account, party)
        where fact.Act is not null
        let came = fact.Arrives && fact.Certain && fact.Time.LastTick <= at
        select new Word(fact.Type, fact.Place, null, fact.Time.FirstTick, came ? Truth.True : Truth.Unknown, null, fact.Act);
}
