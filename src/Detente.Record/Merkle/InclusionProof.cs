using Detente.Record.Bytes;

namespace Detente.Record.Merkle;

/// <summary>That a tree holds a leaf at an index: the audit path of RFC 6962 section 2.1.1, nearest the leaf first.</summary>
public static class InclusionProof
{
    /// <summary>The most hashes a proof has: a tree of 2^63 − 1 leaves has paths of 63.</summary>
    public const int MaxLength = 63;

    /// <summary>
    /// Whether <paramref name="proof"/> leads from <paramref name="leaf"/> at <paramref name="index"/> to the <paramref name="root"/> of a tree of
    /// <paramref name="size"/> leaves: RFC 9162 section 2.1.3.2. <c>false</c> for an index outside the tree and for a size over 2^63 − 1.
    /// </summary>
    public static bool Verifies(ulong index, ulong size, in Hash32 leaf, IReadOnlyList<Hash32> proof, in Hash32 root)
    {
        if (index >= size || size > TreeSize.Max || proof.Count > MaxLength)
        {
            return false;
        }

        // The node on the path, and the last node of its level.
        var node = index;
        var last = size - 1;
        var hash = leaf;
        for (var i = 0; i < proof.Count; i++)
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                hash = TreeHash.OfNode(proof[i], hash);

                // Without a right sibling it is its own parent, for as many levels as it takes.
                while ((node & 1) == 0)
                {
                    node >>= 1;
                    last >>= 1;
                }
            }
            else
            {
                hash = TreeHash.OfNode(hash, proof[i]);
            }

            node >>= 1;
            last >>= 1;
        }

        return last == 0 && hash == root;
    }

    /// <summary>The proof, RFC 6962 section 2.1.1: PATH(index, D[size]).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> lies outside the tree, or <paramref name="size"/> is over 2^63 − 1.</exception>
    public static Hash32[] Make(ulong index, ulong size, NodeSource nodes)
    {
        TreeSize.Require(size, nameof(size));
        return SubtreeProof.MakeInclusion(index, new Subtree(0, size), nodes);
    }
}
