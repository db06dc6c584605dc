using Detente.Agreement.Model;
using Detente.Diagnostics;

namespace Detente.Agreement.Text;

/// <summary>Parses who a sentence binds and the items and acts it is about.</summary>
internal sealed class SelectorParser(Cursor cursor)
{
    // A stage of a missile of a launcher of …: deeper than anything real, and shallow enough for any stack.
    private const int MostNested = 8;

    private int _depth;

    /// <summary>A party, in any wording but <c>no Party</c>; or <c>null</c>.</summary>
    public Bearer? AcceptBearer()
    {
        var first = cursor.At;
        Bearer? bearer =
            cursor.Accept(Keyword.EachParty) || cursor.Accept(Keyword.AParty) ? new Bearer.EachParty()
            : cursor.Accept(Keyword.ThatParty) ? new Bearer.ThatParty()
            : cursor.Accept(Keyword.EveryOtherParty) ? new Bearer.EveryOtherParty()
            : cursor.Accept(Keyword.InspectedParty) ? new Bearer.InspectedParty()
            : Named();
        return bearer is null ? null : cursor.Place(first, bearer);
    }

    /// <summary>A party, in any wording but <c>no Party</c>.</summary>
    public Bearer ExpectBearer()
    {
        if (AcceptBearer() is { } bearer)
        {
            return bearer;
        }

        throw cursor.Current.Text == "party"
            ? cursor.Abandon(AgreementCodes.Misspelt, cursor.Current.Span, "`party` is not a word of the language; did you mean `Party`?", "Party")
            : cursor.Unexpected("a party", "each Party", "no Party", "that Party", "every other Party", "the inspected Party");
    }

    /// <summary>One item: article, state, term, and the type it belongs to.</summary>
    public ItemSelector Item()
    {
        cursor.Accept(Keyword.Article);
        return BareItem() ?? Unknown();

        ItemSelector Unknown()
        {
            var first = cursor.At;
            var name = UnknownName(TermKinds.Holdable, "an item");
            return cursor.Place(first, new ItemSelector(name));
        }
    }

    /// <summary>
    /// <c>an X, a Y or launchers of a Z</c>; <c>an X and their launchers</c> names launchers of each item before it.
    /// Stops before whatever is not an item.
    /// </summary>
    public List<ItemSelector> Items()
    {
        var items = new List<ItemSelector> { Item() };
        while (true)
        {
            var back = cursor.At;
            var comma = cursor.Accept(TokenKind.Comma);
            var joined = cursor.Accept(Keyword.Or);
            _ = joined && cursor.Accept(Keyword.Of);
            if ((!comma && !joined) || !NextItem(items, joined))
            {
                cursor.At = back;
                return items;
            }

            var added = items[^1];
            var previous = items[^2];
            if (!comma && previous.For is not null && added.For is null)
            {
                ReportOfWhich(back, previous, added);
            }
        }
    }

    /// <summary>One act with what follows its name. A variable is taken where one stands right after the name.</summary>
    public ActSelector Act(out char? variable)
    {
        var first = cursor.At;
        cursor.Accept(Keyword.Article);
        var termAt = cursor.At;
        var entry = cursor.AcceptTerm(TermKinds.Act);
        var name = entry?.Name ?? UnknownName(TermKinds.Act, "an act");
        var termSpan = cursor.SpanFrom(termAt);
        variable = new TimeParser(cursor).Variable();
        var variant = entry is null ? null : Variant(entry);
        List<ItemSelector> items = cursor.Is(Keyword.Of) && cursor.Accept(Keyword.Of) ? Items() : [];
        var act = cursor.Place(first, new ActSelector(name, variant, [.. items]));
        cursor.Positions.Mark(act, "term", termSpan);
        return act;
    }

