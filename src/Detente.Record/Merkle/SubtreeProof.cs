using Detente.Record.Bytes;

namespace Detente.Record.Merkle;

/// <summary>
/// Proofs about part of a tree: that a leaf stands in a subtree, and that a subtree stands in a tree (draft-ietf-plants-merkle-tree-certs section 4).
/// A subtree from 0 is an earlier tree, and a subtree of one leaf is that leaf: the proofs of RFC 6962 are these two cases.
/// </summary>
public static class SubtreeProof
{
    /// <summary>The most hashes a proof may have; see <see cref="ConsistencyProof.MaxLength"/>.</summary>
    public const int MaxLength = ConsistencyProof.MaxLength;

    /// <summary>Whether <paramref name="proof"/> leads from the leaf at <paramref name="index"/> of the whole tree to the hash of <paramref name="subtree"/>.</summary>
    public static bool VerifiesInclusion(ulong index, Subtree subtree, in Hash32 leaf, IReadOnlyList<Hash32> proof, in Hash32 subtreeHash)
        => subtree.IsValid(TreeSize.Max) && index >= subtree.Start
            && InclusionProof.Verifies(index - subtree.Start, subtree.Size, leaf, proof, subtreeHash);

    /// <summary>The path from the leaf at <paramref name="index"/> of the whole tree to the hash of <paramref name="subtree"/>, nearest the leaf first.</summary>
    /// <exception cref="ArgumentException"><paramref name="subtree"/> is not a subtree of any tree.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> lies outside it.</exception>
    public static Hash32[] MakeInclusion(ulong index, Subtree subtree, NodeSource nodes)
    {
        RequireValid(subtree, TreeSize.Max);
        ArgumentOutOfRangeException.ThrowIfLessThan(index, subtree.Start);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, subtree.End);
        var (start, end) = subtree;
        var siblings = new Stack<Hash32>();
        while (end - start > 1)
        {
            var middle = start + TreeSize.Split(end - start);
            if (index < middle)
            {
                siblings.Push(TreeRoot.Of(new Subtree(middle, end), nodes));
                end = middle;
            }
            else
            {
                siblings.Push(TreeRoot.Of(new Subtree(start, middle), nodes));
                start = middle;
            }
        }

        return [.. siblings];
    }

    /// <summary>
    /// Whether <paramref name="proof"/> shows that the tree of <paramref name="size"/> leaves holds <paramref name="subtree"/>. <c>false</c> where that is
    /// no subtree of it. Every tree holds the empty one: its proof has no hashes.
    /// </summary>
    public static bool VerifiesConsistency(Subtree subtree, ulong size, IReadOnlyList<Hash32> proof, in Hash32 subtreeHash, in Hash32 root)
    {
        if (!subtree.IsValid(size) || proof.Count > MaxLength)
        {
            return false;
        }

        if (subtree.Size == 0)
        {
            return proof.Count == 0 && subtreeHash == TreeHash.Empty;
        }

        // On the level walked: the subtree's first node, its last, and the last of the tree. The walk begins where the subtree is one node, or else at
        // the largest full subtree on its right edge, which the proof then brings.
        var (first, last, end) = (subtree.Start, subtree.End - 1, size - 1);
        var endTogether = last == end;
        while (first != last && (endTogether || (last & 1) == 1))
        {
            Up(ref first, ref last, ref end);
        }

        if (first != last && proof.Count == 0)
        {
            return false;
        }

        var next = first == last ? 0 : 1;
        var inSubtree = first == last ? subtreeHash : proof[0];
        var inTree = inSubtree;
        for (; next < proof.Count; next++)
        {
            if (end == 0)
            {
                return false;
            }

            if ((last & 1) == 1 || last == end)
            {
                if (first < last)
                {
                    inSubtree = TreeHash.OfNode(proof[next], inSubtree);
                }

                inTree = TreeHash.OfNode(proof[next], inTree);

                // Without a right sibling it is its own parent, for as many levels as it takes.
                while ((last & 1) == 0)
                {
                    Up(ref first, ref last, ref end);
                }
            }
            else
            {
                inTree = TreeHash.OfNode(inTree, proof[next]);
            }

            Up(ref first, ref last, ref end);
        }

        return end == 0 && inSubtree == subtreeHash && inTree == root;
    }

    /// <summary>The proof: SUBTREE_PROOF(start, end, D[size]). Empty for the empty subtree.</summary>
    /// <exception cref="ArgumentException"><paramref name="subtree"/> is not a subtree of a tree of <paramref name="size"/> leaves.</exception>
    public static Hash32[] MakeConsistency(Subtree subtree, ulong size, NodeSource nodes)
    {
        RequireValid(subtree, size);
        if (subtree.Size == 0)
        {
            return [];
        }

        var (start, end) = subtree;
        var (low, high) = (0UL, size);
        var hashes = new Stack<Hash32>();
        while (low != start || high != end)
        {
            var middle = low + TreeSize.Split(high - low);
            if (end <= middle)
            {
                hashes.Push(TreeRoot.Of(new Subtree(middle, high), nodes));
                high = middle;
            }
            else
            {
                // Where the subtree lies on both sides, its left half is this whole node, and what is left to show is its right half.
                hashes.Push(TreeRoot.Of(new Subtree(low, middle), nodes));
                low = middle;
                start = Math.Max(start, middle);
            }
        }

        if (start != subtree.Start)
        {
            hashes.Push(TreeRoot.Of(new Subtree(start, end), nodes));
        }

        return [.. hashes];
    }

    private static void Up(ref ulong first, ref ulong last, ref ulong end)
    {
        first >>= 1;
        last >>= 1;
        end >>= 1;
    }

    private static void RequireValid(Subtree subtree, ulong size)
    {
        if (!subtree.IsValid(size))
        {
            throw new ArgumentException($"{subtree} is not a subtree of a tree of {size} leaves.", nameof(subtree));
        }
    }
}
