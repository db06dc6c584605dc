using System.Buffers;
using System.Numerics;
using Detente.Record.Bytes;

namespace Detente.Record.Merkle;

/// <summary>
/// The right edge of a tree: the roots of its full subtrees, largest first, one for each bit set in its size (also called a compact range).
/// It is all that is needed to append, and to tell the root. Not safe for use by two threads at once.
/// </summary>
public sealed class Frontier
{
    // How many leaves are appended at a time: few enough that two levels stay in the processor's cache.
    private const int Batch = 2048;

    private readonly Hash32[] subtrees = new Hash32[TreeSize.MaxLevel + 1];
    private int count;

    /// <summary>Of the empty tree.</summary>
    public Frontier()
    {
    }

    /// <summary>How many leaves the tree has.</summary>
    public ulong Size { get; private set; }

    /// <summary>The root of the tree.</summary>
    public Hash32 Root
    {
        get
        {
            if (count == 0)
            {
                return TreeHash.Empty;
            }

            var root = subtrees[count - 1];
            for (var i = count - 2; i >= 0; i--)
            {
                root = TreeHash.OfNode(subtrees[i], root);
            }

            return root;
        }
    }

    /// <summary>The roots of its full subtrees, largest first: as many as bits are set in the size.</summary>
    public Hash32[] Subtrees => subtrees[..count];

    /// <summary>Of a tree of <paramref name="size"/> leaves whose full subtrees, largest first, have these roots.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is over 2^63 − 1.</exception>
    /// <exception cref="ArgumentException">There are not as many subtrees as bits set in the size.</exception>
    public static Frontier Of(ulong size, ReadOnlySpan<Hash32> subtrees)
    {
        TreeSize.Require(size, nameof(size));
        if (subtrees.Length != BitOperations.PopCount(size))
        {
            throw new ArgumentException($"A tree of {size} leaves has {BitOperations.PopCount(size)} full subtrees, not {subtrees.Length}.", nameof(subtrees));
        }

        var frontier = new Frontier { Size = size, count = subtrees.Length };
        subtrees.CopyTo(frontier.subtrees);
        return frontier;
    }

    /// <summary>Appends a leaf, by its hash.</summary>
    /// <exception cref="InvalidOperationException">The tree has 2^63 − 1 leaves.</exception>
    public void Append(in Hash32 leaf)
    {
        RequireRoomFor(1);
        var node = leaf;
        for (var merges = BitOperations.TrailingZeroCount(~Size); merges > 0; merges--)
        {
            node = TreeHash.OfNode(subtrees[--count], node);
        }

        subtrees[count++] = node;
        Size++;
    }

    /// <summary>Appends leaves in order, by their hashes.</summary>
    /// <exception cref="InvalidOperationException">The tree would have more than 2^63 − 1 leaves.</exception>
    public void Append(ReadOnlySpan<Hash32> leaves)
    {
        RequireRoomFor(leaves.Length);
        var room = 1 + Math.Min(leaves.Length, Batch);
        var memory = ArrayPool<Hash32>.Shared.Rent(2 * room);
        while (leaves.Length > 0)
        {
            var batch = leaves[..Math.Min(leaves.Length, Batch)];
            AppendBatch(batch, memory.AsSpan(0, room), memory.AsSpan(room));
            leaves = leaves[batch.Length..];
        }

        ArrayPool<Hash32>.Shared.Return(memory);
    }

    /// <summary>Another that begins where this one stands.</summary>
    public Frontier Copy() => Of(Size, subtrees.AsSpan(0, count));

    /// <summary>Level by level, so that the nodes of one level are hashed together.</summary>
    private void AppendBatch(ReadOnlySpan<Hash32> leaves, Span<Hash32> nodes, Span<Hash32> parents)
    {
        // Place 0 is for the subtree that waits on a level for its right sibling; what is added stands after it.
        leaves.CopyTo(nodes[1..]);
        var added = leaves.Length;
        Span<Hash32> waiting = stackalloc Hash32[TreeSize.MaxLevel + 1];
        var waitingCount = 0;
        for (var level = 0; added > 0; level++)
        {
            var first = 1;
            if ((Size >> level & 1) == 1)
            {
                nodes[0] = subtrees[--count];
                first = 0;
            }

            var all = nodes.Slice(first, added + 1 - first);
            if (all.Length % 2 == 1)
            {
                waiting[waitingCount++] = all[^1];
            }

            added = all.Length / 2;
            TreeHash.OfNodes(all[..(2 * added)], parents.Slice(1, added));
            var other = nodes;
            nodes = parents;
            parents = other;
        }

        while (waitingCount > 0)
        {
            subtrees[count++] = waiting[--waitingCount];
        }

        Size += (ulong)leaves.Length;
    }

    private void RequireRoomFor(int leaves)
    {
        if (TreeSize.Max - Size < (ulong)leaves)
        {
            throw new InvalidOperationException("A tree has at most 2^63 − 1 leaves.");
        }
    }
}
