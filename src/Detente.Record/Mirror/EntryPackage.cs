using System.Buffers.Binary;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Notes;
using Detente.Record.Tiles;

namespace Detente.Record.Mirror;

/// <summary>
/// Entries of one bundle with the proof that they are a log's (c2sp.org/tlog-mirror, add-entries). In bytes: length[2] entry for each, then
/// count[1] of hashes, then the hashes.
/// </summary>
/// <param name="Range">Which entries.</param>
/// <param name="Entries">The entries, each at most 65535 bytes.</param>
/// <param name="Proof">The subtree consistency proof from <see cref="PackageRange.Subtree"/> to the upload's end; at most 63 hashes.</param>
public sealed record EntryPackage(PackageRange Range, IReadOnlyList<ReadOnlyMemory<byte>> Entries, IReadOnlyList<Hash32> Proof)
{
    /// <summary>The longest package, in bytes.</summary>
    public const int MaxLength = (TilePath.FullWidth * (sizeof(ushort) + EntryBundle.MaxEntryLength)) + 1 + (SubtreeProof.MaxLength * Hash32.Size);

    /// <summary>Its length in bytes.</summary>
    public int Length => Entries.Sum(entry => sizeof(ushort) + entry.Length) + 1 + (Proof.Count * Hash32.Size);

    /// <summary>
    /// The package that bytes begin with, its entries as slices of them; rules <c>add-entries/truncated</c> (there may be more to come) and
    /// <c>add-entries/too-many-hashes</c>. Never throws for what is in them.
    /// </summary>
    public static Parsed<EntryPackage> Read(ReadOnlyMemory<byte> bytes, PackageRange range)
    {
        var entries = new ReadOnlyMemory<byte>[range.Count];
        var at = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            if (bytes.Length - at < sizeof(ushort) || bytes.Length - at - sizeof(ushort) < BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[at..]))
            {
                return Truncated(bytes.Length);
            }

            entries[i] = bytes.Slice(at + sizeof(ushort), BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[at..]));
            at += sizeof(ushort) + entries[i].Length;
        }

        if (at == bytes.Length)
        {
            return Truncated(bytes.Length);
        }

        int count = bytes.Span[at];
        if (count > SubtreeProof.MaxLength)
        {
            return new Rejection("add-entries/too-many-hashes", $"The proof of a package has {count} hashes, over {SubtreeProof.MaxLength}.", at);
        }

        at++;
        if (bytes.Length - at < count * Hash32.Size)
        {
            return Truncated(bytes.Length);
        }

        var proof = new Hash32[count];
        for (var i = 0; i < count; i++)
        {
            proof[i] = Hash32.Of(bytes.Span.Slice(at + (i * Hash32.Size), Hash32.Size));
        }

        return new EntryPackage(range, entries, proof);
    }

    /// <summary>Its bytes.</summary>
    /// <exception cref="ArgumentException">There is another number of entries than the range has, or an entry or the proof is too long.</exception>
    public byte[] ToBytes()
        => Entries.Count == Range.Count && Proof.Count <= SubtreeProof.MaxLength
            ? [.. EntryBundle.Write(Entries), (byte)Proof.Count, .. Proof.SelectMany(hash => hash.ToArray())]
            : throw new ArgumentException("A package carries all entries of its range, and a proof of at most 63 hashes.");

    /// <summary>Why the entries are not those of the checkpoint's tree; <c>null</c> where they are. Rules <c>add-entries/earlier-leaves</c> and <c>add-entries/not-consistent</c>.</summary>
    /// <param name="earlier">The leaf hashes held already of the same bundle, from its first entry up to <see cref="PackageRange.Start"/>.</param>
    /// <param name="checkpoint">The pending checkpoint of the upload's end.</param>
    public Rejection? Check(ReadOnlySpan<Hash32> earlier, Checkpoint checkpoint)
    {
        var subtree = Range.Subtree;
        var missing = Range.Start - subtree.Start;
        if ((ulong)earlier.Length != missing || Entries.Count != Range.Count)
        {
            return new Rejection(
                "add-entries/earlier-leaves", $"{earlier.Length} leaves before {Range.Start} and {Entries.Count} entries are given; the bundle has {missing} and the package {Range.Count}.");
        }

        var leaves = new Hash32[Entries.Count];
        TreeHash.OfLeaves(Entries, leaves);
        var frontier = new Frontier();
        frontier.Append(earlier);
        frontier.Append(leaves);
        return SubtreeProof.VerifiesConsistency(subtree, checkpoint.Size, Proof, frontier.Root, checkpoint.Root)
            ? null
            : new Rejection("add-entries/not-consistent", $"The entries {Range.Start} to {Range.End} are not those of the tree of {checkpoint.Size}.");
    }

    private static Rejection Truncated(int length) => new("add-entries/truncated", "The request ends inside a package.", length);
}
