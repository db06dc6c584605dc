using Detente.Record.Bytes;
using Detente.Record.Merkle;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Merkle;

/// <summary>A proof is somebody else's bytes: whatever it is, the answer is yes or no, and yes only to the proof there is.</summary>
public sealed class ProofRefusalTests
{
    private const ulong Max = long.MaxValue;
    private const int Most = 600;

    // No two entries are the same: a proof of one would be a proof of the other.
    private static readonly RecursiveTree Oracle = new([.. Enumerable.Range(0, Most).Select(BitConverter.GetBytes)]);

    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void An_inclusion_proof_holds_for_one_statement_only() => Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        var size = random.Next(1, Most + 1);
        var index = random.Next(size);
        var (leaf, root) = (Oracle.Hash(index, index + 1), Oracle.Hash(0, size));
        var proof = InclusionProof.Make((ulong)index, (ulong)size, Oracle.NodesOf(size));
        Assert.Equal(Oracle.Path(index, 0, size), proof);
        Assert.True(InclusionProof.Verifies((ulong)index, (ulong)size, leaf, proof, root));

        Assert.All(Mutations(proof, random), changed => Assert.False(InclusionProof.Verifies((ulong)index, (ulong)size, leaf, changed, root)));
        Assert.False(InclusionProof.Verifies((ulong)index, (ulong)size, Changed(leaf, random), proof, root));
        Assert.False(InclusionProof.Verifies((ulong)index, (ulong)size, leaf, proof, Changed(root, random)));
        Assert.False(InclusionProof.Verifies((ulong)(index ^ (1 << random.Next(12))), (ulong)size, leaf, proof, root) && size > 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_consistency_proof_holds_for_one_pair_of_roots_only() => Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        var size2 = random.Next(1, Most + 1);
        var size1 = random.Next(1, size2 + 1);
        var (root1, root2) = (Oracle.Hash(0, size1), Oracle.Hash(0, size2));
        var proof = ConsistencyProof.Make((ulong)size1, (ulong)size2, Oracle.NodesOf(size2));
        Assert.Equal(Oracle.Proof(size1, size2), proof);
        Assert.True(ConsistencyProof.Verifies((ulong)size1, (ulong)size2, proof, root1, root2));

        Assert.All(Mutations(proof, random), changed => Assert.False(ConsistencyProof.Verifies((ulong)size1, (ulong)size2, changed, root1, root2)));
        Assert.False(ConsistencyProof.Verifies((ulong)size1, (ulong)size2, proof, Changed(root1, random), root2));
        Assert.False(ConsistencyProof.Verifies((ulong)size1, (ulong)size2, proof, root1, Changed(root2, random)));
        Assert.False(ConsistencyProof.Verifies((ulong)size2, (ulong)size1, proof, root2, root1) && size1 < size2);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_subtree_proof_holds_for_one_subtree_only() => Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        var size = random.Next(1, Most + 1);
        var width = 1 << random.Next(10);
        var start = random.Next(size / width + 1) * width;
        var end = Math.Min(size, start + random.Next(width / 2, width) + 1);
        var subtree = new Subtree((ulong)start, (ulong)end);
        if (start >= end)
        {
            return;
        }

        Assert.True(subtree.IsValid((ulong)size));
        var (hash, root) = (Oracle.Hash(start, end), Oracle.Hash(0, size));
        var proof = SubtreeProof.MakeConsistency(subtree, (ulong)size, Oracle.NodesOf(size));
        Assert.Equal(Oracle.SubtreeProof(start, end, size), proof);
        Assert.True(SubtreeProof.VerifiesConsistency(subtree, (ulong)size, proof, hash, root));

        Assert.All(Mutations(proof, random), changed => Assert.False(SubtreeProof.VerifiesConsistency(subtree, (ulong)size, changed, hash, root)));
        Assert.False(SubtreeProof.VerifiesConsistency(subtree, (ulong)size, proof, Changed(hash, random), root));
        Assert.False(SubtreeProof.VerifiesConsistency(subtree, (ulong)size, proof, hash, Changed(root, random)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_numbers_throw() => Prop.ForAll(Seeds, seed =>
    {
        var random = new Random(seed);
        ulong Number() => random.Next(4) switch
        {
            0 => (ulong)random.Next(5),
            1 => Max + (ulong)random.Next(5) - 2,
            2 => ulong.MaxValue - (ulong)random.Next(5),
            _ => (ulong)random.NextInt64() << random.Next(2),
        };
        var proof = new Hash32[random.Next(70)];
        _ = InclusionProof.Verifies(Number(), Number(), default, proof, default);
        _ = ConsistencyProof.Verifies(Number(), Number(), proof, default, default);
        _ = SubtreeProof.VerifiesInclusion(Number(), new Subtree(Number(), Number()), default, proof, default);
        _ = SubtreeProof.VerifiesConsistency(new Subtree(Number(), Number()), Number(), proof, default, default);
    }).QuickCheckThrowOnFailure();

    /// <summary>All leaves are the same, so that each level has one node, over and over.</summary>
    [Fact]
    public void The_largest_trees_have_proofs_of_63_hashes()
    {
        var levels = new Hash32[63];
        for (var level = 1; level < levels.Length; level++)
        {
            levels[level] = TreeHash.OfNode(levels[level - 1], levels[level - 1]);
        }

        Hash32 Node(int level, ulong index) => levels[level];
        var root = TreeRoot.Of(Max, Node);
        Assert.Equal(root, Frontier.Of(Max, [.. levels.Reverse()]).Root);

        var inclusion = InclusionProof.Make(5, Max, Node);
        Assert.Equal(InclusionProof.MaxLength, inclusion.Length);
        Assert.True(InclusionProof.Verifies(5, Max, levels[0], inclusion, root));
        Assert.True(InclusionProof.Verifies(Max - 1, Max, levels[0], InclusionProof.Make(Max - 1, Max, Node), root));

        const ulong Half = 1UL << 62;
        var (three, half) = (TreeRoot.Of(3, Node), TreeRoot.Of(Half, Node));
        var consistency = ConsistencyProof.Make(3, Half, Node);
        Assert.Equal(ConsistencyProof.MaxLength, consistency.Length);
        Assert.True(ConsistencyProof.Verifies(3, Half, consistency, three, half));

        // One more is not read at all, nor is a tree one larger, however good the hashes.
        Hash32[] longer = [.. inclusion, levels[0]];
        var over = TreeHash.OfNode(root, levels[0]);
        Assert.False(InclusionProof.Verifies(5, Max + 1, levels[0], longer, over));
        Assert.False(InclusionProof.Verifies(5, Max + 1, levels[0], inclusion, root));
        Assert.Equal(ConsistencyProof.MaxLength + 1, ConsistencyProof.Make(3, Max, Node).Length);
        Assert.False(ConsistencyProof.Verifies(3, Max, ConsistencyProof.Make(3, Max, Node), three, root));
        Assert.False(ConsistencyProof.Verifies(Max + 1, Max + 1, [], root, root));
        Assert.False(SubtreeProof.VerifiesConsistency(new Subtree(0, 0), Max + 1, [], TreeHash.Empty, root));
    }

    [Fact]
    public void What_our_own_code_may_not_ask()
    {
        static Hash32 Node(int level, ulong index) => throw new InvalidOperationException("Nothing is read.");
        Assert.Throws<ArgumentOutOfRangeException>(() => TreeRoot.Of(Max + 1, Node));
        Assert.Throws<ArgumentException>(() => TreeRoot.Of(new Subtree(1, 3), Node));
        Assert.Throws<ArgumentOutOfRangeException>(() => InclusionProof.Make(0, 0, Node));
        Assert.Throws<ArgumentOutOfRangeException>(() => InclusionProof.Make(3, 3, Node));
        Assert.Throws<ArgumentOutOfRangeException>(() => InclusionProof.Make(0, Max + 1, Node));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConsistencyProof.Make(4, 3, Node));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConsistencyProof.Make(0, Max + 1, Node));
        Assert.Throws<ArgumentOutOfRangeException>(() => SubtreeProof.MakeInclusion(1, new Subtree(2, 4), Node));
        Assert.Throws<ArgumentException>(() => SubtreeProof.MakeInclusion(2, new Subtree(2, 5), Node));
        Assert.Throws<ArgumentException>(() => SubtreeProof.MakeConsistency(new Subtree(2, 4), 3, Node));
        Assert.Throws<ArgumentOutOfRangeException>(() => Frontier.Of(Max + 1, [default]));
        Assert.Throws<ArgumentException>(() => Frontier.Of(3, [default]));
        var full = Frontier.Of(Max, new Hash32[63]);
        Assert.Throws<InvalidOperationException>(() => full.Append(default(Hash32)));
        Assert.Throws<InvalidOperationException>(() => full.Append([default, default]));
    }

    /// <summary>Where a leaf's bytes could be read as two hashes, the two byte prefixes keep the trees apart (RFC 6962 section 2.1).</summary>
    [Fact]
    public void A_leaf_is_never_a_node()
    {
        var (left, right) = (TreeHash.OfLeaf("left"u8), TreeHash.OfLeaf("right"u8));
        byte[] both = [.. left.ToArray(), .. right.ToArray()];
        Assert.NotEqual(TreeHash.OfNode(left, right), TreeHash.OfLeaf(both));
        Assert.False(InclusionProof.Verifies(0, 1, TreeHash.OfLeaf(both), [], TreeHash.OfNode(left, right)));
    }

    /// <summary>The proof with one hash changed, left out, doubled, or exchanged for its neighbour; with one more; or none.</summary>
    private static IEnumerable<Hash32[]> Mutations(Hash32[] proof, Random random)
    {
        yield return [.. proof, default];
        yield return [default, .. proof];
        yield return [.. proof, TreeHash.Empty];
        yield return [.. proof, .. new Hash32[64]];
        for (var i = 0; i < proof.Length; i++)
        {
            yield return [.. proof[..i], Changed(proof[i], random), .. proof[(i + 1)..]];
            yield return [.. proof[..i], .. proof[(i + 1)..]];
            yield return [.. proof[..i], proof[i], .. proof[i..]];
            if (i > 0)
            {
                yield return [.. proof[..(i - 1)], proof[i], proof[i - 1], .. proof[(i + 1)..]];
            }
        }
    }

    private static Hash32 Changed(in Hash32 hash, Random random)
    {
        var bytes = hash.ToArray();
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return Hash32.Of(bytes);
    }
}
