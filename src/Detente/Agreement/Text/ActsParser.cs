using Detente.Agreement.Model;

namespace Detente.Agreement.Text;

/// <summary>Parses bans on acts, quotas of acts, rights, data exchanges and leaving: what a party does.</summary>
internal sealed class ActsParser(Cursor cursor, TimeParser times, SelectorParser selectors, DutyParser duties, HoldingsParser holdings)
{
    /// <summary>After <c>no Party may conduct</c>.</summary>
    public Ban Ban(Bearer bearer)
    {
        var acts = selectors.Acts();
        if (!cursor.AcceptPastComma(Keyword.Unless))
        {
            return new Ban(bearer, [.. acts], []);
        }

        cursor.Break(cursor.At - 1, LineKind.Link);
        cursor.Expect(Keyword.ItIs);
        return new Ban(bearer, [.. acts], [.. selectors.Acts()]);
    }

    /// <summary>After <c>each Party may conduct</c>: a quota, a share of one, or a right.</summary>
    public Sentence MayConduct(Bearer bearer)
    {
        if (cursor.Accept(Keyword.InOneCountry))
        {
            if (!cursor.Accept(Keyword.Half))
            {
                throw cursor.Unexpected("`at most half of the quota of` and a clause", cursor.Words[Keyword.Half]);
            }

            var at = cursor.At;
            var share = new QuotaShare(bearer, cursor.ExpectWord("the id of a clause"));
            cursor.Positions.Mark(share, "clause", cursor.SpanFrom(at));
            return share;
        }

        var isNumber = cursor.Is(TokenKind.Word) && char.IsDigit(cursor.Current.Text[0]);
        return cursor.Is(Keyword.AtMost) || isNumber ? Quota(bearer) : Right(null);
    }

    /// <summary>After <c>every other Party may conduct</c>, or <c>each Party may conduct</c> with no trigger.</summary>
    public Right Right(Trigger? trigger)
    {
        cursor.Accept(Keyword.Article);
        var at = cursor.At;
        var act = selectors.Name(TermKinds.Act, "an act");
        var actSpan = cursor.SpanFrom(at);
        if (trigger is null)
        {
            cursor.Expect(Keyword.OnRequest);
        }
        else
        {
            AboutTrigger(trigger);
        }

        Due.Within? window = null;
        var back = cursor.At;
        cursor.Accept(TokenKind.Comma);
        if (cursor.Is(Keyword.Within))
        {
            cursor.Break(cursor.At, LineKind.Part);
            window = duties.Within();
            back = cursor.At;
            cursor.Accept(TokenKind.Comma);
        }

        Time.Lapse? admitWithin = null;
        if (cursor.Is(Keyword.Admitted))
        {
            cursor.Break(cursor.At, LineKind.Part);
            cursor.Expect(Keyword.Admitted);
            admitWithin = times.Lapse();
            cursor.Expect(Keyword.After);
            cursor.Expect(Keyword.Receipt);
        }
        else
        {
            cursor.At = back;
        }

        var right = new Right(act, trigger, admitWithin, window);
        cursor.Positions.Mark(right, "act", actSpan);
        return right;
    }

    /// <summary>After <c>each Party must send</c> with no trigger.</summary>
    public Periodic Periodic(Bearer bearer)
    {
        cursor.Accept(Keyword.Article);
        var at = cursor.At;
        var exchange = selectors.Name(TermKinds.Declaration, "a declaration");
        var exchangeSpan = cursor.SpanFrom(at);
        cursor.Expect(Keyword.DataAsOf);
        Time.Lapse? every = null;
        var everyAt = cursor.At;
        if (cursor.Accept(Keyword.EndOfEach))
        {
            every = times.Lapse();
            cursor.Expect(Keyword.From);
        }

        var everySpan = cursor.SpanFrom(everyAt);
        var asOf = times.Time();
        cursor.Accept(TokenKind.Comma);
        var withinAt = cursor.At;
        cursor.Break(withinAt, LineKind.Part);
        var (within, byDispatch) = WithinAfter(asOf, every is not null);
        var periodic = new Periodic(bearer, exchange, asOf, every, within, byDispatch);
        cursor.Positions.Mark(periodic, "exchange", exchangeSpan);
        cursor.Positions.Mark(periodic, "every", everySpan);
        cursor.Positions.Mark(periodic, "within", cursor.SpanFrom(withinAt));
        return periodic;
    }

    /// <summary>After <c>a Party may withdraw</c>.</summary>
    public Leaving Leaving()
    {
        var first = cursor.At;
        var lapse = times.Lapse();
        if (!cursor.Accept(Keyword.After))
        {
            throw cursor.Abandon(
                AgreementCodes.NoAnchor,
                cursor.SpanFrom(first),
                $"`{lapse}` does not say what it is counted from",
                $"{lapse} after receipt of notice",
                $"{lapse} after dispatch of notice");
        }

        var at = cursor.At;
        var byDispatch = cursor.Accept(Keyword.DispatchOfNotice);
        if (!byDispatch && !cursor.Accept(Keyword.ReceiptOfNotice))
        {
            if (!cursor.Accept(Keyword.Notice))
            {
                throw cursor.Unexpected("what it is counted from", "receipt of notice", "dispatch of notice");
            }

            cursor.Report(AgreementCodes.ReceiptOrDispatch, cursor.SpanFrom(at), "`notice` may be its receipt or its dispatch", "receipt of notice", "dispatch of notice");
        }

        lapse = times.WithRounding(lapse);
        var back = cursor.At;
        cursor.Accept(TokenKind.Comma);
        var reasons = cursor.Accept(Keyword.StatingReasons) || TakeForReasons();
        cursor.At = reasons ? cursor.At : back;
        return new Leaving(lapse, reasons, byDispatch);
    }

