using System.Buffers.Binary;
using System.Text;
using Detente.Record.Bytes;

namespace Detente.Record.Notes;

/// <summary>Signature lines, at the end of a note or alone, as witnesses and mirrors answer with them.</summary>
public static class SignatureLines
{
    /// <summary>The most lines that are read. The format asks for at least 16.</summary>
    public const int MaxCount = 100;

    private static ReadOnlySpan<byte> Start => "— "u8;

    /// <summary>The lines, in order, duplicates and all; rules <c>note/…</c>. Never throws for what is in the bytes.</summary>
    /// <param name="bytes">One line or more, each ended by a line feed.</param>
    public static Parsed<IReadOnlyList<NoteSignature>> Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > SignedNote.MaxLength)
        {
            return new Rejection("note/too-long", $"There are {bytes.Length} bytes; at most {SignedNote.MaxLength} are read.");
        }

        if (NoteText.Broken(bytes) is { } broken)
        {
            return broken;
        }

        if (bytes.IsEmpty)
        {
            return new Rejection("note/no-signature", "There is no signature line.");
        }

        if (bytes[^1] != '\n')
        {
            return new Rejection("note/final-line-feed", "The last line does not end in a line feed.", bytes.Length);
        }

        var lines = new LineReader(bytes);
        var signatures = new List<NoteSignature>();
        while (lines.TryRead(out var line))
        {
            if (signatures.Count == MaxCount)
            {
                return new Rejection("note/too-many-signatures", $"There are more than {MaxCount} signature lines.", lines.LineStart);
            }

            if (!Line(line).TryGet(out var signature, out var rejection))
            {
                return rejection.At(lines.LineStart);
            }

            signatures.Add(signature);
        }

        return Parsed<IReadOnlyList<NoteSignature>>.Of(signatures);
    }

    /// <summary>The lines, each with its line feed.</summary>
    public static byte[] Write(IEnumerable<NoteSignature> signatures) => Encoding.UTF8.GetBytes(string.Concat(signatures.Select(signature => $"{signature}\n")));

    private static Parsed<NoteSignature> Line(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith(Start))
        {
            return new Rejection("note/signature-line", "A signature line does not begin with an em dash and a space.");
        }

        var rest = line[Start.Length..];
        var space = rest.IndexOf((byte)' ');
        if (space < 0)
        {
            return new Rejection("note/signature-line", "A signature line has no space between the key's name and the signature.", line.Length);
        }

        var name = Encoding.UTF8.GetString(rest[..space]);
        if (NoteText.BrokenName(name) is { } broken)
        {
            return new Rejection("note/key-name", $"A key's name {broken}.", Start.Length);
        }

        var at = Start.Length + space + 1;
        return !StrictBase64.TryDecode(line[at..], out var bytes) ? new Rejection("note/signature-base64", "A signature is not strict base64 (RFC 4648, section 4).", at)
            : bytes.Length <= sizeof(uint) ? new Rejection("note/signature-length", $"A signature has {bytes.Length} bytes; the key id alone takes {sizeof(uint)}.", at)
            : new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(sizeof(uint)));
    }
}
