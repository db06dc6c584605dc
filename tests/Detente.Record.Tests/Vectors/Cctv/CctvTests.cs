using System.Text;
using System.Text.Json;
using Detente.Record.Signatures;

namespace Detente.Record.Tests.Vectors.Cctv;

/// <summary>Points of low order and second encodings, on which verifiers differ: see data/SOURCE.md. What the rule answers follows from the flags alone.</summary>
public sealed class CctvTests
{
    /// <summary>What the rule of this room refuses. A part of low order is not among it: [S]B = R + [k]A tells, without the cofactor.</summary>
    private static readonly string[] Refused = ["low_order_A", "low_order_R", "non_canonical_A", "non_canonical_R", "low_order_residue", "reencoded_k"];

    private static readonly IReadOnlyList<Case> Cases = Read();

    [Fact]
    public void Managed_code_answers_as_the_flags_say() => Check((key, message, signature) => key.CheckManaged(message, signature) is null);

    [Fact]
    public void Libcrypto_after_our_checks_answers_as_the_flags_say()
    {
        Needs.LibCrypto();
        Check((key, message, signature) => key.CheckByLibCrypto(message, signature) is null);
    }

    [Fact]
    public void Libcrypto_alone_accepts_165_more_and_the_rule_tells_why()
    {
        Needs.LibCrypto();
        var raw = Cases.Where(test =>
        {
            using var key = LibCrypto.PublicKey(test.Key);
            return LibCrypto.Verifies(key, test.Message, test.Signature);
        }).ToList();
        Assert.Equal(208, raw.Count);
        Assert.Equal(43, raw.Count(test => test.IsAccepted));

        var more = raw.Where(test => !test.IsAccepted).ToList();
        Assert.Equal(165, more.Count);
        Assert.All(more, test => Assert.Contains(Rule(test), (IEnumerable<string>)
            ["ed25519/key-not-canonical", "ed25519/key-of-low-order", "ed25519/r-not-canonical", "ed25519/r-of-low-order"]));
    }

    private static void Check(Func<Ed25519PublicKey, byte[], byte[], bool> verifies)
    {
        Assert.Equal(914, Cases.Count);
        Assert.Equal(43, Cases.Count(test => test.IsAccepted));
        Assert.DoesNotContain(Cases, test => test.IsAccepted != (Ed25519PublicKey.Of(test.Key).TryGet(out var key, out _) && verifies(key, test.Message, test.Signature)));
    }

    /// <summary>What is refused before the equation is looked at.</summary>
    private static string? Rule(Case test) => (Ed25519PublicKey.Of(test.Key).Rejection ?? Ed25519Rule.CheckSignature(test.Signature))?.Rule;

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
