using Detente.Agreement.Model;
using Detente.Diagnostics;
using Detente.Geography;
using Detente.Geography.Borders;

namespace Detente.Agreement.Text;

/// <summary>Parses parts of the Earth's surface, and the names of zones and territories.</summary>
internal sealed class RegionParser(Cursor cursor)
{
    /// <summary>Half the Earth's girth, rounded up, km: no distance on the ground is longer.</summary>
    public const decimal MostKilometres = 20_100;

    private static readonly Lazy<IReadOnlyList<string>> DisputedAreas = new(() => [.. BorderMap.Large.DisputedAreas.Select(area => area.Name).OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal)]);

    /// <summary><c>circle of … or sites …</c>, <c>… and …</c>, <c>… except …</c>: one kind of joining in one region.</summary>
    public Region Region()
    {
        var first = cursor.At;
        var parts = new List<RegionPart> { Part() };
        Keyword? join = null;
        while (Join() is { } next)
        {
            if (join is not null && (next != join || next == Keyword.Except))
            {
                throw Mixed(first);
            }

            join = next;
            parts.Add(Part());
        }

        return cursor.Place<Region>(first, join switch
        {
            Keyword.And => new Region.AllOf([.. parts]),
            Keyword.Except => new Region.Except(parts[0], parts[1]),
            _ => new Region.AnyOf([.. parts]),
        });
    }

    /// <summary><c>55.75 N 37.62 E, give or take 15 km</c>.</summary>
    public GeoPoint PointWithError()
    {
        var point = Point();
        return point with { ErrorKm = GiveOrTake() };
    }

    /// <summary>The code of the party a name stands for, else the name.</summary>
    public string CodeOf(string name) => cursor.Parties.FirstOrDefault(party => party.Name == name || party.Code == name).Code ?? name;

    /// <summary>The party or territory named here, by its code where it is a party's; an unknown name is reported.</summary>
    public string Territory()
    {
        cursor.Accept(Keyword.The);
        var names = cursor.Parties.SelectMany(party => new[] { party.Name, party.Code }).Concat(cursor.Terms.Spellings(TermKinds.Territory | TermKinds.Capital));
        var known = names.Where(name => TermTable.StandsAt(cursor.Tokens, cursor.At, name.Split(' '))).MaxBy(name => name.Length);
        if (known is not null)
        {
            cursor.At += known.Split(' ').Length;
            return CodeOf(known);
        }

        var first = cursor.At;
        var name = Run("the name of a party or territory");
        var near = Spelling.Closest(name, names);
        cursor.Report(
            AgreementCodes.TerritoryUnknown,
            cursor.SpanFrom(first),
            Spelling.DidYouMean($"no territory of `{name}` is declared", near),
            near ?? $"territory of {name}   land of …  (in a terms block)");
        return name;
    }

    /// <summary><c>another Party</c>, a name, or with <paramref name="orHolder"/> <c>the Party that has it</c>.</summary>
    public TerritoryOf TerritoryOf(bool orHolder)
    {
        var first = cursor.At;
        return cursor.Place<TerritoryOf>(first, cursor.Accept(Keyword.AnotherParty) ? new TerritoryOf.AnotherParty()
            : orHolder && cursor.Accept(Keyword.PartyThatHasIt) ? new TerritoryOf.Holder()
            : new TerritoryOf.Named(Territory()));
    }

    /// <summary>The name of a zone; one that is not declared is reported.</summary>
    public string Zone()
    {
        var first = cursor.At;
        if (cursor.Terms.Match(cursor.Tokens, cursor.At, TermKinds.Zone) is { } match)
        {
            cursor.At += match.Length;
            return match.Entry.Name;
        }

        var name = Run("the name of a zone");
        var near = Spelling.Closest(name, cursor.Terms.Spellings(TermKinds.Zone));
        cursor.Report(
            AgreementCodes.ZoneUnknown,
            cursor.SpanFrom(first),
            Spelling.DidYouMean($"zone `{name}` is not declared", near),
            near ?? $"zone {name}   circle of 300 km around 54.7 N 20.5 E  (in a terms block)");
        return name;
    }

    /// <summary>A distance in km, not negative and no longer than half the Earth's girth.</summary>
    public decimal Kilometres(string what)
    {
        var distance = Figure(0, MostKilometres, what);
        cursor.ExpectKilometres();
        return distance;
    }

    private RegionPart Part()
    {
        var first = cursor.At;
        return cursor.Place(first,
            cursor.Is(Keyword.CircleOf) ? Disc()
            : cursor.Accept(Keyword.Polygon) ? Polygon()
            : cursor.Accept(Keyword.Sites) ? new RegionPart.OfSites([.. Sites()])
            : cursor.Accept(Keyword.LandOf) ? new RegionPart.Land([.. Codes()])
            : cursor.Accept(Keyword.DisputedArea) ? new RegionPart.DisputedArea(DisputedArea())
            : cursor.Accept(Keyword.Zone) ? new RegionPart.InZone(Zone())
            : cursor.Accept(Keyword.TerritoryOf) || cursor.Accept(Keyword.TheTerritoryOf) ? new RegionPart.OfTerritory(Territory())
            : cursor.Accept(Keyword.Within) ? Near()
            : throw cursor.Unexpected(
                "a part of the Earth's surface", "circle of", "polygon", "sites", "land of", "disputed area", "zone", "territory of", "within 300 km of the border of"));
    }

    private RegionPart Near()
    {
        var distance = Kilometres("a distance in km");
        cursor.Expect(Keyword.Of);
        if (cursor.Accept(Keyword.TheBorderOf))
        {
            return new RegionPart.NearBorder(distance, Territory());
        }

        if (cursor.Accept(Keyword.TheBorderBetween))
        {
            var one = Territory();
            cursor.Expect(Keyword.And);
            return new RegionPart.NearLine(distance, one, Territory());
        }

        cursor.Expect(Keyword.TheTerritoryOf);
        return new RegionPart.InReach(distance, Territory());
    }

    private RegionPart.Disc Disc()
    {
        cursor.Expect(Keyword.CircleOf);
        var radius = Kilometres("a radius in km");
        cursor.Expect(Keyword.Around);
        return new RegionPart.Disc(new Circle(PointWithError(), radius));
    }

    private RegionPart.Polygon Polygon()
    {
        var corners = new List<GeoPoint>();
        do
        {
            corners.Add(Point());
        }
        while (AnotherFigure());

        return new RegionPart.Polygon([.. corners], GiveOrTake());
    }

    // Some names hold marks and words of the language ("Jammu and Kashmir", "W. Sahara (MAR)"): a known name is taken whole, the longest first.
    private string DisputedArea()
    {
        foreach (var name in DisputedAreas.Value)
        {
            var words = Lexer.Read(new SourceText("", name), new TextSpan(0, name.Length), (_, _, _, _) => { });
            var length = words.Count - 1;
            if (cursor.At + length < cursor.Tokens.Count && words.Take(length).Select(word => word.Text).SequenceEqual(cursor.Tokens.Skip(cursor.At).Take(length).Select(token => token.Text)))
            {
                cursor.At += length;
                return name;
            }
        }

        return Run("the name of a disputed area");
    }

    private bool AnotherFigure()
    {
        var back = cursor.At;
        if (cursor.Accept(TokenKind.Comma) && cursor.Is(TokenKind.Word) && (char.IsDigit(cursor.Current.Text[0]) || cursor.Current.Text[0] == '-'))
        {
            return true;
        }

        cursor.At = back;
        return false;
    }

    private List<string> Sites()
    {
        var sites = new List<string>();
        do
        {
            sites.Add(Run("the name of a site"));
        }
        while (NextName());

        return sites;
    }

    // "sites A or B" goes on, "sites A or circle of …" does not.
    private bool NextName()
    {
        var back = cursor.At;
        if ((cursor.Accept(TokenKind.Comma) | cursor.Accept(Keyword.Or)) && cursor.Is(TokenKind.Word) && !StartsPart())
        {
            return true;
        }

        cursor.At = back;
        return false;
    }

    private List<string> Codes()
    {
        var codes = new List<string>();
        do
        {
            var code = cursor.ExpectWord("a code of three letters");
            if (!IsCode(code))
            {
                cursor.At--;
                throw cursor.Unexpected("the three-letter code of a state or dependency, such as POL");
            }

            codes.Add(code);
        }
        while (AnotherCode());

        return codes;
    }

    private bool AnotherCode()
    {
        var back = cursor.At;
        if (cursor.Accept(TokenKind.Comma) && cursor.Is(TokenKind.Word) && IsCode(cursor.Current.Text))
        {
            return true;
        }

        cursor.At = back;
        return false;
    }

    private static bool IsCode(string word) => word.Length == 3 && word.All(c => char.IsAsciiLetterUpper(c));

    private bool StartsPart() =>
        cursor.Is(Keyword.CircleOf) || cursor.Is(Keyword.Polygon) || cursor.Is(Keyword.Sites) || cursor.Is(Keyword.LandOf) || cursor.Is(Keyword.DisputedArea)
        || cursor.Is(Keyword.Zone) || cursor.Is(Keyword.TerritoryOf) || cursor.Is(Keyword.TheTerritoryOf) || cursor.Is(Keyword.Within);

    private Keyword? Join()
    {
        var back = cursor.At;
        cursor.Accept(TokenKind.Semicolon);
        foreach (var keyword in new[] { Keyword.Except, Keyword.And, Keyword.Or })
        {
            if (cursor.Accept(keyword))
            {
                return keyword;
            }
        }

        cursor.At = back;
        return null;
    }

    private Abandoned Mixed(int first) => cursor.Abandon(
        AgreementCodes.RegionMixed,
        cursor.SpanFrom(first),
        "parts joined in more than one way may be read in more than one order",
        "a zone of its own for one of the joinings: zone A   …; zone B   zone A except …");

    private GeoPoint Point() => new(Degrees("N", "S", 90, "a latitude"), Degrees("E", "W", 180, "a longitude"));

    private decimal GiveOrTake()
    {
        var back = cursor.At;
        cursor.Accept(TokenKind.Comma);
        if (cursor.Accept(Keyword.GiveOrTake))
        {
            return Kilometres("an error in km");
        }

        cursor.At = back;
        return 0;
    }

    private decimal Degrees(string positive, string negative, decimal most, string what)
    {
        cursor.Accept(TokenKind.Comma);
        var degrees = Figure(0, most, what);
        var letter = cursor.Current.Text;
        if (letter != positive && letter != negative)
        {
            throw cursor.Unexpected($"`{positive}` or `{negative}`");
        }

        cursor.At++;
        return letter == positive ? degrees : -degrees;
    }

    private decimal Figure(decimal least, decimal most, string what)
    {
        var first = cursor.At;
        var figure = cursor.DecimalNumber();
        if (figure < least || figure > most)
        {
            cursor.Report(AgreementCodes.OutOfRange, cursor.SpanFrom(first), FormattableString.Invariant($"{what} lies from {least} to {most}"));
        }

        return figure;
    }

    // A name goes on to a mark or to a word that joins or ends it.
    private string Run(string what)
    {
        var words = new List<string> { cursor.ExpectWord(what) };
        while (cursor.Is(TokenKind.Word) && !cursor.Is(Keyword.Or) && !cursor.Is(Keyword.Except) && !cursor.Is(Keyword.IsUnder) && !cursor.Is(Keyword.IsAtMost))
        {
            words.Add(cursor.ExpectWord(what));
        }

        return string.Join(' ', words);
    }
}