    // "with reasons" is refused, and read as if it were said.
    private bool TakeForReasons()
    {
        var first = cursor.At;
        if (!cursor.Is(TokenKind.Word) || cursor.Tokens[first + 1].Text != "reasons")
        {
            return false;
        }

        cursor.At += 2;
        cursor.Report(AgreementCodes.Expected, cursor.SpanFrom(first), $"expected `stating reasons`, found `{cursor.Tokens[first].Text} reasons`", ", stating reasons");
        return true;
    }

    private Quota Quota(Bearer bearer)
    {
        holdings.ExpectAtMost();
        var first = cursor.At;
        var max = cursor.WholeNumber();
        var act = selectors.Act(out _);
        var year = Year(out var yearSpan);
        var steps = new List<QuotaStep> { Step(first, max) };
        while (holdings.NextNumber())
        {
            cursor.Break(steps.Count == 1 ? first : cursor.At, LineKind.Part);
            cursor.Break(cursor.At, LineKind.Part);
            first = cursor.At;
            steps.Add(Step(first, cursor.WholeNumber()));
        }

        var quota = new Quota(bearer, act, year, [.. steps]);
        cursor.Positions.Mark(quota, "year", yearSpan);
        return quota;
    }

    private string? Year(out Diagnostics.TextSpan span)
    {
        var first = cursor.At;
        span = cursor.Current.Span;
        if (!cursor.Accept(Keyword.Per))
        {
            return null;
        }

        string? name = null;
        if (cursor.AcceptTerm(TermKinds.Year) is { } entry)
        {
            name = entry.Name;
        }
        else if (cursor.Accept(Keyword.Year))
        {
            name = "year";
            cursor.Report(
                AgreementCodes.YearOne,
                cursor.SpanFrom(first),
                "`per year` does not say what year 1 is",
                "per treaty-year  (with the term `treaty-year   year from entry-into-force`)",
                "per calendar year  (with the term `calendar year   calendar years, year 1 holds entry-into-force`)");
        }
        else if (TermTable.StandsAt(cursor.Tokens, cursor.At, ["calendar", "year"]))
        {
            cursor.At += 2;
            name = "calendar year";
            cursor.Report(AgreementCodes.TermUnknown, cursor.SpanFrom(first + 1), "`calendar year` is not declared as a kind of year", "calendar year   calendar years, year 1 holds entry-into-force  (in a terms block)");
        }
        else
        {
            name = selectors.Name(TermKinds.Year, "a kind of year");
        }

        span = cursor.SpanFrom(first);
        return name;
    }

    private QuotaStep Step(int first, int max)
    {
        int? firstYear = null, lastYear = null;
        if (cursor.Accept(Keyword.InYears))
        {
            firstYear = cursor.WholeNumber();
            cursor.Expect(Keyword.To);
            lastYear = cursor.WholeNumber();
        }
        else if (cursor.Accept(Keyword.InYear))
        {
            firstYear = lastYear = cursor.WholeNumber();
        }
        else if (cursor.Accept(Keyword.FromYear))
        {
            firstYear = cursor.WholeNumber();
            cursor.Expect(Keyword.On);
        }

        return cursor.Place(first, new QuotaStep(max, firstYear, lastYear));
    }

    private void AboutTrigger(Trigger trigger)
    {
        if (!cursor.Accept(Keyword.Of) && !cursor.Accept(Keyword.About))
        {
            throw cursor.Unexpected("what the act is about", $"of {trigger.Variable}");
        }

        var first = cursor.At;
        var variable = times.Variable() ?? throw cursor.Unexpected("the capital letter of the act or request");
        if (variable != trigger.Variable)
        {
            cursor.Report(AgreementCodes.VariableUnknown, cursor.SpanFrom(first), $"`{variable}` names nothing in this clause", $"{trigger.Variable}");
        }
    }

    private (Time.Lapse Within, bool ByDispatch) WithinAfter(TimeExpression asOf, bool isPeriod)
    {
        var byDispatch = cursor.Accept(Keyword.Dispatched);
        _ = byDispatch || cursor.Accept(Keyword.Received);
        var start = cursor.At;
        cursor.Expect(Keyword.Within);
        var within = times.Lapse();
        if (!cursor.Accept(Keyword.After))
        {
            throw cursor.Abandon(
                AgreementCodes.NoAnchor,
                cursor.SpanFrom(start),
                $"`{within}` does not say what it is counted from",
                $"within {within} after {(isPeriod ? "that end" : "that time")}");
        }

        var first = cursor.At;
        var isThat = cursor.Accept(isPeriod ? Keyword.ThatEnd : Keyword.ThatTime);
        if (!isThat && (isPeriod || times.Time() != asOf))
        {
            cursor.Report(
                AgreementCodes.CountedFromElse,
                cursor.At > first ? cursor.SpanFrom(first) : cursor.Current.Span,
                "a data exchange is counted from the time its figures are of",
                isPeriod ? "that end" : "that time");
            throw new Abandoned();
        }

        within = times.WithRounding(within);
        var back = cursor.At;
        cursor.Accept(TokenKind.Comma);
        var after = cursor.Accept(Keyword.Dispatched);
        cursor.At = after || cursor.Accept(Keyword.Received) ? cursor.At : back;
        return (within, byDispatch || after);
    }
}
