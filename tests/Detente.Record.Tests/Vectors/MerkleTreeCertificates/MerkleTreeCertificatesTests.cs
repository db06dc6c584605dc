using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Tests.Merkle;

namespace Detente.Record.Tests.Vectors.MerkleTreeCertificates;

/// <summary>The hashes the draft gives over everything that can be said of the subtrees of up to 130 leaves: see data/SOURCE.md.</summary>
public sealed class MerkleTreeCertificatesTests
{
    private const int Most = 130;

    private static readonly RecursiveTree Tree130 = RecursiveTree.OfBytes(Most);
    private static readonly NodeSource Nodes = Tree130.NodesOf(Most);

    [Fact]
    public void Hashes_of_subtrees() => Check("subtree_hashes", Subtrees(Most).Select(subtree
        => $"{subtree} {TreeRoot.Of(subtree, Nodes)}"));

    [Fact]
    public void Inclusion_in_subtrees() => Check("subtree_inclusion",
        from subtree in Subtrees(Most)
        from index in Enumerable.Range((int)subtree.Start, (int)subtree.Size)
        select $"{index} {subtree}{Hex(SubtreeProof.MakeInclusion((ulong)index, subtree, Nodes))}");

    [Fact]
    public void Consistency_of_subtrees() => Check("subtree_consistency",
        from size in Enumerable.Range(0, Most + 1)
        from subtree in Subtrees(size)
        select $"{subtree} {size}{Hex(SubtreeProof.MakeConsistency(subtree, (ulong)size, Tree130.NodesOf(size)))}");

    [Fact]
    public void Covering_subtrees() => Check("covering_subtrees",
        from end in Enumerable.Range(0, Most + 1)
        from start in Enumerable.Range(0, end + 1)
        let covering = Subtree.Covering((ulong)start, (ulong)end)
        select $"{covering.Left} {covering.Right}");

    private static IEnumerable<Subtree> Subtrees(int size)
        => from end in Enumerable.Range(0, size + 1)
           from start in Enumerable.Range(0, end + 1)
           let subtree = new Subtree((ulong)start, (ulong)end)
           where subtree.IsValid((ulong)size)
           select subtree;

    private static string Hex(Hash32[] proof) => string.Concat(proof.Select(hash => $" {hash}"));

    private static void Check(string name, IEnumerable<string> lines)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Tree.Vector("MerkleTreeCertificates", "mtc-subtree-accumulated.json")));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
        {
            hash.AppendData(Encoding.ASCII.GetBytes(line + "\n"));
        }

        Assert.Equal(file.RootElement.GetProperty(name).GetString(), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
