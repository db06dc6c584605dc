using System.Globalization;
using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Witness;

namespace Detente.Record.Mirror;

/// <summary>Where a mirror stands, with an answer of 202 or 409: three lines of a pending size, the next entry and a ticket in base64 (c2sp.org/tlog-mirror).</summary>
/// <param name="Size">The size of a pending checkpoint to send up to.</param>
/// <param name="Next">The first entry the mirror lacks.</param>
/// <param name="Ticket">To be sent back with the next request; may be empty, at most 65535 bytes.</param>
public sealed record MirrorInfo(ulong Size, ulong Next, ReadOnlyMemory<byte> Ticket)
{
    /// <summary>The type of the body.</summary>
    public const string ContentType = "text/x.tlog.mirror-info";

    /// <summary>The longest body that is read, in bytes.</summary>
    public const int MaxLength = 1 << 17;

    /// <summary>What a body says; rules <c>mirror-info/…</c>. Never throws for what is in it.</summary>
    public static Parsed<MirrorInfo> Parse(ReadOnlySpan<byte> body)
    {
        if (body.Length > MaxLength)
        {
            return new Rejection("mirror-info/too-long", $"The answer has {body.Length} bytes; at most {MaxLength} are read.");
        }

        var lines = new LineReader(body);
        if (!lines.TryRead(out var sizeText) || !lines.TryRead(out var nextText))
        {
            return ThreeLines;
        }

        var nextStart = lines.LineStart;
        if (!lines.TryRead(out var ticketText) || !lines.Rest.IsEmpty)
        {
            return ThreeLines;
        }

        if (!StrictDecimal.Read("mirror-info", "The size", sizeText, 0).TryGet(out var size, out var rejection)
            || !StrictDecimal.Read("mirror-info", "The next entry", nextText, nextStart).TryGet(out var next, out rejection))
        {
            return rejection;
        }

        return !StrictBase64.TryDecode(ticketText, out var ticket)
            ? new Rejection("mirror-info/ticket-base64", "The ticket is not strict base64 (RFC 4648, section 4).", lines.LineStart)
            : ticket.Length > ushort.MaxValue
            ? new Rejection("mirror-info/ticket-length", $"The ticket has {ticket.Length} bytes; a request holds at most {ushort.MaxValue}.", lines.LineStart)
            : new MirrorInfo(size, next, ticket);
    }

    /// <summary>Its body.</summary>
    public byte[] ToBytes() => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Size}\n{Next}\n{Convert.ToBase64String(Ticket.Span)}\n"));

    /// <summary>202: packages were kept, and there is more to send.</summary>
    public Answer Accepted() => new(202, ContentType, ToBytes());

    /// <summary>409: the range does not fit; send again from the next entry, up to the size, with the ticket.</summary>
    public Answer Conflict() => new(409, ContentType, ToBytes());

    /// <inheritdoc/>
    public bool Equals(MirrorInfo? other) => other is not null && Size == other.Size && Next == other.Next && Ticket.Span.SequenceEqual(other.Ticket.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Size, Next, Ticket.Length);

    private static Rejection ThreeLines => new("mirror-info/three-lines", "The answer is not three lines, each ended by a line feed.");
}
