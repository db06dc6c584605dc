using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Detente.Record.Bytes;

namespace Detente.Record.Merkle;

/// <summary>The hashes a tree is made of: RFC 6962 section 2.1 (the same in RFC 9162 section 2.1.1), with SHA-256.</summary>
public static class TreeHash
{
    /// <summary>The root of the tree without entries: SHA-256 of no bytes.</summary>
    public static readonly Hash32 Empty = Hash32.Of(SHA256.HashData([]));

    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;
    private const int OnStack = 1024;

    /// <summary>The hash of a leaf: SHA-256 of a zero byte and <paramref name="entry"/>.</summary>
    public static Hash32 OfLeaf(ReadOnlySpan<byte> entry)
    {
        var length = 1 + entry.Length;
        var rented = length > OnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        var message = (rented ?? stackalloc byte[OnStack])[..length];
        message[0] = LeafPrefix;
        entry.CopyTo(message[1..]);
        Hash32 hash = default;
        SHA256.HashData(message, MemoryMarshal.AsBytes(new Span<Hash32>(ref hash)));
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return hash;
    }

    /// <summary>The hash of a node: SHA-256 of a byte 1 and the hashes of its children.</summary>
    public static Hash32 OfNode(in Hash32 left, in Hash32 right)
    {
        Span<byte> message = stackalloc byte[1 + Hash32.Size + Hash32.Size];
        message[0] = NodePrefix;
        left.CopyTo(message[1..]);
        right.CopyTo(message[(1 + Hash32.Size)..]);
        Hash32 hash = default;
        SHA256.HashData(message, MemoryMarshal.AsBytes(new Span<Hash32>(ref hash)));
        return hash;
    }

    /// <summary>The hashes of leaves, in order, of entries of any lengths.</summary>
    /// <exception cref="ArgumentException">There are not as many places for hashes as entries.</exception>
    public static void OfLeaves(IReadOnlyList<ReadOnlyMemory<byte>> entries, Span<Hash32> leaves)
    {
        RequireLength(leaves.Length == entries.Count, nameof(leaves));
        for (var i = 0; i < leaves.Length; i++)
        {
            leaves[i] = OfLeaf(entries[i].Span);
        }
    }

    /// <summary>The hashes of leaves, in order, of entries of <paramref name="entryLength"/> bytes that stand back to back.</summary>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    public static void OfLeaves(ReadOnlySpan<byte> entries, int entryLength, Span<Hash32> leaves)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(entryLength);
        RequireLength((long)leaves.Length * entryLength == entries.Length, nameof(leaves));
        for (var i = 0; i < leaves.Length; i++)
        {
            leaves[i] = OfLeaf(entries.Slice(i * entryLength, entryLength));
        }
    }

    /// <summary>The hashes of nodes, in order, of their children in pairs. <paramref name="parents"/> does not overlap <paramref name="children"/>.</summary>
    /// <exception cref="ArgumentException">There are not two children for each parent.</exception>
    public static void OfNodes(ReadOnlySpan<Hash32> children, Span<Hash32> parents)
    {
        RequireLength((long)parents.Length * 2 == children.Length, nameof(parents));
        for (var i = 0; i < parents.Length; i++)
        {
            parents[i] = OfNode(children[2 * i], children[(2 * i) + 1]);
        }
    }

    private static void RequireLength(bool holds, string name)
    {
        if (!holds)
        {
            throw new ArgumentException("The number of hashes to write does not fit what is hashed.", name);
        }
    }
}
