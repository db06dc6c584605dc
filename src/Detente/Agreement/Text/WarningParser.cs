using Detente.Agreement.Model;

namespace Detente.Agreement.Text;

/// <summary>Parses <c>warn when the flight time from an X of one Party to the capital of another is under 10 minutes</c>.</summary>
internal sealed class WarningParser(Cursor cursor, SelectorParser selectors)
{
    private readonly RegionParser _regions = new(cursor);

    /// <summary>After the words up to <c>from</c>.</summary>
    public Warning Warning()
    {
        var items = selectors.Items();
        cursor.Expect(Keyword.OfOneParty);
        cursor.Expect(Keyword.ToTheCapitalOf);
        var first = cursor.At;
        var to = cursor.Place<TerritoryOf>(first, cursor.Accept(Keyword.Another) ? new TerritoryOf.AnotherParty() : new TerritoryOf.Named(_regions.Territory()));
        var atMost = cursor.Accept(Keyword.IsAtMost);
        if (!atMost && !cursor.Accept(Keyword.IsUnder))
        {
            throw cursor.Unexpected("`is under` or `is at most`, and minutes", "is under 10 minutes", "is at most 10 minutes");
        }

        var minutes = cursor.DecimalNumber();
        if (!cursor.Accept(Keyword.Minute))
        {
            throw cursor.Abandon(AgreementCodes.UnitUnknown, cursor.Current.Span, "a flight time is written in minutes", "minutes");
        }

        return new Warning([.. items], to, minutes, atMost);
    }
}
