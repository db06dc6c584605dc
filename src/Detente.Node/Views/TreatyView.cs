using Detente.Agreement.Text;
using Detente.Assessment;

namespace Detente.Node.Views;

/// <summary>A piece of an agreement's document, as a page shows it.</summary>
public abstract record TextPart
{
    /// <summary>A heading.</summary>
    /// <param name="Level">1 to 6, as in the document.</param>
    /// <param name="Anchor">What a link to it names.</param>
    /// <param name="Markdown">Its words.</param>
    public sealed record Heading(int Level, string Anchor, string Markdown) : TextPart;

    /// <summary>Prose for people, in Markdown.</summary>
    public sealed record Prose(string Markdown) : TextPart;

    /// <summary>A block of terms, as it stands.</summary>
    public sealed record Terms(string Words) : TextPart;

    /// <summary>A clause with its lines at the instants asked for, one for each party that has one.</summary>
    /// <param name="Id">The clause's id.</param>
    /// <param name="Words">Its words, as they stand.</param>
    /// <param name="Lines">What it comes to.</param>
    public sealed record Clause(string Id, string Words, IReadOnlyList<Line> Lines) : TextPart;
}

/// <summary>The agreement's document with what each clause comes to.</summary>
public static class TreatyView
{
    /// <summary>The document in pieces, without its front matter.</summary>
    public static IReadOnlyList<TextPart> Of(CaseView view)
    {
        var source = view.Case.Of.Text;
        var lines = view.Lines.Lines.ToLookup(line => line.Clause.Id);
        var parts = new List<TextPart>();
        foreach (var piece in AgreementFile.Scan(source).Pieces)
        {
            var inner = source.Slice(piece.Inner);
            switch (piece.Kind)
            {
                case PieceKind.Prose when !string.IsNullOrWhiteSpace(inner):
                    parts.Add(new TextPart.Prose(inner));
                    break;
                case PieceKind.Heading:
                    parts.Add(new TextPart.Heading(source.Slice(piece.Span).TakeWhile(c => c == '#').Count(), $"part-{parts.OfType<TextPart.Heading>().Count() + 1}", inner.Trim()));
                    break;
                case PieceKind.Terms:
                    parts.Add(new TextPart.Terms(inner.TrimEnd()));
                    break;
                case PieceKind.Clause:
                    var id = source.Slice(piece.Info).Split(' ')[0];
                    parts.Add(new TextPart.Clause(id, inner.TrimEnd(), [.. lines[id]]));
                    break;
                default:
                    break;
            }
        }

        return parts;
    }
}
