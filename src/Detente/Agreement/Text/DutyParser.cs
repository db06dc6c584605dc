using Detente.Agreement.Model;
using Detente.Diagnostics;

namespace Detente.Agreement.Text;

/// <summary>Parses triggers, duties, and what lifts or follows them.</summary>
internal sealed class DutyParser(Cursor cursor, TimeParser times, SelectorParser selectors)
{
    private static readonly (Keyword Keyword, MessageKind Kind)[] Messages =
    [
        (Keyword.Notification, MessageKind.Notification), (Keyword.Report, MessageKind.Report),
        (Keyword.Answer, MessageKind.Answer), (Keyword.Explanation, MessageKind.Explanation),
    ];

    // What a deadline of this clause can be counted from, for suggestions.
    private string[] _times = ["receipt", "dispatch", "entry-into-force"];

    private TextSpan _variableSpan;

    private bool _isRequest;

    /// <summary>After <c>when</c>.</summary>
    public Trigger Trigger()
    {
        var first = cursor.At;
        _isRequest = cursor.Accept(Keyword.Receives);
        if (_isRequest)
        {
            return Request(first);
        }

        var conducts = cursor.Accept(Keyword.Conducts);
        if (!conducts && cursor.Is(Keyword.AParty))
        {
            cursor.Accept(Keyword.AParty);
            LeftOut.Check(cursor);
            throw cursor.Unexpected("`conducts` an act or `receives` a request", "conducts", "receives");
        }

        var act = selectors.Act(out var variable);
        if (variable is null)
        {
            ReportNoVariable(act);
        }

        var edge = conducts ? "start" : Edge(variable);
        var letter = variable ?? LetterUsed();
        _times = [$"{letter}.start", $"{letter}.end", "entry-into-force"];
        return cursor.Place(first, new Trigger.OnAct(letter, act, edge));
    }

    /// <summary>After the bearer: <c>must send …</c> with its deadline.</summary>
    public Duty Duty(int first, Bearer bearer)
    {
        cursor.Expect(Keyword.Must);
        LeftOut.Check(cursor);
        var deed = Deed();
        cursor.Positions.Mark(deed, "variable", _variableSpan);
        var due = Due();
        return cursor.Place(first, new Duty(bearer, deed, due));
    }

    /// <summary><c>unless every other Party agrees to 32 hours</c>, when it stands here.</summary>
    public Agreed? Unless()
    {
        if (!cursor.AcceptPastComma(Keyword.Unless))
        {
            return null;
        }

        var first = cursor.At - 1;
        cursor.Break(first, LineKind.Link);
        var by = selectors.ExpectBearer();
        cursor.Expect(Keyword.Agree);
        Time.Lapse? to = cursor.Accept(Keyword.To) ? times.Lapse() : null;
        return cursor.Place(first, new Agreed(by, to));
    }

    /// <summary>The <c>otherwise</c> links that stand here.</summary>
    public List<Duty> Otherwise()
    {
        var links = new List<Duty>();
        while (cursor.AcceptPastComma(Keyword.Otherwise))
        {
            cursor.Break(cursor.At - 1, LineKind.Link);
            var first = cursor.At;
            links.Add(Duty(first, selectors.ExpectBearer()));
        }

        return links;
    }

    /// <summary><c>within 48 hours after E.end</c>, with receipt or dispatch.</summary>
    public Due.Within Within()
    {
        var first = cursor.At;
        var byDispatch = Clock();
        cursor.Expect(Keyword.Within);
        var lapse = times.Lapse();
        if (!cursor.Accept(Keyword.After))
        {
            throw NoAnchor(first, lapse, "within");
        }

        var time = times.TriggerTime(isPriorNotice: false);
        lapse = times.WithRounding(lapse);
        var back = cursor.At;
        cursor.Accept(TokenKind.Comma);
        var after = Clock();
        cursor.At = after is null ? back : cursor.At;
        return cursor.Place(first, new Due.Within(lapse, time, (byDispatch ?? after) == true));
    }

