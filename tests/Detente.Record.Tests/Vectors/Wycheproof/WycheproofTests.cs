using System.Text.Json;
using Detente.Record.Tests.Signatures;

namespace Detente.Record.Tests.Vectors.Wycheproof;

/// <summary>Signatures whole, cut, lengthened, forged and malleable: see data/SOURCE.md.</summary>
public sealed class WycheproofTests
{
    [Fact]
    public void Ed25519_by_managed_code() => Check(SecondOpinion.VerifiesManaged);

    [Fact]
    public void Ed25519_by_libcrypto()
    {
        Needs.LibCrypto();
        Check(SecondOpinion.Verifies);
    }

    private static void Check(Func<byte[], byte[], byte[], bool> verifies)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Tree.Vector("Wycheproof", "ed25519_test.json")));
        var (count, wrong) = (0, new List<string>());
        foreach (var group in file.RootElement.GetProperty("testGroups").EnumerateArray())
        {
            var key = Bytes(group.GetProperty("publicKey"), "pk");
            foreach (var test in group.GetProperty("tests").EnumerateArray())
            {
                count++;
                if (verifies(key, Bytes(test, "msg"), Bytes(test, "sig")) != (test.GetProperty("result").GetString() == "valid"))
                {
                    wrong.Add($"{test.GetProperty("tcId")}: {test.GetProperty("comment")}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(151, count);
    }

    private static byte[] Bytes(JsonElement of, string name) => Convert.FromHexString(of.GetProperty(name).GetString()!);
}
