using System.Globalization;
using Detente.Agreement.Model;
using Detente.Time;
using NodaTime.Text;

namespace Detente.Agreement.Text;

/// <summary>The English words for times, parties, items and acts of one instrument: how its terms are spelt in the plural, and its parties named.</summary>
internal sealed class Wording(Instrument instrument)
{
    private readonly Dictionary<string, string> _plurals = instrument.Terms
        .GroupBy(term => term.Name, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First().Plural ?? EnglishNouns.Plural(group.Key), StringComparer.Ordinal);

    public string Plural(string term) => _plurals.TryGetValue(term, out var plural) ? plural : EnglishNouns.Plural(term);

    public bool IsAct(string name) => instrument.Terms.Any(term => term is ActTerm && term.Name == name);

    public string Who(Bearer bearer) => bearer switch
    {
        Bearer.EachParty => "each Party",
        Bearer.ThatParty => "that Party",
        Bearer.EveryOtherParty => "every other Party",
        Bearer.InspectedParty => "the inspected Party",
        Bearer.Named named => Name(named.Code),
        _ => throw new InvalidOperationException($"No words for {bearer}."),
    };

    public string Time(TimeExpression time)
    {
        var anchor = time.Anchor switch
        {
            Anchor.Signature => "signature",
            Anchor.EntryIntoForce => "entry-into-force",
            Anchor.Date date => LocalDatePattern.Iso.Format(date.Day),
            _ => throw new InvalidOperationException($"No words for {time.Anchor}."),
        };
        return time.Offset is not { } offset ? anchor
            : $"{offset} {(time.Before ? "before" : "after")} {anchor}{Rounding(offset)}";
    }

    /// <summary>A span of time with its rounding right after it, set off by commas where words follow.</summary>
    public string Lapse(Lapse lapse, bool wordsFollow)
    {
        var rounding = Rounding(lapse);
        return rounding.Length == 0 || !wordsFollow ? $"{lapse}{rounding}" : $"{lapse}{rounding},";
    }

    public string TimeOf(TriggerTime time, bool isPriorNotice) => time switch
    {
        TriggerTime.OfAct { Time: "start" or "end" } act when isPriorNotice => $"{act.Variable}.actual-{act.Time}",
        TriggerTime.OfAct act => $"{act.Variable}.{act.Time}",
        TriggerTime.Receipt => "receipt",
        TriggerTime.Dispatch => "dispatch",
        TriggerTime.Deadline => "the deadline",
        TriggerTime.Fixed fixedTime => Time(fixedTime.Time),
        _ => throw new InvalidOperationException($"No words for {time}."),
    };

    /// <summary><c>a launcher of an X, or a Y</c>; in the plural without articles.</summary>
    public string Items(IReadOnlyList<ItemSelector> items, bool plural, bool articles)
    {
        var words = items.Select(item => Item(item, plural, articles && !plural)).ToList();

        // After "launchers of X" only a comma says that what follows is not owned too.
        return items.Any(item => item.For is not null) ? string.Join(", or ", words) : List(words);
    }

    public string Item(ItemSelector item, bool plural, bool article)
    {
        var noun = (item.State is null ? "" : item.State + " ") + (plural ? Plural(item.Term) : item.Term);
        var owner = item.For is null ? "" : " of " + Item(item.For, plural, article: true);
        return (article && !plural ? EnglishNouns.WithArticle(noun) : noun) + owner;
    }

    /// <summary><c>an elimination E by launching of an X</c>, or in the plural without article.</summary>
    public string Act(ActSelector act, bool plural = false, char? variable = null, bool article = true)
    {
        var noun = plural ? Plural(act.Term) : article ? EnglishNouns.WithArticle(act.Term) : act.Term;
        var name = variable is null ? noun : $"{noun} {variable}";
        var variant = act.Variant is null ? "" : " " + act.Variant;
        var items = act.Items.Count == 0 ? "" : " of " + Items(act.Items, plural, articles: true);
        return name + variant + items;
    }

    public string Acts(IReadOnlyList<ActSelector> acts) => string.Join(", or ", acts.Select(act => Act(act)));

    /// <summary><c>A, B or C</c>.</summary>
    public static string List(IReadOnlyList<string> words, string last = "or") => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => string.Join(", ", words.Take(words.Count - 1)) + $" {last} " + words[^1],
    };

    public static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Rounding(Lapse lapse) => !lapse.IsCalendar ? "" : lapse.Rounding switch
    {
        MonthEnd.EndOfMonth => ", rounding to the end of the month",
        MonthEnd.StartOfNextMonth => ", rounding to the start of the next month",
        _ => "",
    };

    /// <summary>A party's name, or the name a territory has of its own.</summary>
    public string BareName(string code) => instrument.Parties.FirstOrDefault(party => party.Code == code)?.Name ?? code;

    /// <summary>A party's or territory's name in a sentence.</summary>
    public string Name(string code)
    {
        var name = BareName(code);
        return name.Contains(' ') && !name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? "the " + name : name;
    }
}
