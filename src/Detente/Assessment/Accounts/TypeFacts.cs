using Detente.Quantities;
using Detente.Statements;

namespace Detente.Assessment.Accounts;

/// <summary>What a type is, as one account has it (rule 3.4).</summary>
/// <param name="Is">The item term it falls under.</param>
/// <param name="Words">Named properties.</param>
/// <param name="Numbers">Numeric properties.</param>
/// <param name="Readings">Terms it is read as, or as not.</param>
internal sealed record TypeFacts(
    string? Is,
    IReadOnlyDictionary<string, string> Words,
    IReadOnlyDictionary<string, Quantity> Numbers,
    IReadOnlyDictionary<string, bool> Readings)
{
    /// <summary>The type in an account.</summary>
    public static TypeFacts Resolve(string type, Account account)
    {
        var knowledge = account.Knowledge;
        var said = knowledge.JudgedOn(knowledge.Ledger.Type(type)).Where(s => Describes(knowledge, s, type)).ToList();
        var owner = said.Select(s => s.Content switch
        {
            TypeProperties p => p.Of,
            Reading r => r.Of,
            _ => null,
        }).FirstOrDefault() ?? "";
        return new TypeFacts(
            Resolve<string>(said, account, owner, p => p.Is is { } item ? [KeyValuePair.Create("is", item)] : [], (a, b) => a != b).GetValueOrDefault("is"),
            Resolve(said, account, owner, p => p.Words, (a, b) => a != b),
            Resolve(said, account, owner, p => p.Numbers, (a, b) => a.Unit != b.Unit || a.Amount.IsDisjointFrom(b.Amount)),
            ReadingsOf(said, account, owner));
    }

    /// <summary>Whether a statement describes or reads the type.</summary>
    public static bool Describes(Knowledge knowledge, Said said, string type) => said.Content switch
    {
        TypeProperties p => knowledge.Glossary.Canonical(p.Item) == type,
        Reading { Territory: null } r => knowledge.Glossary.Canonical(r.Item) == type,
        _ => false,
    };

    private static Dictionary<string, T> Resolve<T>(
        List<Said> said,
        Account account,
        string owner,
        Func<TypeProperties, IEnumerable<KeyValuePair<string, T>>> get,
        Func<T, T, bool> disjoint)
    {
        var words = new Dictionary<string, Words<T>>(StringComparer.Ordinal);
        foreach (var statement in said)
        {
            foreach (var (name, value) in statement.Content is TypeProperties p ? get(p) : [])
            {
                var soFar = words.GetValueOrDefault(name, new Words<T>(owner, account.Party));
                soFar.Add(account.Knowledge, statement, value);
                words[name] = soFar;
            }
        }

        return Taken(words, disjoint);
    }

    private static Dictionary<string, bool> ReadingsOf(List<Said> said, Account account, string owner)
    {
        var words = new Dictionary<string, Words<bool>>(StringComparer.Ordinal);
        foreach (var statement in said)
        {
            if (statement.Content is Reading reading)
            {
                var soFar = words.GetValueOrDefault(reading.Term, new Words<bool>(owner, account.Party));
                soFar.Add(account.Knowledge, statement, reading.Is);
                words[reading.Term] = soFar;
            }
        }

        return Taken(words, (a, b) => a != b);
    }

    private static Dictionary<string, T> Taken<T>(Dictionary<string, Words<T>> words, Func<T, T, bool> disjoint)
    {
        var taken = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (name, word) in words)
        {
            if (word.Take(disjoint) is (true, var value))
            {
                taken[name] = value;
            }
        }

        return taken;
    }
}
