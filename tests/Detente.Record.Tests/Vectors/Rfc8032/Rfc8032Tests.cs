using System.Text.Json;
using Detente.Record.Signatures;
using Detente.Record.Tests.Signatures;

namespace Detente.Record.Tests.Vectors.Rfc8032;

/// <summary>RFC 8032 section 7.1: see data/SOURCE.md.</summary>
public sealed class Rfc8032Tests
{
    public static TheoryData<string, string, string, string, string> Cases()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Tree.Vector("Rfc8032", "rfc8032-7.1.json")));
        var cases = new TheoryData<string, string, string, string, string>();
        foreach (var test in file.RootElement.EnumerateArray())
        {
            string Text(string name) => test.GetProperty(name).GetString()!;
            cases.Add(Text("name"), Text("secretKey"), Text("publicKey"), Text("message"), Text("signature"));
        }

        Assert.Equal(5, cases.Count);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Managed_code_verifies_it(string name, string secretKey, string publicKey, string message, string signature)
    {
        _ = (name, secretKey);
        var key = Ed25519PublicKey.Of(Convert.FromHexString(publicKey)).OrThrow();
        Assert.Null(key.Check(Convert.FromHexString(message), Convert.FromHexString(signature)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Libcrypto_signs_and_verifies_it(string name, string secretKey, string publicKey, string message, string signature)
    {
        _ = name;
        Needs.LibCrypto();
        using var key = Ed25519PrivateKey.FromSeed(Convert.FromHexString(secretKey));
        Assert.Equal(publicKey, $"{key.PublicKey}");
        Assert.Equal(signature, Convert.ToHexStringLower(key.Sign(Convert.FromHexString(message))));
        Assert.True(SecondOpinion.Verifies(Convert.FromHexString(publicKey), Convert.FromHexString(message), Convert.FromHexString(signature)));
    }
}
