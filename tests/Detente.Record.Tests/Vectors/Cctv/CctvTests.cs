using System.Text;
using System.Text.Json;
using Detente.Record.Tests.Signatures;

namespace Detente.Record.Tests.Vectors.Cctv;

/// <summary>Points of low order and second encodings, on which verifiers differ: see data/SOURCE.md. What the rule answers follows from the flags alone.</summary>
public sealed class CctvTests
{
    /// <summary>What the rule of this room refuses. A part of low order is not among it: [S]B = R + [k]A tells, without the cofactor.</summary>
    private static readonly string[] Refused = ["low_order_A", "low_order_R", "non_canonical_A", "non_canonical_R", "low_order_residue", "reencoded_k"];

    private static readonly IReadOnlyList<Case> Cases = Read();

    [Fact]
    public void Managed_code_answers_as_the_flags_say() => Check(SecondOpinion.VerifiesManaged);

    [Fact]
    public void Libcrypto_after_our_checks_answers_as_the_flags_say()
    {
        Needs.LibCrypto();
        Check(SecondOpinion.Verifies);
    }

    [Fact]
    public void Libcrypto_alone_accepts_165_more_and_the_rule_tells_why()
    {
        Needs.LibCrypto();
        var raw = Cases.Where(test => SecondOpinion.VerifiesUnchecked(test.Key, test.Message, test.Signature)).ToList();
        Assert.Equal(208, raw.Count);
        Assert.Equal(43, raw.Count(test => test.IsAccepted));

        var more = raw.Where(test => !test.IsAccepted).ToList();
        Assert.Equal(165, more.Count);
        Assert.All(more, test => Assert.Contains(SecondOpinion.Rule(test.Key, test.Message, test.Signature), (IEnumerable<string>)
            ["ed25519/key-not-canonical", "ed25519/key-of-low-order", "ed25519/r-not-canonical", "ed25519/r-of-low-order"]));
    }

    private static void Check(Func<byte[], byte[], byte[], bool> verifies)
    {
        Assert.Equal(914, Cases.Count);
        Assert.Equal(43, Cases.Count(test => test.IsAccepted));
        Assert.DoesNotContain(Cases, test => test.IsAccepted != verifies(test.Key, test.Message, test.Signature));
    }

    private static List<Case> Read()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Tree.Vector("Cctv", "ed25519vectors.json")));
        return [.. file.RootElement.EnumerateArray().Select(test => new Case(
            test.GetProperty("number").GetInt32(),
            Convert.FromHexString(test.GetProperty("key").GetString()!),
            Convert.FromHexString(test.GetProperty("sig").GetString()!),
            Encoding.UTF8.GetBytes(test.GetProperty("msg").GetString()!),
            test.GetProperty("flags") is { ValueKind: JsonValueKind.Array } flags && flags.EnumerateArray().Any(flag => Refused.Contains(flag.GetString()))))];
    }

    private sealed record Case(int Number, byte[] Key, byte[] Signature, byte[] Message, bool IsRefused)
    {
        public bool IsAccepted => !IsRefused;

        public override string ToString() => $"{Number} is {(IsAccepted ? "refused" : "accepted")}";
    }
}
