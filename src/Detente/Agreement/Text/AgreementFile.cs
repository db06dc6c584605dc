using Detente.Diagnostics;

namespace Detente.Agreement.Text;

/// <summary>What a piece of an agreement's file is.</summary>
public enum PieceKind : byte
{
    /// <summary>Anything for people: untouched.</summary>
    Prose,

    /// <summary>The YAML between the two <c>---</c> lines at the head.</summary>
    FrontMatter,

    /// <summary>A heading line.</summary>
    Heading,

    /// <summary>A fenced block of terms.</summary>
    Terms,

    /// <summary>A fenced block with one clause.</summary>
    Clause,
}

/// <summary>A piece of the file. All pieces together are the file, character for character.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">All of it, with its fences and line ends.</param>
/// <param name="Inner">What stands between the fences, or the heading's words; the same as <paramref name="Span"/> for prose.</param>
/// <param name="Info">What follows the block's kind on the opening fence: where it stands.</param>
/// <param name="Path">The headings it stands under, outermost first.</param>
/// <param name="IsClosed">False when the file ended before the closing fence.</param>
public sealed record Piece(PieceKind Kind, TextSpan Span, TextSpan Inner, TextSpan Info, IReadOnlyList<string> Path, bool IsClosed = true);

/// <summary>
/// A Markdown file cut into pieces without losing a character: front matter, headings, blocks for the machine, prose.
/// Fences of other kinds are prose, and so is whatever looks like a heading or a block inside them.
/// </summary>
public sealed class AgreementFile
{
    private readonly List<Piece> _pieces = [];
    private readonly List<(int Level, string Words)> _headings = [];
    private int _proseStart;

    private AgreementFile(SourceText source) => Source = source;

    /// <summary>The text.</summary>
    public SourceText Source { get; }

    /// <summary>The pieces in order.</summary>
    public IReadOnlyList<Piece> Pieces => _pieces;

    /// <summary>Cuts a file into pieces. Any text can be cut.</summary>
    public static AgreementFile Scan(SourceText source)
    {
        var file = new AgreementFile(source);
        file.ScanLines();
        return file;
    }

    /// <summary>The pieces joined: the text that was scanned.</summary>
    public string Print() => string.Concat(_pieces.Select(piece => Source.Slice(piece.Span)));

    private void ScanLines()
    {
        var line = SkipFrontMatter();
        while (line <= Source.LineCount)
        {
            line = ScanLine(line);
        }

        EndProse(Source.Text.Length);
    }

    private int SkipFrontMatter()
    {
        if (Source.Line(1).TrimStart('\uFEFF').TrimEnd() != "---")
        {
            return 1;
        }

        for (var line = 2; line <= Source.LineCount; line++)
        {
            if (Source.Line(line).TrimEnd() == "---")
            {
                var inner = Between(Source.StartOfLine(2), Source.StartOfLine(line));
                Add(PieceKind.FrontMatter, Between(0, Source.EndOfLine(line)), inner, inner);
                return line + 1;
            }
        }

        return 1;
    }

    private int ScanLine(int line)
    {
        var text = Source.Line(line);
        if (Fence(text) is { } fence)
        {
            return ScanFence(line, fence);
        }

        var hashes = text.TakeWhile(c => c == '#').Count();
        if (hashes is >= 1 and <= 6 && text.Length > hashes && text[hashes] is ' ' or '\t')
        {
            var words = text[hashes..].Trim().TrimEnd('#').TrimEnd();
            _headings.RemoveAll(heading => heading.Level >= hashes);
            var start = Source.StartOfLine(line);
            EndProse(start);
            var inner = Between(start + hashes, start + text.Length);
            Add(PieceKind.Heading, Between(start, Source.EndOfLine(line)), inner, inner);
            _headings.Add((hashes, words));
        }

        return line + 1;
    }

    private int ScanFence(int first, (char Mark, int Length) fence)
    {
        var last = first + 1;
        while (last <= Source.LineCount && !Closes(Source.Line(last), fence))
        {
            last++;
        }

        var isClosed = last <= Source.LineCount;
        var text = Source.Line(first);
        var info = text.TrimStart(' ')[fence.Length..].TrimStart(' ', '\t');
        var infoStart = Source.StartOfLine(first) + text.Length - info.Length;
        var word = new string(info.TakeWhile(c => !char.IsWhiteSpace(c)).ToArray());
        if (fence.Mark == '`' && word is "terms" or "clause")
        {
            var start = Source.StartOfLine(first);
            var innerStart = Source.EndOfLine(first);
            var innerEnd = isClosed ? Source.StartOfLine(last) : Source.Text.Length;
            EndProse(start);
            var rest = info[word.Length..];
            var restStart = infoStart + word.Length + (rest.Length - rest.TrimStart().Length);
            Add(
                word == "terms" ? PieceKind.Terms : PieceKind.Clause,
                Between(start, isClosed ? Source.EndOfLine(last) : Source.Text.Length),
                Between(Math.Min(innerStart, innerEnd), innerEnd),
                new TextSpan(Math.Min(restStart, infoStart + word.Length + rest.Length), rest.Trim().Length),
                isClosed);
        }

        return last + 1;
    }

    // As CommonMark has it: up to three spaces, then three or more of one mark; a backtick fence has none in its info.
    private static (char Mark, int Length)? Fence(string line)
    {
        var text = line.TrimStart(' ');
        if (line.Length - text.Length > 3 || text.Length < 3 || text[0] is not ('`' or '~'))
        {
            return null;
        }

        var length = text.TakeWhile(c => c == text[0]).Count();
        return length >= 3 && (text[0] == '~' || !text[length..].Contains('`')) ? (text[0], length) : null;
    }

    private static bool Closes(string line, (char Mark, int Length) fence) =>
        Fence(line) is { } other && other.Mark == fence.Mark && other.Length >= fence.Length && line.Trim().Length == other.Length;

    private void EndProse(int end)
    {
        if (end > _proseStart)
        {
            var span = Between(_proseStart, end);
            Add(PieceKind.Prose, span, span, span);
        }
    }

    private void Add(PieceKind kind, TextSpan span, TextSpan inner, TextSpan info, bool isClosed = true)
    {
        _pieces.Add(new Piece(kind, span, inner, info, [.. _headings.Select(heading => heading.Words)], isClosed));
        _proseStart = span.End;
    }

    private static TextSpan Between(int start, int end) => new(start, Math.Max(0, end - start));
}