    private Trigger.OnRequest Request(int first)
    {
        var at = cursor.At;
        if (!cursor.Accept(Keyword.Request))
        {
            TakeForRequest();
        }

        var variable = times.Variable();
        if (variable is null)
        {
            cursor.Report(AgreementCodes.VariableMissing, cursor.SpanFrom(at), "the request is not named by a capital letter", "a request Q");
        }

        cursor.Expect(Keyword.For);
        cursor.Accept(Keyword.Article);
        if (cursor.AcceptTerm(TermKinds.Act) is { } act)
        {
            return cursor.Place(first, new Trigger.OnRequest(variable ?? LetterUsed(), act.Name));
        }

        var words = new List<string> { cursor.ExpectWord("what is requested") };
        while (cursor.Is(TokenKind.Word) && !selectors.IsBearer())
        {
            words.Add(cursor.ExpectWord("what is requested"));
        }

        return cursor.Place(first, new Trigger.OnRequest(variable ?? LetterUsed(), string.Join(' ', words)));
    }

    // "a question Q for …" is refused, and read as a request.
    private void TakeForRequest()
    {
        var at = cursor.At + cursor.LengthOf(Keyword.Article, cursor.At);
        var word = cursor.Tokens[at];
        if (word.Kind != TokenKind.Word || cursor.Tokens[at + 1] is not { Kind: TokenKind.Word, Text: [>= 'A' and <= 'Z'] letter })
        {
            throw cursor.Unexpected("a request", "a request");
        }

        cursor.At = at + 1;
        cursor.Report(AgreementCodes.Expected, word.Span, $"`{word.Text}` is not known: what a Party receives is a request", $"a request {letter} for …");
    }

    private string Edge(char? variable)
    {
        LeftOut.Check(cursor);
        if (cursor.Accept(Keyword.Ends))
        {
            return "end";
        }

        if (cursor.Accept(Keyword.Starts))
        {
            return "start";
        }

        if (!cursor.Accept(Keyword.Reaches))
        {
            throw cursor.Unexpected("what happens to the act", "ends", "starts", "reaches");
        }

        return NamedTime(variable);
    }

    private string NamedTime(char? variable)
    {
        var first = cursor.At;
        if (times.TimeOfAct() is not var (named, time))
        {
            throw cursor.Unexpected($"a time of the act, such as `{variable ?? 'E'}.end`");
        }

        if (variable is { } known && named != known)
        {
            cursor.Report(AgreementCodes.VariableUnknown, cursor.SpanFrom(first), $"`{named}` names nothing in this clause", $"{known}.{time}");
        }

        return time;
    }

    private Deed Deed()
    {
        var first = cursor.At;
        if (cursor.Accept(Keyword.Send))
        {
            return cursor.Place(first, Send());
        }

        if (cursor.Accept(Keyword.End))
        {
            return cursor.Place(first, new Deed.Reach(ExpectVariable(), "end"));
        }

        if (cursor.Accept(Keyword.Reach))
        {
            _variableSpan = cursor.Current.Span;
            return times.TimeOfAct() is var (variable, time)
                ? cursor.Place(first, new Deed.Reach(variable, time))
                : throw cursor.Unexpected("a time of the act, such as `I.site-arrival`");
        }

        if (cursor.Accept(Keyword.Conduct))
        {
            cursor.Accept(Keyword.Article);
            var act = selectors.Name(TermKinds.Act, "an act");
            if (!cursor.Accept(Keyword.Of) && !cursor.Accept(Keyword.About))
            {
                throw cursor.Unexpected("what the act is about", "of", "about");
            }

            return cursor.Place(first, new Deed.Conduct(act, ExpectVariable()));
        }

        return cursor.Accept(Keyword.Admit)
            ? cursor.Place(first, new Deed.Admit(ExpectVariable()))
            : throw cursor.Unexpected("what must be done", "send", "have sent", "end", "reach", "conduct", "attend", "admit");
    }

