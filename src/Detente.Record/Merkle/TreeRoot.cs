using System.Numerics;
using Detente.Record.Bytes;

namespace Detente.Record.Merkle;

/// <summary>The Merkle tree hash of RFC 6962 section 2.1, from the hashes of full subtrees.</summary>
public static class TreeRoot
{
    /// <summary>The root of the tree of the first <paramref name="size"/> leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is over 2^63 − 1.</exception>
    public static Hash32 Of(ulong size, NodeSource nodes)
    {
        TreeSize.Require(size, nameof(size));
        return Of(new Subtree(0, size), nodes);
    }

    /// <summary>The root of a subtree: the Merkle tree hash of its leaves alone.</summary>
    /// <exception cref="ArgumentException">It is not a subtree of any tree.</exception>
    public static Hash32 Of(Subtree subtree, NodeSource nodes)
    {
        if (!subtree.IsValid(TreeSize.Max))
        {
            throw new ArgumentException($"{subtree} is not a subtree: its start must be a multiple of its size rounded up to a power of two.", nameof(subtree));
        }

        if (subtree.Size == 0)
        {
            return TreeHash.Empty;
        }

        // From the right: each full subtree stands left of all smaller ones.
        var end = subtree.End;
        var root = Last(ref end);
        while (end != subtree.Start)
        {
            root = TreeHash.OfNode(Last(ref end), root);
        }

        return root;

        Hash32 Last(ref ulong end)
        {
            var level = BitOperations.TrailingZeroCount(end - subtree.Start);
            end -= 1UL << level;
            return nodes(level, end >> level);
        }
    }
}
