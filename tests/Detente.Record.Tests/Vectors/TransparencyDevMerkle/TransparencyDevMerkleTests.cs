using System.Security.Cryptography;
using System.Text.Json;
using Detente.Record.Bytes;
using Detente.Record.Merkle;

namespace Detente.Record.Tests.Vectors.TransparencyDevMerkle;

/// <summary>The proofs transparency-dev/merkle accepts and refuses: see data/SOURCE.md.</summary>
public sealed class TransparencyDevMerkleTests
{
    private const string Source = "TransparencyDevMerkle";

    [Fact]
    public void Inclusion() => Check("inclusion.json", 98, 6, (test, proof)
        => InclusionProof.Verifies(Number(test, "leafIdx"), Number(test, "treeSize"), Hash(test, "leafHash"), proof, Hash(test, "root")));

    [Fact]
    public void Consistency() => Check("consistency.json", 98, 6, (test, proof)
        => ConsistencyProof.Verifies(Number(test, "size1"), Number(test, "size2"), proof, Hash(test, "root1"), Hash(test, "root2")));

    [Fact]
    public void Inclusion_in_subtrees() => Check("subtree-inclusion.json", 204, 12, (test, proof)
        => SubtreeProof.VerifiesInclusion(Number(test, "leafIdx"), Range(test), Hash(test, "leafHash"), proof, Hash(test, "root")));

    [Fact]
    public void Consistency_of_subtrees() => Check("subtree-consistency.json", 118, 12, (test, proof)
        => SubtreeProof.VerifiesConsistency(Range(test), Number(test, "size"), proof, Hash(test, "root1"), Hash(test, "root2")));

    [Fact]
    public void Eight_leaves()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Tree.Vector(Source, "rfc6962-8-leaves.json")));
        var entries = Strings(file, "leaf_inputs_hex").Select(Convert.FromHexString).ToArray();
        var leaves = entries.Select(entry => TreeHash.OfLeaf(entry)).ToArray();
        Assert.Equal(Strings(file, "leaf_hashes"), leaves.Select(leaf => $"{leaf}"));

        var frontier = new Frontier();
        var roots = new List<string> { $"{frontier.Root}" };
        foreach (var leaf in leaves)
        {
            frontier.Append(leaf);
            roots.Add($"{frontier.Root}");
        }

        Assert.Equal(Strings(file, "roots_by_size"), roots);
    }

    private static void Check(string name, int cases, int accepted, Func<JsonElement, Hash32[], bool> verifies)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Tree.Vector(Source, name)));
        Assert.Equal(cases, file.RootElement.GetArrayLength());
        var wrong = new List<string>();
        var verified = 0;
        foreach (var test in file.RootElement.EnumerateArray())
        {
            var proof = test.GetProperty("proof") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToArray() : [];
            var verdict = !IsEmptyHash(test, "root") && !IsEmptyHash(test, "leafHash") && verifies(test, [.. proof.Select(Hash)]);
            verified += verdict ? 1 : 0;
            if (verdict == test.GetProperty("wantErr").GetBoolean())
            {
                wrong.Add($"{test.GetProperty("file")}: {(verdict ? "accepted" : "refused")}");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(accepted, verified);
    }

    private static string[] Strings(JsonDocument file, string name) => [.. file.RootElement.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static ulong Number(JsonElement test, string name) => test.GetProperty(name).GetUInt64();

    private static Subtree Range(JsonElement test) => new(Number(test, "start"), Number(test, "end"));

    private static Hash32 Hash(JsonElement test, string name) => Hash(test.GetProperty(name));

    private static bool IsEmptyHash(JsonElement test, string name) => test.TryGetProperty(name, out var text) && text.GetString() == "";

    private static Hash32 Hash(JsonElement text)
    {
        var bytes = text.GetBytesFromBase64();
        return Hash32.Of(bytes.Length == Hash32.Size ? bytes : SHA256.HashData([.. "some other: "u8, .. bytes]));
    }
}
