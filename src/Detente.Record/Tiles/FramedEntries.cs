using System.Buffers.Binary;
using Detente.Record.Bytes;

namespace Detente.Record.Tiles;

/// <summary>Entries in a row, each with its length before it, 16 bits big-endian: what a bundle is made of, and any other run of entries that is kept.</summary>
internal static class FramedEntries
{
    /// <summary>The bytes of a row.</summary>
    /// <exception cref="ArgumentException">An entry is too long.</exception>
    public static byte[] Write(IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        if (entries.Any(entry => entry.Length > EntryBundle.MaxEntryLength))
        {
            throw new ArgumentException($"An entry has at most {EntryBundle.MaxEntryLength} bytes.", nameof(entries));
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
    /// <param name="bytes">The whole row.</param>
    /// <param name="expected">How many entries there must be, neither more nor fewer.</param>
    public static Parsed<IReadOnlyList<ReadOnlyMemory<byte>>> Read(ReadOnlyMemory<byte> bytes, int expected)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expected);
        var entries = new List<ReadOnlyMemory<byte>>(Math.Min(expected, bytes.Length / sizeof(ushort)));
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

            entries.Add(bytes.Slice(at + sizeof(ushort), BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[at..])));
            at += sizeof(ushort) + entries[i].Length;
        }

        return at == bytes.Length
            ? Parsed<IReadOnlyList<ReadOnlyMemory<byte>>>.Of(entries)
            : new Rejection("bundle/trailing-bytes", $"The bundle goes on after its {expected} entries.", at);
    }
}
