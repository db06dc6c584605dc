using System.Buffers.Binary;
using Detente.Record.Bytes;

namespace Detente.Node.Fsck;

/// <summary>A bundle of entries, read again: u16 length, bytes, and so on (c2sp.org/tlog-tiles, log entries).</summary>
/// <param name="Leaves">The leaf hash of each entry; <c>null</c> from where it cannot be read on.</param>
/// <param name="Offsets">Where each entry begins, in bytes; as far as it can be read.</param>
/// <param name="Fault">Why it cannot be read to its end; <c>null</c> where it can.</param>
/// <param name="End">How far it was read, in bytes.</param>
internal sealed record Bundle(Hash32?[] Leaves, IReadOnlyList<int> Offsets, string? Fault, int End)
{
    /// <summary>Reads as many entries as there must be.</summary>
    public static Bundle Read(ReadOnlySpan<byte> bytes, int count)
    {
        var leaves = new Hash32?[count];
        var offsets = new List<int>();
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            if (bytes.Length - at < 2)
            {
                return new Bundle(leaves, offsets, $"it ends where entry {i} of {count} in it begins", at);
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
            if (bytes.Length - at - 2 < length)
            {
                return new Bundle(leaves, offsets, $"it ends inside entry {i} of {count} in it", at);
            }

            leaves[i] = Sha.Leaf(bytes.Slice(at + 2, length));
            offsets.Add(at);
            at += 2 + length;
        }

        return new Bundle(leaves, offsets, at == bytes.Length ? null : $"it goes on after its {count} entries", at);
    }
}
