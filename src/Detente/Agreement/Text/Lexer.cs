using Detente.Diagnostics;

namespace Detente.Agreement.Text;

/// <summary>Cuts the inside of a block into words and marks. Line breaks and indentation are white space.</summary>
internal static class Lexer
{
    private const string Joiners = "-/_'’&+";

    /// <summary>The tokens of a span, ended by one of kind End. What is no token is reported and skipped.</summary>
    public static List<Token> Read(SourceText source, TextSpan span, Report report)
    {
        var tokens = new List<Token>();
        var (text, at) = (source.Text, span.Start);
        while (at < span.End)
        {
            var c = text[at];
            var length = WordLength(text, at, span.End);
            if (char.IsWhiteSpace(c) || c == '\uFEFF')
            {
                at++;
                continue;
            }

            if (length > 0)
            {
                tokens.Add(new Token(TokenKind.Word, text.Substring(at, length), new TextSpan(at, length)));
            }
            else if (Mark(c) is { } kind)
            {
                tokens.Add(new Token(kind, c.ToString(), new TextSpan(at, 1)));
            }
            else
            {
                var width = char.IsHighSurrogate(c) && at + 1 < span.End && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
                report(AgreementCodes.Character, new TextSpan(at, width), $"`{text.Substring(at, width)}` is not part of the language", []);
                length = width;
            }

            at += Math.Max(1, length);
        }

        tokens.Add(new Token(TokenKind.End, "", new TextSpan(EndOfWords(text, span), 0)));
        return tokens;
    }

    private static int WordLength(string text, int start, int end)
    {
        var at = start;
        while (at < end && (char.IsLetterOrDigit(text[at]) || Joiners.Contains(text[at]) || Joins(text, start, at, end)))
        {
            at++;
        }

        return at - start;
    }

    // A full stop inside a word (E.start, 54.7), and a comma inside a number: "5,500" is one word, so that it can be refused as one.
    private static bool Joins(string text, int start, int at, int end) => text[at] switch
    {
        '.' => at > start && at + 1 < end && char.IsLetterOrDigit(text[at + 1]),
        ',' => at > start && char.IsDigit(text[at - 1]) && at + 3 < end && text.AsSpan(at + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0,
        _ => false,
    };

    private static TokenKind? Mark(char c) => c switch
    {
        ',' => TokenKind.Comma,
        ';' => TokenKind.Semicolon,
        '(' => TokenKind.Open,
        ')' => TokenKind.Close,
        '.' => TokenKind.FullStop,
        _ => null,
    };

    private static int EndOfWords(string text, TextSpan span) => span.Start + text.AsSpan(span.Start, span.Length).TrimEnd().Length;
}
