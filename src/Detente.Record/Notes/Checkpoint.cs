using System.Globalization;
using System.Text;
using Detente.Record.Bytes;

namespace Detente.Record.Notes;

/// <summary>
/// What a log says of itself at one size: the text of a note with a line of the origin, of the size, of the root, and then perhaps
/// extension lines (c2sp.org/tlog-checkpoint). Read from a note nobody has verified it is nobody's word.
/// </summary>
/// <param name="Origin">Which log: not empty, one line.</param>
/// <param name="Size">Leaves in the tree, at most 2^63 − 1.</param>
/// <param name="Root">The root of RFC 6962 at that size. That an empty tree has the root of the empty tree is not checked here.</param>
public sealed record Checkpoint(string Origin, ulong Size, Hash32 Root)
{
    /// <summary>Lines after the third, none of them empty. Nobody can audit them and ML-DSA-44 does not sign them: keep data in entries instead.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>The checkpoint a text says; rules <c>checkpoint/…</c>, and <c>note/utf-8</c> and <c>note/control-character</c>. Never throws for what is in it.</summary>
    /// <param name="text">The text of a note, with its last line feed.</param>
    public static Parsed<Checkpoint> Parse(ReadOnlySpan<byte> text)
    {
        if (text.Length > SignedNote.MaxLength)
        {
            return new Rejection("checkpoint/too-long", $"The checkpoint has {text.Length} bytes; at most {SignedNote.MaxLength} are read.");
        }

        if (NoteText.Broken(text) is { } broken)
        {
            return broken;
        }

        if (text.IsEmpty || text[^1] != '\n')
        {
            return new Rejection("checkpoint/final-line-feed", "The checkpoint does not end in a line feed.", text.Length);
        }

        var emptyLine = text[0] == '\n' ? 0 : text.IndexOf("\n\n"u8) + 1;
        if (text[emptyLine] == '\n')
        {
            return new Rejection("checkpoint/empty-line", "The checkpoint holds an empty line.", emptyLine);
        }

        var lines = new LineReader(text);
        if (!lines.TryRead(out var origin) || !lines.TryRead(out var sizeText))
        {
            return TooFewLines(text);
        }

        if (!StrictDecimal.Read("checkpoint", "The tree size", sizeText, lines.LineStart).TryGet(out var size, out var rejection))
        {
            return rejection;
        }

        if (!lines.TryRead(out var rootText))
        {
            return TooFewLines(text);
        }

        if (!HashText.Read("checkpoint/root", "The root hash", rootText, lines.LineStart).TryGet(out var root, out rejection))
        {
            return rejection;
        }

        var extensions = new List<string>();
        while (lines.TryRead(out var line))
        {
            extensions.Add(Encoding.UTF8.GetString(line));
        }

        return new Checkpoint(Encoding.UTF8.GetString(origin), size, root) { Extensions = extensions };
    }

    /// <summary>Its text, ended by a line feed: what a note signs.</summary>
    /// <exception cref="ArgumentException">A line is empty or holds what no note can, or the size is over 2^63 − 1.</exception>
    public byte[] ToText()
    {
        IEnumerable<string> lines = [Origin, Size.ToString(CultureInfo.InvariantCulture), Root.ToBase64(), .. Extensions];
        var text = Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line}\n")));
        return Parse(text).TryGet(out var again, out var rejection) && Equals(again) ? text
            : throw new ArgumentException(rejection?.ToString() ?? "A line of the checkpoint holds a line feed or half a surrogate pair.");
    }

    /// <inheritdoc/>
    public bool Equals(Checkpoint? other)
        => other is not null && Origin == other.Origin && Size == other.Size && Root == other.Root && Extensions.SequenceEqual(other.Extensions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Origin, Size, Root);

    private static Rejection TooFewLines(ReadOnlySpan<byte> text) => new("checkpoint/too-few-lines", "The checkpoint has fewer than three lines.", text.Length);
}
