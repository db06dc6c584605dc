using System.Buffers.Binary;
using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Notes;

namespace Detente.Record.Mirror;

/// <summary>
/// What stands before the entries in a request to a mirror: which log, from where to where, and the mirror's own ticket
/// (c2sp.org/tlog-mirror, add-entries). In bytes: length[2] origin start[8] end[8] length[2] ticket, all numbers big-endian.
/// </summary>
/// <param name="Origin">The log: not empty, one line of a checkpoint.</param>
/// <param name="Start">The first entry that is sent.</param>
/// <param name="End">One past the last: the size of the pending checkpoint the packages are proven against.</param>
/// <param name="Ticket">What the mirror gave to be reminded of; at most 65535 bytes.</param>
public sealed record AddEntriesHeader(string Origin, ulong Start, ulong End, ReadOnlyMemory<byte> Ticket)
{
    /// <summary>The longest header, in bytes.</summary>
    public const int MaxLength = (2 * (sizeof(ushort) + ushort.MaxValue)) + (2 * sizeof(ulong));

    /// <summary>Its length in bytes.</summary>
    public int Length => (2 * sizeof(ushort)) + (2 * sizeof(ulong)) + Encoding.UTF8.GetByteCount(Origin) + Ticket.Length;

    /// <summary>
    /// The header a request begins with; rules <c>add-entries/truncated</c> (there may be more to come), <c>/origin</c>, <c>/range</c>, <c>/order</c>.
    /// Never throws for what is in it.
    /// </summary>
    public static Parsed<AddEntriesHeader> Read(ReadOnlySpan<byte> body)
    {
        if (!TryReadPrefixed(body, out var origin) || body.Length < sizeof(ushort) + origin.Length + (2 * sizeof(ulong)))
        {
            return Truncated(body.Length);
        }

        var rest = body[(sizeof(ushort) + origin.Length)..];
        var start = BinaryPrimitives.ReadUInt64BigEndian(rest);
        var end = BinaryPrimitives.ReadUInt64BigEndian(rest[sizeof(ulong)..]);
        if (!TryReadPrefixed(rest[(2 * sizeof(ulong))..], out var ticket))
        {
            return Truncated(body.Length);
        }

        var at = sizeof(ushort) + origin.Length;
        var isOrigin = !origin.IsEmpty && !origin.Contains((byte)'\n') && NoteText.Broken(origin) is null;
        return !isOrigin ? new Rejection("add-entries/origin", "The origin is empty, or no line of a checkpoint.", sizeof(ushort))
            : start > StrictDecimal.Max || end > StrictDecimal.Max ? new Rejection("add-entries/range", "The start or the end is over 2^63 - 1.", at)
            : start > end ? new Rejection("add-entries/order", $"The start {start} is beyond the end {end}.", at)
            : new AddEntriesHeader(Encoding.UTF8.GetString(origin), start, end, ticket.ToArray());
    }

    /// <summary>Its bytes.</summary>
    /// <exception cref="ArgumentException">It would not be read back: as <see cref="Read"/> rejects.</exception>
    public byte[] ToBytes()
    {
        var origin = Encoding.UTF8.GetBytes(Origin);
        if (origin.Length > ushort.MaxValue || Ticket.Length > ushort.MaxValue)
        {
            throw new ArgumentException("The origin or the ticket is longer than 65535 bytes.");
        }

        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)origin.Length);
        origin.CopyTo(bytes.AsSpan(sizeof(ushort)));
        var rest = bytes.AsSpan(sizeof(ushort) + origin.Length);
        BinaryPrimitives.WriteUInt64BigEndian(rest, Start);
        BinaryPrimitives.WriteUInt64BigEndian(rest[sizeof(ulong)..], End);
        BinaryPrimitives.WriteUInt16BigEndian(rest[(2 * sizeof(ulong))..], (ushort)Ticket.Length);
        Ticket.Span.CopyTo(rest[((2 * sizeof(ulong)) + sizeof(ushort))..]);
        return Read(bytes).TryGet(out var again, out var rejection) && Equals(again)
            ? bytes
            : throw new ArgumentException(rejection?.ToString() ?? "The origin holds half a surrogate pair.");
    }

    /// <inheritdoc/>
    public bool Equals(AddEntriesHeader? other)
        => other is not null && Origin == other.Origin && Start == other.Start && End == other.End && Ticket.Span.SequenceEqual(other.Ticket.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Origin, Start, End);

    private static bool TryReadPrefixed(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (bytes.Length < sizeof(ushort) || bytes.Length - sizeof(ushort) < BinaryPrimitives.ReadUInt16BigEndian(bytes))
        {
            return false;
        }

        value = bytes.Slice(sizeof(ushort), BinaryPrimitives.ReadUInt16BigEndian(bytes));
        return true;
    }

    private static Rejection Truncated(int length) => new("add-entries/truncated", "The request ends inside its header.", length);
}
