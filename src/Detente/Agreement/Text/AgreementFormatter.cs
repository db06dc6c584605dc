using System.Text;
using Detente.Diagnostics;

namespace Detente.Agreement.Text;

/// <summary>Lays the blocks of a file out in the canonical lines. It moves words and changes none; prose and front matter stay byte for byte.</summary>
public static class AgreementFormatter
{
    /// <summary>The file laid out anew; the text unchanged where it has an error, so that nothing is moved that was not understood.</summary>
    public static string Format(SourceText source)
    {
        var parsed = AgreementParser.Parse(source);
        if (parsed.Instrument is null)
        {
            return source.Text;
        }

        var output = new StringBuilder();
        foreach (var piece in parsed.File.Pieces)
        {
            output.Append(piece.Kind is PieceKind.Terms or PieceKind.Clause ? Block(parsed, piece) : source.Slice(piece.Span));
        }

        return output.ToString();
    }

    private static string Block(ParsedAgreement parsed, Piece piece)
    {
        var source = parsed.Source;
        var newLine = source.Slice(piece.Span).Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var inner = piece.Kind == PieceKind.Terms ? Terms(source, piece, newLine) : Clause(parsed, piece, newLine);
        var head = source.Text[piece.Span.Start..piece.Inner.Start];
        return head + inner + source.Text[piece.Inner.End..piece.Span.End];
    }

    private static string Terms(SourceText source, Piece piece, string newLine)
    {
        var reader = new TermBlockReader(source, Ignore);
        var terms = reader.Cut(piece.Inner).Select(span => Names(source, reader, span)).ToList();
        return TermPrinter.Align(terms, newLine);
    }

    private static (string, string) Names(SourceText source, TermBlockReader reader, TextSpan span)
    {
        var (names, meaning) = reader.Tokens(span);
        return (Join(names), Join(meaning));
    }

    private static string Clause(ParsedAgreement parsed, Piece piece, string newLine)
    {
        var tokens = Lexer.Read(parsed.Source, piece.Inner, Ignore);
        var breaks = parsed.Breaks[piece];
        var layout = new Layout();
        for (var i = 0; i < tokens.Count - 1; i++)
        {
            foreach (var (_, kind) in breaks.Where(b => b.Token == i))
            {
                layout.Begin(kind);
            }

            if (tokens[i].Kind == TokenKind.Word)
            {
                layout.Add(tokens[i].Text);
            }
            else
            {
                layout.Join(tokens[i].Text);
            }
        }

        return layout.Print(newLine);
    }

    private static string Join(IReadOnlyList<Token> tokens)
    {
        var output = new StringBuilder();
        for (var i = 0; i < tokens.Count - 1; i++)
        {
            var glued = i == 0 || tokens[i].Kind is not (TokenKind.Word or TokenKind.Open) || tokens[i - 1].Kind == TokenKind.Open;
            output.Append(glued ? "" : " ").Append(tokens[i].Text);
        }

        return output.ToString();
    }

    private static void Ignore(AgreementCode code, TextSpan span, string message, IReadOnlyList<string> waysOut)
    {
        // The text was read before, and had no error.
    }
}