    private Deed.Send Send()
    {
        foreach (var (keyword, kind) in Messages)
        {
            if (!cursor.Accept(keyword))
            {
                continue;
            }

            cursor.Expect(Keyword.About);
            var about = ExpectVariable();
            var toAt = cursor.At;
            var to = cursor.Accept(Keyword.To) ? selectors.ExpectBearer() : null;
            if (to is not (null or Bearer.EveryOtherParty or Bearer.InspectedParty))
            {
                throw cursor.Abandon(
                    AgreementCodes.BearerMisplaced,
                    cursor.Positions.Of(to) ?? cursor.Current.Span,
                    "a message goes to every other Party or to the inspected Party",
                    "every other Party",
                    "the inspected Party");
            }

            if (_isRequest && to is Bearer.EveryOtherParty && kind is MessageKind.Answer or MessageKind.Explanation)
            {
                var reply = $"{cursor.Words[keyword]} about {about}";
                cursor.Report(AgreementCodes.ReplyToOthers, cursor.SpanFrom(toAt), $"`{reply}` goes to who asked", reply);
            }

            return new Deed.Send(kind, about, to is Bearer.InspectedParty);
        }

        throw cursor.Unexpected("a kind of message", [.. Messages.Select(message => cursor.Words[message.Keyword])]);
    }

    private Due Due()
    {
        cursor.Accept(TokenKind.Comma);
        var first = cursor.At;
        cursor.Break(first, LineKind.Part);
        if (cursor.Accept(Keyword.NoDeadline))
        {
            return cursor.Place(first, new Due.Unstated());
        }

        if (cursor.Is(Keyword.By))
        {
            throw ByMonth.Refuse(cursor, "within");
        }

        var byDispatch = Clock();
        if (byDispatch is null && cursor.Is(Keyword.AtLeast))
        {
            cursor.Report(AgreementCodes.ReceiptOrDispatch, cursor.Current.Span, "the notice may have to be received or only dispatched by then", "received at least", "dispatched at least");
        }

        if (cursor.Accept(Keyword.AtLeast))
        {
            return cursor.Place(first, AtLeast(first, byDispatch == true));
        }

        cursor.At = first;
        return cursor.Is(Keyword.Within) || byDispatch is not null
            ? Within()
            : throw cursor.Unexpected("by when it is due", "within", "received at least", "dispatched at least", "without a stated deadline");
    }

    private Due.AtLeastBefore AtLeast(int first, bool byDispatch)
    {
        var lapse = times.Lapse();
        if (!cursor.Accept(Keyword.Before))
        {
            throw NoAnchor(first, lapse, "received at least");
        }

        var time = times.TriggerTime(isPriorNotice: true);
        return new Due.AtLeastBefore(times.WithRounding(lapse), time, byDispatch);
    }

    // True for dispatch, false for receipt, null when the text does not say. "sent" says neither, and is refused.
    private bool? Clock()
    {
        var first = cursor.At;
        if (cursor.Accept(Keyword.Sent))
        {
            cursor.Report(AgreementCodes.ReceiptOrDispatch, cursor.SpanFrom(first), "`sent` may be receipt or dispatch", "received", "dispatched");
            return false;
        }

        return cursor.Accept(Keyword.Dispatched) ? true : cursor.Accept(Keyword.Received) ? false : null;
    }

    private char ExpectVariable()
    {
        _variableSpan = cursor.Current.Span;
        return times.Variable() ?? throw cursor.Unexpected("the capital letter of the act or request");
    }

    // A letter that is missing at the trigger is reported once: later uses are taken to mean it.
    private char LetterUsed() => cursor.Tokens
        .Where(token => token.Kind == TokenKind.Word && token.Text[0] is >= 'A' and <= 'Z' && (token.Text.Length == 1 || token.Text[1] == '.'))
        .Select(token => token.Text[0])
        .FirstOrDefault('E');

    private Abandoned NoAnchor(int first, Time.Lapse lapse, string lead)
    {
        var link = lead == "within" ? "after" : "before";
        string[] anchors = lead == "within" ? _times : ["E.announced-start", "E.actual-start"];
        return cursor.Abandon(
            AgreementCodes.NoAnchor,
            cursor.SpanFrom(first),
            $"`{lapse}` does not say what it is counted from",
            [.. anchors.Select(anchor => $"{lead} {lapse} {link} {anchor}")]);
    }

    private void ReportNoVariable(ActSelector act) => cursor.Report(
        AgreementCodes.VariableMissing,
        cursor.Positions.Of(act, "term") ?? cursor.Current.Span,
        $"the {act.Term} is not named by a capital letter",
        $"{act.Term} E");
}
