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
        => entries.Count <= TilePath.FullWidth
            ? FramedEntries.Write(entries)
            : throw new ArgumentException($"A bundle holds at most {TilePath.FullWidth} entries.", nameof(entries));

    /// <summary>The entries, as slices of the bytes; rules <c>bundle/…</c>. Never throws for what is in them.</summary>
    /// <param name="bytes">The whole bundle.</param>
    /// <param name="expected">How many entries there must be, neither more nor fewer.</param>
    public static Parsed<IReadOnlyList<ReadOnlyMemory<byte>>> Read(ReadOnlyMemory<byte> bytes, int expected)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(expected, TilePath.FullWidth);
        return FramedEntries.Read(bytes, expected);
    }
}