    /// <summary><c>a flight-test of an X, or production of a Y</c>.</summary>
    public List<ActSelector> Acts()
    {
        var acts = new List<ActSelector> { Act(out _) };
        while (true)
        {
            var back = cursor.At;
            var comma = cursor.Accept(TokenKind.Comma);
            var joined = cursor.Accept(Keyword.Or);
            if ((!comma && !joined) || !StartsTerm(TermKinds.Act))
            {
                cursor.At = back;
                return acts;
            }

            var act = Act(out _);
            var previous = acts[^1];
            if (!comma && previous.Items.Count == 0 && previous.Variant is null && act.Items.Count > 0)
            {
                var (a, b, of) = (previous.Term, act.Term, act.Items[0].Term);
                cursor.Report(
                    AgreementCodes.OfWhich,
                    cursor.Positions.Of(act) ?? cursor.Current.Span,
                    $"`of {EnglishNouns.WithArticle(of)}` may belong to {b} alone or to {a} too",
                    $"{a} of {EnglishNouns.WithArticle(of)} or {b} of {EnglishNouns.WithArticle(of)}",
                    $"{a}, or {b} of {EnglishNouns.WithArticle(of)}");
            }

            acts.Add(act);
        }
    }

    /// <summary>The name of a declared term, or the unknown words that stand in its place, reported.</summary>
    public string Name(TermKinds kinds, string what) => cursor.AcceptTerm(kinds)?.Name ?? UnknownName(kinds, what);

    /// <summary>True when, after an article, a term of one of the kinds stands here.</summary>
    public bool StartsTerm(TermKinds kinds)
    {
        var article = cursor.LengthOf(Keyword.Article, cursor.At);
        return cursor.Terms.Match(cursor.Tokens, cursor.At + article, kinds) is not null;
    }

    /// <summary>True when a party stands here.</summary>
    public bool IsBearer()
    {
        var back = cursor.At;
        var isBearer = cursor.Is(Keyword.NoParty) || AcceptBearer() is not null;
        cursor.At = back;
        return isBearer;
    }

    private bool NextItem(List<ItemSelector> items, bool joined)
    {
        if (joined && cursor.Accept(Keyword.Their))
        {
            items.AddRange(OfEach([.. items.Where(item => item.For is null)]));
            return true;
        }

        if (StartsTerm(TermKinds.Holdable | TermKinds.State))
        {
            items.Add(Item());
            return true;
        }

        // An unknown name is an item too, unless something else of the sentence begins here.
        var article = cursor.LengthOf(Keyword.Article, cursor.At);
        var next = cursor.Tokens[cursor.At + article];
        var isOther = next.Kind != TokenKind.Word || char.IsDigit(next.Text[0]) || cursor.Words.FirstWords.Contains(next.Text)
            || StartsTerm(TermKinds.Act) || IsBearer();
        if (isOther)
        {
            return false;
        }

        items.Add(Item());
        return true;
    }

    // "their stages or launchers": each noun for each item before.
    private List<ItemSelector> OfEach(List<ItemSelector> owners)
    {
        var parts = new List<ItemSelector>();
        do
        {
            var first = cursor.At;
            var term = Name(TermKinds.Item, "an item");
            parts.AddRange(owners.Select(owner => cursor.Place(first, new ItemSelector(term, null, owner))));
        }
        while (ContinuesTheir());

        return parts;
    }

    private bool ContinuesTheir()
    {
        var back = cursor.At;
        cursor.Accept(TokenKind.Comma);
        if (cursor.Accept(Keyword.Or))
        {
            cursor.Accept(Keyword.Their);
        }

        if (cursor.At > back && cursor.Terms.Match(cursor.Tokens, cursor.At, TermKinds.Item) is not null)
        {
            return true;
        }

        cursor.At = back;
        return false;
    }

