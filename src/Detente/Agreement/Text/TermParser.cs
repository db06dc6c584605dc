using Detente.Agreement.Model;

namespace Detente.Agreement.Text;

/// <summary>Parses the meaning of a term, once the names of all terms are known.</summary>
internal sealed class TermParser(Cursor cursor)
{
    private readonly TimeParser _times = new(cursor);
    private readonly RegionParser _regions = new(cursor);

    /// <summary>Gives each entry its meaning; reports and leaves it without one when it cannot be read.</summary>
    public void Parse(RawTerm raw)
    {
        try
        {
            foreach (var entry in raw.Entries)
            {
                cursor.At = 0;
                entry.Meaning = Meaning(entry);
                cursor.Accept(TokenKind.FullStop);
                if (!cursor.IsAtEnd)
                {
                    throw cursor.Unexpected("the end of the term");
                }

                cursor.Positions.Mark(entry.Meaning, raw.Span);
                cursor.Positions.Mark(entry.Meaning, "name", entry.Span);
            }
        }
        catch (Abandoned)
        {
            // Reported. The name stays declared, so that its uses are not reported as well.
        }
    }

    private Term Meaning(TermEntry entry) => entry.Kind switch
    {
        TermKinds.Item => Item(entry),
        TermKinds.State => Plain(Keyword.State, new StateTerm(entry.Name)),
        TermKinds.Site => Plain(Keyword.Site, new SiteTerm(entry.Name, entry.Plural)),
        TermKinds.Act => new ActMeaningParser(cursor).Act(entry),
        TermKinds.Declaration => Declaration(entry),
        TermKinds.Year => Year(entry),
        TermKinds.Zone => new ZoneTerm(entry.Name, _regions.Region()),
        TermKinds.Territory => new TerritoryTerm(_regions.CodeOf(entry.Name), _regions.Region()),
        TermKinds.Capital => Capital(entry),
        _ => new ClassParser(cursor).Class(entry),
    };

    private Term Plain(Keyword keyword, Term term)
    {
        cursor.Expect(keyword);
        return term;
    }

    private ItemTerm Item(TermEntry entry)
    {
        cursor.Expect(Keyword.Item);
        cursor.Accept(TokenKind.Comma);
        return new ItemTerm(entry.Name, entry.Plural, cursor.Accept(Keyword.With) ? [.. Words(cursor, "a property")] : []);
    }

    private DeclarationTerm Declaration(TermEntry entry)
    {
        cursor.Expect(Keyword.Declaration);
        var of = new List<string>();
        do
        {
            of.Add(Declared());
        }
        while (Next(cursor));

        return new DeclarationTerm(entry.Name, entry.Plural, [.. of]);
    }

    // Sites are declared as such; everything else by its term.
    private string Declared()
    {
        if (cursor.AcceptTerm(TermKinds.Holdable | TermKinds.Site | TermKinds.Act) is { } entry)
        {
            return entry.Name;
        }

        return cursor.Accept(Keyword.Sites) ? "site" : cursor.Accept(Keyword.Item) ? "item"
            : new SelectorParser(cursor).Name(TermKinds.Holdable | TermKinds.Site, "an item or a kind of site");
    }

    private YearTerm Year(TermEntry entry)
    {
        if (!cursor.Accept(Keyword.CalendarYears))
        {
            cursor.Expect(Keyword.YearFrom);
            return new YearTerm(entry.Name, _times.Time());
        }

        cursor.Accept(TokenKind.Comma);
        string[] rest = ["year", "1", "holds", "entry-into-force"];
        if (!TermTable.StandsAt(cursor.Tokens, cursor.At, rest))
        {
            throw cursor.Abandon(
                AgreementCodes.YearOne,
                cursor.SpanFrom(0),
                "calendar years do not say what year 1 is",
                "calendar years, year 1 holds entry-into-force",
                "year from entry-into-force");
        }

        cursor.At += rest.Length;
        return new YearTerm(entry.Name, null);
    }

    private CapitalTerm Capital(TermEntry entry)
    {
        var of = _regions.CodeOf(entry.Name);
        return cursor.Accept(Keyword.City)
            ? new CapitalTerm(of, null, City())
            : new CapitalTerm(of, _regions.PointWithError(), null);
    }

    // "London, GBR": what follows a comma says which of several.
    private string City()
    {
        var name = RunOfWords(cursor, "the name of a city");
        while (cursor.Accept(TokenKind.Comma))
        {
            name += ", " + RunOfWords(cursor, "the country of the city");
        }

        return name;
    }

    /// <summary>Single words with commas or <c>and</c> between them.</summary>
    public static List<string> Words(Cursor cursor, string what)
    {
        var words = new List<string>();
        do
        {
            words.Add(cursor.ExpectWord(what));
        }
        while (Next(cursor));

        return words;
    }

    /// <summary>The words up to a mark or an <c>or</c>, joined by single spaces.</summary>
    public static string RunOfWords(Cursor cursor, string what)
    {
        var words = new List<string> { cursor.ExpectWord(what) };
        while (cursor.Is(TokenKind.Word) && !cursor.Is(Keyword.Or))
        {
            words.Add(cursor.ExpectWord(what));
        }

        return string.Join(' ', words);
    }

    /// <summary>Takes a comma, an <c>or</c>, or both, if they stand here and a word follows.</summary>
    public static bool Next(Cursor cursor)
    {
        var back = cursor.At;
        var comma = cursor.Accept(TokenKind.Comma);
        if ((comma | cursor.Accept(Keyword.Or)) && cursor.Is(TokenKind.Word) && !cursor.Is(Keyword.With) && !cursor.Is(Keyword.That))
        {
            return true;
        }

        cursor.At = back;
        return false;
    }
}
