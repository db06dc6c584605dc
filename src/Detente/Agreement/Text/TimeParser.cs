using Detente.Diagnostics;
using Detente.Agreement.Model;
using Detente.Time;
using NodaTime;
using NodaTime.Text;

namespace Detente.Agreement.Text;

/// <summary>Parses times the agreement fixes, spans of time, and times of a trigger.</summary>
internal sealed class TimeParser(Cursor cursor)
{
    // Longer than any agreement, and short enough that no calendar runs out.
    private const int MostYears = 500;

    private static readonly (Keyword Keyword, LapseUnit Unit, int PerYear)[] Units =
    [
        (Keyword.Minute, LapseUnit.Minute, 525_600), (Keyword.Hour, LapseUnit.Hour, 8_760), (Keyword.Day, LapseUnit.Day, 365),
        (Keyword.Week, LapseUnit.Week, 52), (Keyword.Month, LapseUnit.Month, 12), (Keyword.Year, LapseUnit.Year, 1),
    ];

    /// <summary>True when a time the agreement fixes begins here.</summary>
    public bool IsTime => cursor.Is(Keyword.Signature) || cursor.Is(Keyword.EntryIntoForce)
        || (cursor.Is(TokenKind.Word) && char.IsDigit(cursor.Current.Text[0]));

    /// <summary><c>29 months after entry-into-force, rounding to the end of the month</c>.</summary>
    public TimeExpression Time()
    {
        var first = cursor.At;
        if (Anchor() is { } anchor)
        {
            return cursor.Place(first, new TimeExpression(anchor));
        }

        var lapse = Lapse();
        var before = cursor.Accept(Keyword.Before);
        if (!before && !cursor.Accept(Keyword.After))
        {
            throw NotCounted(first, lapse);
        }

        var counted = Anchor() ?? throw cursor.Unexpected("what the time is counted from", "entry-into-force", "signature", "1990-01-01");
        return cursor.Place(first, new TimeExpression(counted, WithRounding(lapse), before));
    }

    /// <summary><c>48 hours</c>, with its rounding where it stands right after it.</summary>
    public Lapse Lapse()
    {
        var first = cursor.At;
        var count = cursor.WholeNumber();
        foreach (var (keyword, unit, perYear) in Units)
        {
            if (cursor.Accept(keyword))
            {
                if (count > MostYears * perYear)
                {
                    throw cursor.Abandon(AgreementCodes.OutOfRange, cursor.SpanFrom(first), $"a span of time is at most {MostYears} years");
                }

                return WithRounding(new Lapse(count, unit));
            }
        }

        var token = cursor.Current;
        var near = Spelling.Closest(token.Text, Units.Select(u => cursor.Words[u.Keyword] + "s"));
        throw cursor.Abandon(
            AgreementCodes.UnitUnknown,
            token.Span,
            token.Kind == TokenKind.Word ? $"`{token.Text}` is not a unit of time" : "a unit of time is missing",
            near is null ? ["minutes", "hours", "days", "weeks", "months", "years"] : [near]);
    }

    /// <summary>The lapse with the rounding that stands here, if it needs one and has none yet.</summary>
    public Lapse WithRounding(Lapse lapse)
    {
        if (!lapse.IsCalendar || lapse.Rounding != MonthEnd.Unstated)
        {
            return lapse;
        }

        if (cursor.AcceptPastComma(Keyword.EndOfMonth))
        {
            cursor.Accept(TokenKind.Comma);
            return lapse with { Rounding = MonthEnd.EndOfMonth };
        }

        if (cursor.AcceptPastComma(Keyword.StartOfNextMonth))
        {
            cursor.Accept(TokenKind.Comma);
            return lapse with { Rounding = MonthEnd.StartOfNextMonth };
        }

        return lapse;
    }

