using Detente.Agreement.Model;
using Detente.Diagnostics;

namespace Detente.Agreement.Text;

/// <summary>Parses one block: <c>[from] [until] [so long as | once] [when] sentence [unless] [otherwise]</c>.</summary>
internal sealed class ClauseParser
{
    private readonly Cursor _cursor;
    private readonly TimeParser _times;
    private readonly SelectorParser _selectors;
    private readonly DutyParser _duties;
    private readonly HoldingsParser _holdings;
    private readonly ActsParser _acts;

    public ClauseParser(Cursor cursor)
    {
        _cursor = cursor;
        _times = new TimeParser(cursor);
        _selectors = new SelectorParser(cursor);
        _duties = new DutyParser(cursor, _times, _selectors);
        _holdings = new HoldingsParser(cursor, _times, _selectors);
        _acts = new ActsParser(cursor, _times, _selectors, _duties, _holdings);
    }

    /// <summary>The clause, or <c>null</c> when its sentence could not be read. Every error found is reported.</summary>
    public Clause? Parse(string id, IReadOnlyList<string> article)
    {
        if (_cursor.IsAtEnd)
        {
            _cursor.Report(AgreementCodes.EmptyBlock, _cursor.Current.Span, $"clause {id} holds no sentence");
            return null;
        }

        var head = new ClauseHeadParser(_cursor, _times, _selectors);
        head.Parse();
        var first = _cursor.At;
        Sentence? sentence = null;
        try
        {
            sentence = _cursor.Place(first, Sentence());
            ExpectEnd();
        }
        catch (Abandoned)
        {
            sentence = null;
            ReadOnAfter();
        }

        return sentence is null ? null : _cursor.Place(0, new Clause
        {
            Id = id,
            Article = [.. article],
            From = head.From,
            Until = head.Until,
            Conditions = [.. head.Conditions],
            Sentence = sentence,
        });
    }

    private Sentence Sentence()
    {
        LeftOut.Check(_cursor);
        if (_cursor.Is(Keyword.When))
        {
            _cursor.Break(_cursor.At, LineKind.Head);
            _cursor.Expect(Keyword.When);
            return Triggered();
        }

        _cursor.Break(_cursor.At, LineKind.Sentence);
        if (_cursor.Accept(Keyword.WarnWhen))
        {
            return new WarningParser(_cursor, _selectors).Warning();
        }

        if (_cursor.Accept(Keyword.NoParty))
        {
            return NoParty(_cursor.At - 2);
        }

        return _selectors.AcceptBearer() is { } bearer ? OfBearer(bearer) : Location();
    }

    private Sentence Triggered()
    {
        var trigger = _duties.Trigger();
        _cursor.Accept(TokenKind.Comma);
        var first = _cursor.At;
        _cursor.Break(first, LineKind.Sentence);
        var bearer = _selectors.ExpectBearer();
        if (_cursor.Accept(Keyword.MayConduct))
        {
            return bearer is Bearer.EveryOtherParty
                ? _acts.Right(trigger)
                : throw _cursor.Abandon(AgreementCodes.BearerMisplaced, _cursor.SpanFrom(first), "a right after a trigger is every other Party's", "every other Party may conduct");
        }

        LeftOut.Check(_cursor);
        if (_cursor.Accept(Keyword.May))
        {
            LeftOut.Check(_cursor);
            throw _cursor.Unexpected("`may conduct` or `must`", "conduct");
        }

        var duty = _duties.Duty(first, bearer);
        var unless = _duties.Unless();
        return new TriggeredDuty(trigger, duty, unless, [.. _duties.Otherwise()]);
    }

    private Sentence NoParty(int first)
    {
        var bearer = _cursor.Place(first, new Bearer.EachParty());
        if (_cursor.Accept(Keyword.MayHave))
        {
            return _holdings.None(bearer);
        }

        return _cursor.Accept(Keyword.MayConduct) ? _acts.Ban(bearer) : throw _cursor.Unexpected("`may have` or `may conduct`", "may have", "may conduct");
    }

    private Sentence OfBearer(Bearer bearer)
    {
        if (_cursor.Accept(Keyword.MayWithdraw))
        {
            return bearer is Bearer.EachParty
                ? _acts.Leaving()
                : throw _cursor.Abandon(AgreementCodes.BearerMisplaced, _cursor.Positions.Of(bearer) ?? _cursor.Current.Span, "the right to leave is every party's", "a Party may withdraw");
        }

        if (_cursor.Accept(Keyword.MayNotHave))
        {
            return _holdings.None(bearer);
        }

        if (_cursor.Accept(Keyword.MayNotConduct))
        {
            return _acts.Ban(bearer);
        }

        if (_cursor.Accept(Keyword.MayHave))
        {
            return _holdings.AtMost(bearer);
        }

        if (_cursor.Accept(Keyword.MayConduct))
        {
            return _acts.MayConduct(bearer);
        }

        if (_cursor.Accept(Keyword.Must))
        {
            LeftOut.Check(_cursor);
            _cursor.Expect(Keyword.Send);
            return _acts.Periodic(bearer);
        }

        throw _cursor.Unexpected(
            "what the party may or must do", "may have at most", "may conduct at most", "may not have", "may not conduct", "may withdraw", "must send");
    }

