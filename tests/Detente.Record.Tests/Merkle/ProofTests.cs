using Detente.Record.Bytes;
using Detente.Record.Merkle;

namespace Detente.Record.Tests.Merkle;

public sealed class ProofTests
{
    private const int Most = 130;

    private static readonly RecursiveTree Oracle = RecursiveTree.OfBytes(Most);

    [Fact]
    public void Roots_and_frontiers_are_those_of_the_definition()
    {
        var frontier = new Frontier();
        for (var size = 0; size <= Most; size++)
        {
            var root = Oracle.Hash(0, size);
            Assert.Equal(root, frontier.Root);
            Assert.Equal(root, TreeRoot.Of((ulong)size, Oracle.NodesOf(size)));
            Assert.Equal(root, Frontier.Of((ulong)size, frontier.Subtrees).Root);
            if (size < Most)
            {
                frontier.Append(Oracle.Hash(size, size + 1));
            }
        }
    }

    [Fact]
    public void Inclusion_proofs_are_those_of_the_definition_and_verify()
    {
        for (var size = 1; size <= Most; size++)
        {
            for (var index = 0; index < size; index++)
            {
                var proof = InclusionProof.Make((ulong)index, (ulong)size, Oracle.NodesOf(size));
                Assert.Equal(Oracle.Path(index, 0, size), proof);
                Assert.True(InclusionProof.Verifies((ulong)index, (ulong)size, Oracle.Hash(index, index + 1), proof, Oracle.Hash(0, size)));
            }
        }
    }

    [Fact]
    public void Consistency_proofs_are_those_of_the_definition_and_verify()
    {
        for (var size2 = 0; size2 <= Most; size2++)
        {
            for (var size1 = 0; size1 <= size2; size1++)
            {
                var proof = ConsistencyProof.Make((ulong)size1, (ulong)size2, Oracle.NodesOf(size2));
                Assert.Equal(Oracle.Proof(size1, size2), proof);
                Assert.Equal(
                    size1 > 0 || size2 == 0,
                    ConsistencyProof.Verifies((ulong)size1, (ulong)size2, proof, Oracle.Hash(0, size1), Oracle.Hash(0, size2)));
            }
        }
    }

    [Fact]
    public void Subtree_proofs_are_those_of_the_definition_and_verify()
    {
        for (var end = 0; end <= Most; end++)
        {
            for (var start = 0; start <= end; start++)
            {
                var subtree = new Subtree((ulong)start, (ulong)end);
                Assert.Equal(RecursiveTree.IsSubtree(start, end), subtree.IsValid(Most));
                if (!subtree.IsValid(Most))
                {
                    continue;
                }

                var hash = Oracle.Hash(start, end);
                foreach (var size in new[] { end, end + 1, Most }.Where(size => size <= Most))
                {
                    var proof = SubtreeProof.MakeConsistency(subtree, (ulong)size, Oracle.NodesOf(size));
                    Assert.Equal(Oracle.SubtreeProof(start, end, size), proof);
                    Assert.True(SubtreeProof.VerifiesConsistency(subtree, (ulong)size, proof, hash, Oracle.Hash(0, size)));
                }

                for (var index = start; index < end; index++)
                {
                    var proof = SubtreeProof.MakeInclusion((ulong)index, subtree, Oracle.NodesOf(Most));
                    Assert.Equal(Oracle.Path(index - start, start, end), proof);
                    Assert.True(SubtreeProof.VerifiesInclusion((ulong)index, subtree, Oracle.Hash(index, index + 1), proof, hash));
                }
            }
        }
    }

    /// <summary>Leaf i is i as eight bytes, most significant first, and 248 zero bytes. The root was computed by another program.</summary>
    [Fact]
    public void A_million_leaves()
    {
        const int Leaves = 1 << 20;
        const int Batch = 1 << 10;
        const int Length = 256;
        var frontier = new Frontier();
        var entries = new byte[Batch * Length];
        var hashes = new Hash32[Batch];
        for (var first = 0; first < Leaves; first += Batch)
        {
            for (var i = 0; i < Batch; i++)
            {
                System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(entries.AsSpan(i * Length), first + i);
            }

            TreeHash.OfLeaves(entries, Length, hashes);
            frontier.Append(hashes);
        }

        Assert.Equal("XIxkkmht4xO/mU+CZsI63I7Q6vgfH6NCup3BrmgznQs=", frontier.Root.ToBase64());
    }
}
