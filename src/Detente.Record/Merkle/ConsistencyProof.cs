using Detente.Record.Bytes;

namespace Detente.Record.Merkle;

/// <summary>That a tree begins with all of an earlier one: RFC 6962 section 2.1.2.</summary>
public static class ConsistencyProof
{
    /// <summary>
    /// The most hashes a proof may have, as in c2sp.org/tlog-witness. Trees of up to 2^62 leaves never need more; a larger one can need one more, and that
    /// proof is refused.
    /// </summary>
    public const int MaxLength = InclusionProof.MaxLength;

    /// <summary>
    /// Whether <paramref name="proof"/> shows that the tree of <paramref name="size2"/> leaves begins with that of <paramref name="size1"/>: RFC 9162
    /// section 2.1.4.2. Equal sizes need equal roots and no hashes, and the empty tree has one root. From the empty tree to another there is nothing to
    /// prove: that is refused here, and a protocol that allows it says so itself. <c>false</c> for sizes over 2^63 − 1.
    /// </summary>
    public static bool Verifies(ulong size1, ulong size2, IReadOnlyList<Hash32> proof, in Hash32 root1, in Hash32 root2)
        => size1 == size2 ? size1 <= TreeSize.Max && proof.Count == 0 && root1 == root2 && (size1 > 0 || root1 == TreeHash.Empty)
            : size1 > 0 && SubtreeProof.VerifiesConsistency(new Subtree(0, size1), size2, proof, root1, root2);

    /// <summary>The proof, RFC 6962 section 2.1.2: PROOF(size1, D[size2]). Empty where the sizes are equal or <paramref name="size1"/> is 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size1"/> is over <paramref name="size2"/>, or that over 2^63 − 1.</exception>
    public static Hash32[] Make(ulong size1, ulong size2, NodeSource nodes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size1, size2);
        TreeSize.Require(size2, nameof(size2));
        return SubtreeProof.MakeConsistency(new Subtree(0, size1), size2, nodes);
    }
}