    /// <summary>A time of the trigger, or a time the agreement fixes. In a prior notice <c>E.start</c> alone is refused.</summary>
    public TriggerTime TriggerTime(bool isPriorNotice)
    {
        var first = cursor.At;
        if (TimeOfAct() is var (variable, time))
        {
            if (isPriorNotice && time is "start" or "end")
            {
                cursor.Report(
                    AgreementCodes.AnnouncedOrActual,
                    cursor.SpanFrom(first),
                    $"`{variable}.{time}` may be the announced or the actual {time}",
                    $"{variable}.announced-{time}",
                    $"{variable}.actual-{time}");
            }

            var name = time is "actual-start" or "actual-end" ? time["actual-".Length..] : time;
            return cursor.Place(first, new TriggerTime.OfAct(variable, name));
        }

        if (cursor.Accept(Keyword.Receipt))
        {
            return cursor.Place(first, new TriggerTime.Receipt());
        }

        if (cursor.Accept(Keyword.Dispatch))
        {
            return cursor.Place(first, new TriggerTime.Dispatch());
        }

        if (cursor.Accept(Keyword.Deadline))
        {
            return cursor.Place(first, new TriggerTime.Deadline());
        }

        if (cursor.Accept(Keyword.Notice))
        {
            throw cursor.Abandon(AgreementCodes.ReceiptOrDispatch, cursor.SpanFrom(first), "`notice` may be its receipt or its dispatch", "receipt", "dispatch");
        }

        return IsTime
            ? cursor.Place(first, new TriggerTime.Fixed(Time()))
            : throw cursor.Unexpected("the time it is counted from", "receipt", "dispatch", "the deadline", "entry-into-force");
    }

    /// <summary><c>E.announced-start</c>, cut in two; or <c>null</c>.</summary>
    public (char Variable, string Time)? TimeOfAct()
    {
        var text = cursor.Current.Text;
        if (cursor.Current.Kind != TokenKind.Word || text.Length < 3 || !IsVariable(text[0]) || text[1] != '.' || !char.IsAsciiLetterLower(text[2]))
        {
            return null;
        }

        cursor.At++;
        return (text[0], text[2..]);
    }

    /// <summary>One capital letter, if it stands here.</summary>
    public char? Variable()
    {
        var text = cursor.Current.Text;
        if (cursor.Current.Kind != TokenKind.Word || text.Length != 1 || !IsVariable(text[0]))
        {
            return null;
        }

        cursor.At++;
        return text[0];
    }

    private static bool IsVariable(char c) => c is >= 'A' and <= 'Z';

    private Anchor? Anchor()
    {
        var first = cursor.At;
        if (cursor.Accept(Keyword.Signature))
        {
            return cursor.Place(first, new Anchor.Signature());
        }

        if (cursor.Accept(Keyword.EntryIntoForce))
        {
            return cursor.Place(first, new Anchor.EntryIntoForce());
        }

        return Date() is { } day ? cursor.Place(first, new Anchor.Date(day)) : null;
    }

    private LocalDate? Date()
    {
        var token = cursor.Current;
        if (token.Kind != TokenKind.Word || !char.IsDigit(token.Text[0]) || !token.Text.Any(c => c is '-' or '/' or '.'))
        {
            return null;
        }

        var parsed = LocalDatePattern.Iso.Parse(token.Text);
        if (!parsed.Success || parsed.Value.Year is < 1600 or > 2999)
        {
            throw cursor.Abandon(AgreementCodes.DateUnknown, token.Span, $"`{token.Text}` is not a day of the calendar, written as in 1990-11-01");
        }

        cursor.At++;
        return parsed.Value;
    }

    private Abandoned NotCounted(int first, Lapse lapse) => cursor.Abandon(
        AgreementCodes.NoAnchor,
        cursor.SpanFrom(first),
        $"`{lapse}` does not say what it is counted from",
        $"{lapse} after entry-into-force",
        $"{lapse} after signature",
        $"{lapse} after 1990-01-01");
}
