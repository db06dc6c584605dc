using Detente.Agreement.Model;

namespace Detente.Agreement.Text;

/// <summary>Parses what an act is: <c>act on an item that removes from holdings, with kinds of a site, by launching, otherwise</c>.</summary>
internal sealed class ActMeaningParser(Cursor cursor)
{
    public ActTerm Act(TermEntry entry)
    {
        cursor.Expect(Keyword.Act);
        var (on, item) = Object();
        var effect = HoldingsEffect.None;
        List<string> properties = [], variants = [];
        while (!cursor.IsAtEnd && !cursor.Is(TokenKind.FullStop))
        {
            cursor.Accept(TokenKind.Comma);
            if (cursor.Accept(Keyword.Kinds))
            {
                variants = Kinds();
            }
            else if (cursor.Accept(Keyword.With))
            {
                properties = TermParser.Words(cursor, "a property");
            }
            else
            {
                effect = Effect();
            }
        }

        return new ActTerm(entry.Name, entry.Plural, on, item, effect, [.. properties], [.. variants]);
    }

    private (ActObject On, string? Item) Object()
    {
        if (cursor.Accept(Keyword.AtASite))
        {
            return (ActObject.Site, null);
        }

        if (cursor.Accept(Keyword.OnAnItem) || !cursor.Accept(Keyword.On))
        {
            return (ActObject.Item, null);
        }

        cursor.Accept(Keyword.Article);
        return (ActObject.Item, new SelectorParser(cursor).Name(TermKinds.Holdable, "an item"));
    }

    private HoldingsEffect Effect() =>
        cursor.Accept(Keyword.Adds) ? HoldingsEffect.Adds
        : cursor.Accept(Keyword.Removes) ? HoldingsEffect.Removes
        : cursor.Accept(Keyword.Moves) ? HoldingsEffect.Moves
        : throw cursor.Unexpected(
            "what the act is done to or does",
            "on an item", "at a site", "with", "with kinds", "that adds to holdings", "that removes from holdings", "that moves holdings");

    // A kind is the words up to a comma: "of a site", "by launching".
    private List<string> Kinds()
    {
        var kinds = new List<string>();
        do
        {
            kinds.Add(TermParser.RunOfWords(cursor, "a kind of the act"));
        }
        while (TermParser.Next(cursor));

        return kinds;
    }
}
