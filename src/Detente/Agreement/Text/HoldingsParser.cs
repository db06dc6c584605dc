using Detente.Diagnostics;
using Detente.Agreement.Model;

namespace Detente.Agreement.Text;

/// <summary>Parses limits on what a party has, and where it may be.</summary>
internal sealed class HoldingsParser(Cursor cursor, TimeParser times, SelectorParser selectors)
{
    private readonly RegionParser _regions = new(cursor);

    /// <summary>After <c>no Party may have</c>.</summary>
    public Limit None(Bearer bearer)
    {
        var propertySpan = cursor.Current.Span;
        var property = Property();
        var items = selectors.Items();
        return Limit(bearer, items, property, propertySpan, [Phase(cursor.At, 0)]);
    }

    /// <summary>After <c>each Party may have</c>: <c>at most 200 X from T1 until T2, 100 from T2</c>.</summary>
    public Limit AtMost(Bearer bearer)
    {
        ExpectAtMost();
        var first = cursor.At;
        var max = cursor.WholeNumber();
        var propertySpan = cursor.Current.Span;
        var property = Property();
        var items = selectors.Items();
        var phases = new List<Phase> { Phase(first, max) };
        while (NextNumber())
        {
            cursor.Break(phases.Count == 1 ? first : cursor.At, LineKind.Part);
            cursor.Break(cursor.At, LineKind.Part);
            first = cursor.At;
            phases.Add(Phase(first, cursor.WholeNumber()));
        }

        return Limit(bearer, items, property, propertySpan, phases);
    }

    /// <summary>After <c>no X or Y may be located</c>, or with <paramref name="only"/> after <c>Xs and Ys may be located only</c>.</summary>
    public Location Places(IReadOnlyList<ItemSelector> items, bool only)
    {
        var places = new List<PlaceSelector>();
        var inTransit = false;
        do
        {
            if (only && cursor.Accept(Keyword.InTransit))
            {
                inTransit = true;
            }
            else
            {
                places.Add(Place(places.Count > 0, only));
            }
        }
        while (NextPlace(only));

        return new Location([.. items], only, [.. places], inTransit);
    }

    /// <summary><c>at most</c>; a number alone is refused, and read as if it stood there.</summary>
    public void ExpectAtMost()
    {
        if (cursor.Accept(Keyword.AtMost))
        {
            return;
        }

        var token = cursor.Current;
        if (token.Kind == TokenKind.Word && char.IsDigit(token.Text[0]))
        {
            cursor.Report(AgreementCodes.BoundBare, token.Span, $"`{token.Text}` may be the most allowed or a number to be met", $"at most {token.Text}");
            return;
        }

        throw cursor.Unexpected("`at most` and a number", "at most", "on request");
    }

    /// <summary>True when, after a comma or not, another number follows; the comma is taken.</summary>
    public bool NextNumber()
    {
        var back = cursor.At;
        cursor.Accept(TokenKind.Comma);
        cursor.Accept(Keyword.And);
        if (cursor.Is(TokenKind.Word) && char.IsDigit(cursor.Current.Text[0]))
        {
            return true;
        }

        cursor.At = back;
        return false;
    }

    private Limit Limit(Bearer bearer, List<ItemSelector> items, string? property, Diagnostics.TextSpan propertySpan, List<Phase> phases)
    {
        var limit = new Limit(bearer, [.. items], property, [.. phases]);
        cursor.Positions.Mark(limit, "property", propertySpan);
        return limit;
    }

    // A word right before "on" is a property: "180 warheads on deployed missiles".
    private string? Property()
    {
        if (!cursor.Is(TokenKind.Word) || cursor.LengthOf(Keyword.On, cursor.At + 1) == 0)
        {
            return null;
        }

        var property = cursor.ExpectWord("a property");
        cursor.Expect(Keyword.On);
        return property;
    }

    private Phase Phase(int first, int max)
    {
        TimeExpression? from = cursor.Accept(Keyword.From) ? times.Time() : null;
        TimeExpression? until = cursor.Accept(Keyword.Until) ? times.Time() : null;
        return cursor.Place(first, new Phase(max, from, until));
    }

    private PlaceSelector Place(bool prepositionGiven, bool only)
    {
        var first = cursor.At;
        if (cursor.Accept(Keyword.Within) && !cursor.Is(Keyword.Zone))
        {
            var km = _regions.Kilometres("a distance in km");
            cursor.Expect(Keyword.Of);
            return cursor.Place<PlaceSelector>(first, cursor.Accept(Keyword.TheBorderOf)
                ? new PlaceSelector.NearBorder(km, _regions.TerritoryOf(orHolder: false))
                : new PlaceSelector.Near(km, SiteKind()));
        }

        if (cursor.At == first && cursor.Is(Keyword.CanReach))
        {
            return InReach(only);
        }

        if (cursor.At == first && cursor.Accept(Keyword.Outside))
        {
            cursor.Expect(Keyword.TheTerritoryOf);
            return cursor.Place(first, new PlaceSelector.Outside(_regions.TerritoryOf(orHolder: true)));
        }

        var located = cursor.At > first || cursor.Accept(Keyword.At) || cursor.Accept(Keyword.In);
        if (cursor.Accept(Keyword.Zone))
        {
            return cursor.Place(first, new PlaceSelector.InZone(_regions.Zone()));
        }

        if (located && cursor.Accept(Keyword.TheTerritoryOf))
        {
            return cursor.Place(first, new PlaceSelector.Within(_regions.TerritoryOf(orHolder: true)));
        }

        if (!located && !prepositionGiven)
        {
            throw cursor.Unexpected("a place", "at", "in", "in zone", "within 100 km of", "in transit", "where it can reach", "outside the territory of");
        }

        var kind = SiteKind();
        if (!cursor.Accept(Keyword.Within))
        {
            return cursor.Place(first, new PlaceSelector.OfKind(kind));
        }

        var distance = _regions.Kilometres("a distance in km");
        cursor.Expect(Keyword.Of);
        var other = SiteKind();
        if (!cursor.Accept(Keyword.Holds))
        {
            throw cursor.Unexpected("`that holds` and what the other site holds", "that holds");
        }

        return cursor.Place(first, new PlaceSelector.OfKindNearHolder(kind, distance, other, selectors.Item()));
    }

    private bool NextPlace(bool only)
    {
        var back = cursor.At;
        var comma = cursor.Accept(TokenKind.Comma);
        var joined = cursor.Accept(Keyword.Or);
        if ((comma || joined) && (cursor.Is(Keyword.At) || cursor.Is(Keyword.In) || cursor.Is(Keyword.Within)
            || cursor.Is(Keyword.CanReach) || cursor.Is(Keyword.Outside) || (only && cursor.Is(Keyword.InTransit)) || joined || selectors.StartsTerm(TermKinds.Site)))
        {
            return true;
        }

        cursor.At = back;
        return false;
    }

    private string SiteKind()
    {
        cursor.Accept(Keyword.Article);
        return selectors.Name(TermKinds.Site, "a kind of site");
    }

    private PlaceSelector.InReachOf InReach(bool only)
    {
        var first = cursor.At;
        cursor.Expect(Keyword.CanReach);
        if (only)
        {
            throw cursor.Abandon(AgreementCodes.Expected, cursor.SpanFrom(first), "places told by reach are forbidden, and never the only ones allowed", "no … may be located where it can reach");
        }

        cursor.Expect(Keyword.TheTerritoryOf);
        return cursor.Place(first, new PlaceSelector.InReachOf(_regions.TerritoryOf(orHolder: false)));
    }
}
