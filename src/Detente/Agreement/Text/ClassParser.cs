using Detente.Agreement.Model;
using Detente.Diagnostics;
using Detente.Quantities;

namespace Detente.Agreement.Text;

/// <summary>Parses a class of items: types by name, a test of properties, or both.</summary>
internal sealed class ClassParser(Cursor cursor)
{
    private static readonly Keyword[] Bounds = [Keyword.AtLeast, Keyword.AtMost, Keyword.Over, Keyword.Under, Keyword.Exactly];

    public ClassTerm Class(TermEntry entry)
    {
        List<NamedType> types = [];
        if (cursor.Accept(Keyword.OneOf))
        {
            do
            {
                types.Add(NamedType());
            }
            while (TermParser.Next(cursor));

            var semicolon = cursor.Accept(TokenKind.Semicolon);
            var or = cursor.Accept(Keyword.Or);
            if (!semicolon && !or)
            {
                return new ClassTerm(entry.Name, entry.Plural, [.. types], null);
            }
        }

        return new ClassTerm(entry.Name, entry.Plural, [.. types], Test());
    }

    // "RSD-10 (SS-20, Pioneer)"
    private NamedType NamedType()
    {
        var first = cursor.At;
        var name = TermParser.RunOfWords(cursor, "the name of a type");
        var also = new List<string>();
        if (cursor.Accept(TokenKind.Open))
        {
            do
            {
                also.Add(TermParser.RunOfWords(cursor, "another name of the type"));
            }
            while (TermParser.Next(cursor));

            if (!cursor.Accept(TokenKind.Close))
            {
                throw cursor.Unexpected("`)`");
            }
        }

        return cursor.Place(first, new NamedType(name, [.. also]));
    }

    private PropertyTest Test()
    {
        var first = cursor.At;
        cursor.Accept(Keyword.Article);
        var baseAt = cursor.At;
        var name = new SelectorParser(cursor).Name(TermKinds.Holdable, "an item");
        var baseSpan = cursor.SpanFrom(baseAt);
        List<WordIs> words = [];
        List<NumberIn> numbers = [];
        cursor.Accept(TokenKind.Comma);
        if (cursor.Accept(Keyword.With))
        {
            do
            {
                Property(words, numbers);
            }
            while (TermParser.Next(cursor));
        }

        var test = cursor.Place(first, new PropertyTest(name, [.. words], [.. numbers]));
        cursor.Positions.Mark(test, "base", baseSpan);
        return test;
    }

    private void Property(List<WordIs> words, List<NumberIn> numbers)
    {
        var first = cursor.At;
        var property = cursor.ExpectWord("a property");
        var propertySpan = cursor.SpanFrom(first);
        if (Bounds.Any(cursor.Is))
        {
            var number = cursor.Place(first, new NumberIn(property, Interval()));
            cursor.Positions.Mark(number, "property", propertySpan);
            numbers.Add(number);
            return;
        }

        if (RefuseOpenQuestion(property))
        {
            return;
        }

        var word = cursor.Place(first, new WordIs(property, TermParser.RunOfWords(cursor, "the value of the property")));
        cursor.Positions.Mark(word, "property", propertySpan);
        words.Add(word);
    }

    private Quantity Interval()
    {
        var first = cursor.At;
        var amount = new Amount(null, null);
        string? unit = null;
        do
        {
            var at = cursor.At;
            amount = amount.Intersect(Bound());
            var written = Unit();
            if (unit is not null && unit != written)
            {
                cursor.Report(AgreementCodes.UnitsDiffer, cursor.SpanFrom(at), "two bounds of one property have different units", unit);
            }

            unit ??= written;
        }
        while (NextBound());

        if (amount.IsEmpty)
        {
            cursor.Report(AgreementCodes.NothingBetween, cursor.SpanFrom(first), "no number satisfies both bounds");
        }

        return new Quantity(amount, unit ?? "");
    }

    private bool NextBound()
    {
        var back = cursor.At;
        if (cursor.Accept(Keyword.And) && Bounds.Any(cursor.Is))
        {
            return true;
        }

        cursor.At = back;
        return false;
    }

    private Amount Bound()
    {
        foreach (var bound in Bounds)
        {
            if (cursor.Accept(bound))
            {
                var number = cursor.DecimalNumber();
                return bound switch
                {
                    Keyword.AtLeast => new Amount(number, null),
                    Keyword.AtMost => new Amount(null, number),
                    Keyword.Over => new Amount(number, null, LowOpen: true),
                    Keyword.Under => new Amount(null, number, HighOpen: true),
                    _ => Amount.Exactly(number),
                };
            }
        }

        throw cursor.Unexpected("a bound", [.. Bounds.Select(bound => cursor.Words[bound])]);
    }

    private string Unit()
    {
        var token = cursor.Current;
        if (token.Kind != TokenKind.Word || cursor.Is(Keyword.Or))
        {
            return "";
        }

        if (!Quantity.Units.Contains(token.Text))
        {
            throw cursor.Abandon(AgreementCodes.UnitUnknown, token.Span, $"`{token.Text}` is not a unit of measure", [.. Quantity.Units]);
        }

        cursor.At++;
        return token.Text;
    }

    // "range from 500 km to 5500 km", "range 500 to 5500 km", "range 500 km": two readings or more.
    private bool RefuseOpenQuestion(string property)
    {
        var first = cursor.At;
        if (cursor.Accept(Keyword.From) || (IsFigure && cursor.LengthOf(Keyword.To, first + 1) + cursor.LengthOf(Keyword.To, first + 2) > 0))
        {
            RefuseRange(property, first);
            return true;
        }

        var isFigure = IsFigure;
        if (isFigure)
        {
            var figure = Figure();
            cursor.Report(
                AgreementCodes.BoundBare,
                cursor.SpanFrom(first),
                $"`{property} {figure}` does not say on which side, nor whether {figure} is inside",
                $"{property} at least {figure}",
                $"{property} at most {figure}",
                $"{property} over {figure}",
                $"{property} under {figure}",
                $"{property} exactly {figure}");
        }

        return isFigure;
    }

    private bool IsFigure => cursor.Is(TokenKind.Word) && cursor.Current.Text.All(c => char.IsDigit(c) || c is '.' or ',');

    private void RefuseRange(string property, int first)
    {
        var low = FigureOfRange();
        var lowUnit = cursor.Is(Keyword.To) ? null : Unit();
        cursor.Accept(Keyword.To);
        var high = FigureOfRange();
        var unit = Unit();
        (low, high) = ($"{low} {lowUnit ?? unit}".TrimEnd(), $"{high} {unit}".TrimEnd());
        cursor.Report(
            AgreementCodes.BoundRange,
            cursor.SpanFrom(first),
            $"`{cursor.WordsFrom(first)}` does not say whether {low} and {high} are inside",
            $"{property} at least {low} and at most {high}",
            $"{property} over {low} and under {high}",
            $"{property} over {low} and at most {high}");
    }

    // "5,500" too: what to say instead has plain digits.
    private string FigureOfRange()
    {
        var text = cursor.Current.Text;
        if (IsFigure)
        {
            cursor.At++;
            return text.Replace(",", "", StringComparison.Ordinal);
        }

        cursor.DecimalNumber();
        return text;
    }

    private string Figure()
    {
        var first = cursor.At;
        cursor.DecimalNumber();
        Unit();
        return cursor.WordsFrom(first);
    }
}
