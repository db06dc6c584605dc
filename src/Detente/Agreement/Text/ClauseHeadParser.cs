using Detente.Agreement.Model;
using Detente.Diagnostics;

namespace Detente.Agreement.Text;

/// <summary>Parses what stands before a sentence and decides when its clause binds.</summary>
internal sealed class ClauseHeadParser(Cursor cursor, TimeParser times, SelectorParser selectors)
{
    private static readonly Keyword[] Heads = [Keyword.Until, Keyword.SoLongAs, Keyword.Once, Keyword.When];

    private readonly List<Condition> _conditions = [];

    public TimeExpression? From { get; private set; }

    public TimeExpression? Until { get; private set; }

    public IReadOnlyList<Condition> Conditions => _conditions;

    /// <summary>Takes every part that stands here. What cannot be read is reported, and the next part looked for.</summary>
    public void Parse()
    {
        while (ReadPart())
        {
        }
    }

    private bool ReadPart()
    {
        cursor.Accept(TokenKind.Comma);
        var first = cursor.At;
        try
        {
            if (cursor.Accept(Keyword.From))
            {
                cursor.Break(first, LineKind.Head);
                Once(From, first);
                From = times.Time();
            }
            else if (cursor.Accept(Keyword.Until))
            {
                if (From is null)
                {
                    cursor.Break(first, LineKind.Head);
                }

                Once(Until, first);
                Until = times.Time();
            }
            else if (cursor.Accept(Keyword.SoLongAs))
            {
                cursor.Break(first, LineKind.Head);
                if (!cursor.Accept(Keyword.EveryOtherParty))
                {
                    throw cursor.Unexpected("`every other Party keeps` and clauses", "every other Party");
                }

                cursor.Expect(Keyword.Keeps);
                var ids = ClauseIds();
                _conditions.Add(Named(ids, cursor.Place(first, new Condition.Reciprocal([.. ids.Keys]))));
            }
            else if (cursor.Accept(Keyword.Once))
            {
                cursor.Break(first, LineKind.Head);
                var ids = ClauseIds();
                cursor.Expect(Keyword.IsKept);
                _conditions.Add(Named(ids, cursor.Place(first, new Condition.Once([.. ids.Keys]))));
            }
            else if (cursor.Is(Keyword.By))
            {
                throw ByMonth.Refuse(cursor);
            }
            else
            {
                return false;
            }
        }
        catch (Abandoned)
        {
            SkipToHeadOrSentence();
        }

        return true;
    }

    private void Once(TimeExpression? before, int first)
    {
        if (before is not null)
        {
            var word = cursor.Tokens[first].Text;
            cursor.Report(AgreementCodes.PartTwice, cursor.Tokens[first].Span, $"`{word}` stands twice in this clause");
        }
    }

    private OrderedDictionary<string, TextSpan> ClauseIds()
    {
        var ids = new OrderedDictionary<string, TextSpan>(StringComparer.Ordinal);
        do
        {
            var first = cursor.At;
            var id = cursor.ExpectWord("the id of a clause");
            if (!ids.TryAdd(id, cursor.SpanFrom(first)))
            {
                cursor.Report(AgreementCodes.PartTwice, cursor.SpanFrom(first), $"`{id}` stands twice in this list");
            }
        }
        while (NextId());

        return ids;
    }

    private Condition Named(OrderedDictionary<string, TextSpan> ids, Condition condition)
    {
        foreach (var (id, span) in ids)
        {
            cursor.Positions.Mark(condition, id, span);
        }

        return condition;
    }

    // "M.1, M.2 and M.3, no Party may …": after a comma an id goes on only if it looks like one.
    private bool NextId()
    {
        var back = cursor.At;
        var comma = cursor.Accept(TokenKind.Comma);
        if (cursor.Accept(Keyword.And))
        {
            return true;
        }

        var next = cursor.Current;
        var looksLikeId = next.Kind == TokenKind.Word && (!char.IsLower(next.Text[0]) || next.Text.Any(c => c == '.' || char.IsDigit(c)));
        if (comma && looksLikeId && !selectors.IsBearer())
        {
            return true;
        }

        cursor.At = back;
        return false;
    }

    private void SkipToHeadOrSentence()
    {
        while (!cursor.IsAtEnd && !Heads.Any(cursor.Is) && !cursor.Is(Keyword.No) && !selectors.IsBearer())
        {
            cursor.At++;
        }
    }
}
