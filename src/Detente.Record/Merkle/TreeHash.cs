using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Detente.Record.Bytes;
using Detente.Record.Hashing;

namespace Detente.Record.Merkle;

/// <summary>The hashes a tree is made of: RFC 6962 section 2.1 (the same in RFC 9162 section 2.1.1), with SHA-256.</summary>
public static class TreeHash
{
    /// <summary>The root of the tree without entries: SHA-256 of no bytes.</summary>
    public static readonly Hash32 Empty = Hash32.Of(SHA256.HashData([]));

    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    /// <summary>The hash of a leaf: SHA-256 of a zero byte and <paramref name="entry"/>.</summary>
    public static Hash32 OfLeaf(ReadOnlySpan<byte> entry) => Sha256Batch.Hash(LeafPrefix, entry);

    /// <summary>The hash of a node: SHA-256 of a byte 1 and the hashes of its children.</summary>
    public static Hash32 OfNode(in Hash32 left, in Hash32 right)
    {
        ReadOnlySpan<Hash32> children = [left, right];
        return Sha256Batch.Hash(NodePrefix, MemoryMarshal.AsBytes(children));
    }

    /// <summary>The hashes of leaves, in order, of entries of any lengths.</summary>
    /// <exception cref="ArgumentException">There are not as many places for hashes as entries.</exception>
    public static void OfLeaves(IReadOnlyList<ReadOnlyMemory<byte>> entries, Span<Hash32> leaves) => Sha256Batch.HashEach([LeafPrefix], entries, leaves);

    /// <summary>The hashes of leaves, in order, of entries of <paramref name="entryLength"/> bytes that stand back to back.</summary>
    /// <exception cref="ArgumentException">There are not as many places for hashes as entries.</exception>
    public static void OfLeaves(ReadOnlySpan<byte> entries, int entryLength, Span<Hash32> leaves) => Sha256Batch.HashEach(LeafPrefix, entries, entryLength, leaves);

    /// <summary>The hashes of nodes, in order, of their children in pairs. <paramref name="parents"/> does not overlap <paramref name="children"/>.</summary>
    /// <exception cref="ArgumentException">There are not two children for each parent.</exception>
    public static void OfNodes(ReadOnlySpan<Hash32> children, Span<Hash32> parents)
        => Sha256Batch.HashEach(NodePrefix, MemoryMarshal.AsBytes(children), 2 * Hash32.Size, parents);
}
