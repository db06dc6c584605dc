using Detente.Diagnostics;
using Detente.Agreement.Model;
using Detente.Agreement.Text;

namespace Detente.Agreement.Check;

/// <summary>Names declared twice, names that hide others, classes of nothing, properties no item has.</summary>
internal sealed class TermChecks(Desk desk)
{
    public void Run()
    {
        Parties();
        Spellings();
        foreach (var term in desk.Instrument.Terms)
        {
            switch (term)
            {
                case ItemTerm item:
                    Twice(term, item.Properties);
                    break;
                case ActTerm act:
                    Twice(term, act.Properties);
                    Twice(term, act.Variants);
                    break;
                case ClassTerm type:
                    Types(type);
                    Test(type);
                    break;
            }
        }
    }

    private void Parties()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var party in desk.Instrument.Parties.Concat(desk.Instrument.Neutrals))
        {
            foreach (var name in new[] { party.Code, party.Name }.Distinct().Where(name => !seen.Add(name)))
            {
                desk.AtTerm(AgreementCodes.PartyTwice, desk.Positions.Of(party), $"`{name}` stands for two parties or neutrals");
            }
        }
    }

    private void Spellings()
    {
        var seen = new Dictionary<string, Term>(StringComparer.Ordinal);
        var sideBySide = SideBySide();
        foreach (var term in desk.Instrument.Terms)
        {
            foreach (var spelling in SpellingsOf(term))
            {
                var span = desk.Positions.Of(term, "name");
                if (!seen.TryAdd(spelling, term))
                {
                    desk.AtTerm(AgreementCodes.TermTwice, span, $"`{spelling}` is declared twice", $"another name, or `(plural …)` where only the plurals meet");
                }
                else if (term is not ZoneTerm && Vocabulary.English.IsReserved(spelling))
                {
                    desk.AtTerm(AgreementCodes.TermReserved, span, $"`{spelling}` is a word of the language");
                }
                else if (sideBySide.TryGetValue(spelling, out var other))
                {
                    desk.AtTerm(AgreementCodes.TermHides, span, $"`{spelling}` is {other} as well; in a sentence the term declared here is meant");
                }
            }
        }
    }

    private Dictionary<string, string> SideBySide()
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var party in desk.Instrument.Parties)
        {
            said.TryAdd(party.Name, "a party's name");
        }

        foreach (var state in desk.Instrument.Terms.OfType<StateTerm>())
        {
            foreach (var item in desk.Instrument.Terms.Where(term => term is ItemTerm or ClassTerm).SelectMany(SpellingsOf))
            {
                said.TryAdd($"{state.Name} {item}", $"`{state.Name}` before `{item}`");
            }
        }

        return said;
    }

    private static IEnumerable<string> SpellingsOf(Term term) => term switch
    {
        ZoneTerm => [$"zone {term.Name}"],
        TerritoryTerm => [$"territory of {term.Name}"],
        CapitalTerm => [$"capital of {term.Name}"],
        StateTerm or YearTerm => [term.Name],
        _ => new[] { term.Name, term.Plural ?? EnglishNouns.Plural(term.Name) }.Distinct(),
    };

    private void Types(ClassTerm type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var named in type.OneOf)
        {
            foreach (var name in named.AlsoKnownAs.Prepend(named.Name).Where(name => !seen.Add(name)))
            {
                desk.AtTerm(AgreementCodes.TypeTwice, desk.Positions.Of(named), $"`{name}` is listed twice in {type.Name}");
            }
        }
    }

    private void Test(ClassTerm type)
    {
        if (type.Test is not { } test)
        {
            return;
        }

        if (desk.Term<ItemTerm>(test.Base) is not { } item)
        {
            if (desk.Instrument.Terms.Any(term => term.Name == test.Base))
            {
                desk.AtTerm(AgreementCodes.NotAnItem, desk.Positions.Of(test, "base"), $"`{test.Base}` is not an item: a class tests the properties of an item", "a term declared as `item with …`");
            }

            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (node, property) in test.Words.Select(w => ((object)w, w.Property)).Concat(test.Numbers.Select(n => ((object)n, n.Property))))
        {
            var span = desk.Positions.Of(node, "property");
            if (!item.Properties.Contains(property))
            {
                Unknown(item, property, message => desk.AtTerm(AgreementCodes.PropertyUnknown, span, message.Text, message.WaysOut));
            }
            else if (!seen.Add(property))
            {
                desk.AtTerm(AgreementCodes.PropertyTwice, span, $"`{property}` is tested twice");
            }
        }
    }

    /// <summary>What to say of a property an item was not declared with.</summary>
    public static void Unknown(ItemTerm item, string property, Action<(string Text, string[] WaysOut)> say)
    {
        var near = Spelling.Closest(property, item.Properties);
        say((
            Spelling.DidYouMean($"{item.Name} is not declared with `{property}`", near),
            [near ?? $"{item.Name}   item with {string.Join(", ", item.Properties.Append(property))}"]));
    }

    private void Twice(Term term, IReadOnlyList<string> words)
    {
        foreach (var word in words.GroupBy(word => word, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            desk.AtTerm(AgreementCodes.PropertyTwice, desk.Positions.Of(term, "name"), $"`{word.Key}` stands twice in {term.Name}");
        }
    }
}
