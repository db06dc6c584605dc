using System.Globalization;
using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Notes;

namespace Detente.Record.Witness;

/// <summary>What a witness or a mirror answers over HTTP.</summary>
/// <param name="Status">The status code.</param>
/// <param name="ContentType">The type of the body.</param>
/// <param name="Body">The body.</param>
public sealed record Answer(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>The type of a size alone.</summary>
    public const string SizeType = "text/x.tlog.size";

    /// <summary>The type of anything else a witness says.</summary>
    public const string TextType = "text/plain; charset=utf-8";

    /// <summary>200: signature lines, and nothing else.</summary>
    public static Answer Signed(params IReadOnlyList<NoteSignature> lines) => new(200, TextType, SignatureLines.Write(lines));

    /// <summary>409 of a witness: the size it cosigned last.</summary>
    public static Answer OtherSize(ulong size) => new(409, SizeType, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{size}\n")));

    /// <summary>A refusal that says why.</summary>
    public static Answer Refused(int status, Rejection why) => new(status, TextType, Encoding.UTF8.GetBytes($"{why}\n"));

    /// <summary>The size in a body of <see cref="OtherSize"/>; rules <c>size/…</c>.</summary>
    public static Parsed<ulong> ReadSize(ReadOnlySpan<byte> body)
        => body.IsEmpty || body[^1] != '\n'
            ? new Rejection("size/final-line-feed", "The size does not end in a line feed.", body.Length)
            : StrictDecimal.Read("size", "The size", body[..^1], 0);
}
