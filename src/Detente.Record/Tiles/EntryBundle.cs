using System.Buffers.Binary;
using Detente.Record.Bytes;

namespace Detente.Record.Tiles;

/// <summary>Up to 256 entries in one file: each with its length before it, 16 bits big-endian (c2sp.org/tlog-tiles, log entries). Entries may be empty.</summary>
public static class EntryBundle
{
    /// <summary>The longest entry, in bytes.</summary>
    public const int MaxEntryLength = ushort.MaxValue;

    /// <summary>The bytes of a bundle.</summary>
    /// <exception cref="ArgumentException">There are over 256 entries, or one is too long.</exception>
    public static byte[] Write(IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        if (entries.Count > TilePath.FullWidth || entries.Any(entry => entry.Length > MaxEntryLength))
        {
            throw new ArgumentException($"A bundle holds at most {TilePath.FullWidth} entries of at most {MaxEntryLength} bytes.", nameof(entries));
        }

        var bytes = new byte[entries.Sum(entry => sizeof(ushort) + entry.Length)];
        var at = 0;
        foreach (var entry in entries)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), (ushort)entry.Length);
            entry.Span.CopyTo(bytes.AsSpan(at + sizeof(ushort)));
            at += sizeof(ushort) + entry.Length;
        }

        return bytes;
    }

    /// <summary>The entries, as slices of the bytes; rules <c>bundle/…</c>. Never throws for what is in them.</summary>
    /// <param name="bytes">The whole bundle.</param>
    /// <param name="expected">How many entries there must be, neither more nor fewer.</param>
    public static Parsed<IReadOnlyList<ReadOnlyMemory<byte>>> Read(ReadOnlyMemory<byte> bytes, int expected)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expected);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(expected, TilePath.FullWidth);
        var entries = new ReadOnlyMemory<byte>[expected];
        var at = 0;
        for (var i = 0; i < expected; i++)
        {
            if (at == bytes.Length)
            {
                return new Rejection("bundle/too-few-entries", $"The bundle holds {i} entries, not {expected}.", at);
            }

            if (bytes.Length - at < sizeof(ushort) || bytes.Length - at - sizeof(ushort) < BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[at..]))
            {
                return new Rejection("bundle/truncated", $"The bundle ends inside entry {i} of {expected}.", at);
            }

            entries[i] = bytes.Slice(at + sizeof(ushort), BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[at..]));
            at += sizeof(ushort) + entries[i].Length;
        }

        return at == bytes.Length
            ? Parsed<IReadOnlyList<ReadOnlyMemory<byte>>>.Of(entries)
            : new Rejection("bundle/trailing-bytes", $"The bundle goes on after its {expected} entries.", at);
    }
}