    private Location Location()
    {
        var isBan = _cursor.Is(Keyword.No);
        if (_cursor.Tokens.Skip(_cursor.At).Take(3).FirstOrDefault(token => token.Text is "party" or "parties") is { Text: not null } party)
        {
            throw _cursor.Abandon(AgreementCodes.Misspelt, party.Span, $"`{party.Text}` is not a word of the language; did you mean `Party`?", "Party");
        }

        var nothingKnown = !_selectors.StartsTerm(TermKinds.Holdable | TermKinds.State);
        if (nothingKnown && !isBan)
        {
            RefuseUnknownParty();
        }

        if (nothingKnown && !isBan && !_cursor.Tokens.Any(token => token.Text == "located"))
        {
            throw _cursor.Unexpected(
                "the beginning of a sentence", "from", "until", "so long as", "once", "when", "each Party", "no Party", "a Party", "warn when the flight time from");
        }

        var items = _selectors.Items();
        _cursor.Accept(TokenKind.Comma);
        if (!isBan && _cursor.Accept(Keyword.MayBeLocatedOnly))
        {
            return _holdings.Places(items, only: true);
        }

        return _cursor.Accept(isBan ? Keyword.MayBeLocated : Keyword.MayNotBeLocated)
            ? _holdings.Places(items, only: false)
            : throw _cursor.Unexpected("where the items may be", isBan ? "may be located at" : "may be located only", "may not be located");
    }

    // "Caledonia may not conduct …": what stands before the verb is meant as a party, unless the sentence is about places.
    private void RefuseUnknownParty()
    {
        var (first, verb) = (_cursor.At, _cursor.At);
        while (_cursor.Tokens[verb].Kind == TokenKind.Word && (verb == first || !_cursor.Words.FirstWords.Contains(_cursor.Tokens[verb].Text)))
        {
            verb++;
        }

        if (_cursor.LengthOf(Keyword.May, verb) + _cursor.LengthOf(Keyword.Must, verb) == 0 || _cursor.Tokens.Any(token => token.Text == "located"))
        {
            return;
        }

        var name = string.Join(' ', _cursor.Tokens.Skip(first).Take(verb - first).Select(token => token.Text));
        var span = new TextSpan(_cursor.Current.Span.Start, _cursor.Tokens[verb - 1].Span.End - _cursor.Current.Span.Start);
        throw _cursor.Abandon(
            AgreementCodes.TermUnknown,
            span,
            $"`{name}` is not a party",
            [.. _cursor.Parties.Select(party => party.Name).Prepend("no Party").Prepend("each Party")]);
    }

    private void ExpectEnd()
    {
        _cursor.Accept(TokenKind.FullStop);
        if (_cursor.IsAtEnd)
        {
            return;
        }

        var first = _cursor.At;
        var span = new TextSpan(_cursor.Current.Span.Start, _cursor.Tokens[^1].Span.Start - _cursor.Current.Span.Start);
        _cursor.Accept(TokenKind.Comma);
        _cursor.Accept(TokenKind.Semicolon);
        _cursor.Accept(Keyword.And);
        LeftOut.Check(_cursor);
        if (_cursor.Is(Keyword.Unless) || _cursor.Is(Keyword.Otherwise) || _cursor.Is(Keyword.SoLongAs) || _cursor.Is(Keyword.Once))
        {
            throw _cursor.Abandon(AgreementCodes.LeftOver, span, $"`{_cursor.Current.Text}` does not stand here: conditions come first, and this form has no such part after it");
        }

        if (_selectors.IsBearer() || _cursor.Is(Keyword.When) || _cursor.Is(Keyword.No) || _cursor.Is(Keyword.From))
        {
            throw _cursor.Abandon(AgreementCodes.TwoSentences, span, "a second sentence begins here, and the block has one id", "a block of its own, with its own id");
        }

        _cursor.At = first;
        if (_cursor.Is(TokenKind.Word))
        {
            throw _cursor.Words.Pronouns.Contains(_cursor.Current.Text)
                ? _cursor.Unexpected("the end of the sentence")
                : _cursor.Abandon(AgreementCodes.LeftOver, span, "the sentence is whole before these words");
        }

        throw _cursor.Unexpected("the end of the sentence");
    }

    // A sentence that could not be read may still have an otherwise chain with errors of its own.
    private void ReadOnAfter()
    {
        while (!_cursor.IsAtEnd)
        {
            if (!_cursor.Is(Keyword.Otherwise))
            {
                _cursor.At++;
                continue;
            }

            try
            {
                _duties.Otherwise();
            }
            catch (Abandoned)
            {
                // Reported; the next link is looked for.
            }
        }
    }
}
