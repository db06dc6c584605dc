using System.Globalization;
using Detente.Diagnostics;

namespace Detente.Agreement.Text;

/// <summary>Given up on a part of a sentence, after its diagnostic was reported. Never leaves the parser: it only finds the next place to go on from.</summary>
internal sealed class Abandoned : Exception;

/// <summary>A place among the tokens of one block, with everything the parsers of its parts share.</summary>
internal sealed class Cursor(List<Token> tokens, TermTable terms, IReadOnlyList<(string Code, string Name)> parties, Positions positions, Report report)
{
    public IReadOnlyList<Token> Tokens => tokens;

    public TermTable Terms => terms;

    public IReadOnlyList<(string Code, string Name)> Parties => parties;

    public Positions Positions => positions;

    /// <summary>Where the canonical layout begins a line, and of which kind.</summary>
    public List<(int Token, LineKind Kind)> Breaks { get; } = [];

    public Vocabulary Words { get; } = Vocabulary.English;

    /// <summary>Index of the current token. Set back after looking ahead.</summary>
    public int At { get; set; }

    public Token Current => tokens[At];

    public bool IsAtEnd => Current.Kind == TokenKind.End;

    public void Report(AgreementCode code, TextSpan span, string message, params string[] waysOut) => report(code, span, message, waysOut);

    /// <summary>Reports and gives up on this part.</summary>
    public Abandoned Abandon(AgreementCode code, TextSpan span, string message, params string[] waysOut)
    {
        Report(code, span, message, waysOut);
        return new Abandoned();
    }

    /// <summary>Reports that something else was expected here, and gives up. A pronoun or a near miss of what was expected says so.</summary>
    public Abandoned Unexpected(string expected, params string[] accepted)
    {
        var token = Current;
        if (token.Kind == TokenKind.Word && Words.Pronouns.Contains(token.Text))
        {
            return Abandon(AgreementCodes.Pronoun, token.Span, $"`{token.Text}` may stand for more than one thing: name it", accepted);
        }

        var firsts = accepted.Select(phrase => phrase.Split(' ')[0]).Distinct();
        if (token.Kind == TokenKind.Word && Spelling.Closest(token.Text, firsts) is { } near)
        {
            var meant = accepted.First(phrase => phrase.Split(' ')[0] == near);
            return Abandon(AgreementCodes.Misspelt, token.Span, $"`{token.Text}` is not a word of the language here; did you mean `{near}`?", meant);
        }

        var found = token.Kind == TokenKind.End ? "the end of the block" : $"`{token.Text}`";
        return Abandon(AgreementCodes.Expected, token.Span, $"expected {expected}, found {found}", accepted);
    }

    public void Break(int token, LineKind kind) => Breaks.Add((token, kind));

    public bool Is(Keyword keyword) => LengthOf(keyword, At) > 0;

    public bool Accept(Keyword keyword)
    {
        var length = LengthOf(keyword, At);
        At += length;
        return length > 0;
    }

    /// <summary>Takes a phrase with or without a comma before it; a comma alone stays.</summary>
    public bool AcceptPastComma(Keyword keyword)
    {
        var back = At;
        Accept(TokenKind.Comma);
        if (Accept(keyword))
        {
            return true;
        }

        At = back;
        return false;
    }

    public void Expect(Keyword keyword)
    {
        if (!Accept(keyword))
        {
            throw Unexpected($"`{Words[keyword]}`", Words[keyword]);
        }
    }

    public bool Is(TokenKind kind) => Current.Kind == kind;

    public bool Accept(TokenKind kind)
    {
        if (Current.Kind != kind || IsAtEnd)
        {
            return false;
        }

        At++;
        return true;
    }

    /// <summary>The next token, a word.</summary>
    public string ExpectWord(string what)
    {
        if (Current.Kind != TokenKind.Word)
        {
            throw Unexpected(what);
        }

        return tokens[At++].Text;
    }

    /// <summary>How many words of a phrase stand at a token, or 0.</summary>
    public int LengthOf(Keyword keyword, int at) => Words.LengthOf(keyword, tokens, at);

    public TermEntry? AcceptTerm(TermKinds kinds)
    {
        if (terms.Match(tokens, At, kinds) is not { } match)
        {
            return null;
        }

        At += match.Length;
        return match.Entry;
    }

    /// <summary>A whole number.</summary>
    public int WholeNumber()
    {
        var token = Current;
        if (token.Kind == TokenKind.Word && char.IsDigit(token.Text[0])
            && !int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            throw Abandon(AgreementCodes.Number, token.Span, $"`{token.Text}` is not a whole number in plain digits", Plain(token.Text));
        }

        if (token.Kind != TokenKind.Word || !int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw Unexpected("a whole number");
        }

        At++;
        return number;
    }

    /// <summary>A number, perhaps with a sign and a decimal point.</summary>
    public decimal DecimalNumber()
    {
        const NumberStyles plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        var token = Current;
        if (token.Kind == TokenKind.Word && decimal.TryParse(token.Text, plain, CultureInfo.InvariantCulture, out var number))
        {
            At++;
            return number;
        }

        throw token.Kind == TokenKind.Word && char.IsDigit(token.Text[0])
            ? Abandon(AgreementCodes.Number, token.Span, $"`{token.Text}` is not a number in plain digits", Plain(token.Text))
            : Unexpected("a number");
    }

    /// <summary>The unit of a distance; nothing is converted, so there is only one.</summary>
    public void ExpectKilometres()
    {
        if (Current.Text != "km")
        {
            throw Abandon(AgreementCodes.UnitUnknown, Current.Span, "a distance is written in km", "km");
        }

        At++;
    }

    /// <summary>The words from a token to the last one taken.</summary>
    public string WordsFrom(int first) => string.Join(' ', tokens.Skip(first).Take(At - first).Select(token => token.Text));

    /// <summary>The stretch from a token to the last one taken.</summary>
    public TextSpan SpanFrom(int first)
    {
        var start = tokens[first].Span.Start;
        return new TextSpan(start, Math.Max(0, tokens[Math.Max(first, At - 1)].Span.End - start));
    }

    public T Place<T>(int first, T node)
        where T : class
    {
        positions.Mark(node, SpanFrom(first));
        return node;
    }

    private static string[] Plain(string text)
    {
        var digits = new string(text.Where(c => char.IsDigit(c)).ToArray());
        return text.Contains(',') ? [digits] : [];
    }
}