    private ItemSelector? BareItem()
    {
        var first = cursor.At;
        var item = cursor.AcceptTerm(TermKinds.Holdable);
        string? state = null;
        if (item is null && cursor.AcceptTerm(TermKinds.State) is { } stateEntry)
        {
            state = stateEntry.Name;
            item = cursor.AcceptTerm(TermKinds.Holdable);
            if (item is null)
            {
                var name = UnknownName(TermKinds.Holdable, "an item");
                return cursor.Place(first, new ItemSelector(name, state));
            }
        }

        if (item is null)
        {
            return null;
        }

        if (_depth == MostNested)
        {
            throw cursor.Unexpected($"no more than {MostNested} things within each other");
        }

        _depth++;
        var owner = !cursor.Is(Keyword.OfOneParty) && cursor.Accept(Keyword.Of) ? Item() : null;
        _depth--;
        return cursor.Place(first, new ItemSelector(item.Name, state, owner));
    }

    private string? Variant(TermEntry entry)
    {
        var variants = entry.Meaning is ActTerm act ? act.Variants : [];
        foreach (var variant in variants.OrderByDescending(v => v.Length))
        {
            var words = variant.Split(' ');
            if (TermTable.StandsAt(cursor.Tokens, cursor.At, words))
            {
                cursor.At += words.Length;
                return variant;
            }
        }

        return null;
    }

    private Bearer.Named? Named()
    {
        var back = cursor.At;
        var hadThe = cursor.Accept(Keyword.The);
        var length = 0;
        string? code = null;
        foreach (var (partyCode, name) in cursor.Parties)
        {
            foreach (var words in new[] { name.Split(' '), [partyCode] })
            {
                if (words.Length > length && TermTable.StandsAt(cursor.Tokens, cursor.At, words))
                {
                    (code, length) = (partyCode, words.Length);
                }
            }
        }

        // A party named "The Alliance" has its article in its name.
        if (code is null && hadThe)
        {
            cursor.At = back;
            return null;
        }

        cursor.At += length;
        return code is null ? null : new Bearer.Named(code);
    }

    // Takes the words up to the next word of the language, so that the sentence can be read on.
    private string UnknownName(TermKinds kinds, string what)
    {
        var first = cursor.At;
        while (cursor.Is(TokenKind.Word) && !cursor.Words.FirstWords.Contains(cursor.Current.Text)
            && !cursor.Words.Pronouns.Contains(cursor.Current.Text) && !char.IsDigit(cursor.Current.Text[0]))
        {
            cursor.At++;
        }

        if (cursor.At == first)
        {
            throw cursor.Unexpected(what);
        }

        var name = cursor.WordsFrom(first);
        ReportUnknown(kinds, what, name, cursor.SpanFrom(first));
        return name;
    }

    private void ReportUnknown(TermKinds kinds, string what, string name, TextSpan span)
    {
        var near = Spelling.Closest(name, cursor.Terms.Spellings(kinds));
        var article = what.Split(' ')[0];
        var known = cursor.Terms.Spellings(kinds).Take(1).Any();
        cursor.Report(
            AgreementCodes.TermUnknown,
            span,
            Spelling.DidYouMean($"`{name}` is not declared as {what}", near),
            near is not null ? [near] : known || article.Length > 0 ? [$"{name}   {Example(kinds)}  (in a terms block)"] : []);
    }

    private static string Example(TermKinds kinds) =>
        kinds.HasFlag(TermKinds.Act) ? "act on an item"
        : kinds.HasFlag(TermKinds.Site) ? "site"
        : kinds.HasFlag(TermKinds.Declaration) ? "declaration of items and sites"
        : kinds.HasFlag(TermKinds.Year) ? "year from entry-into-force"
        : "item";

    private void ReportOfWhich(int separatorAt, ItemSelector previous, ItemSelector added)
    {
        var (noun, owner, other) = (EnglishNouns.Plural(previous.Term), EnglishNouns.Plural(previous.For!.Term), EnglishNouns.Plural(added.Term));
        cursor.Report(
            AgreementCodes.OfWhich,
            cursor.SpanFrom(separatorAt),
            $"{other} may be meant themselves, or {noun} of them",
            $"{noun} of {owner}, or {other}",
            $"{noun} of {owner} or {noun} of {other}");
    }
}
