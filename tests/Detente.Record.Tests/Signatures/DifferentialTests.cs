using System.Globalization;

namespace Detente.Record.Tests.Signatures;

/// <summary>
/// Managed code and libcrypto, on the same cases. After the rule's own checks they must agree; where libcrypto alone answers
/// otherwise, the rule must tell why. <c>DETENTE_ED25519_CASES</c> asks for more cases, <c>DETENTE_ED25519_SEED</c> for others.
/// </summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    /// <summary>The rules on which libraries differ.</summary>
    private static readonly string[] Differing = ["ed25519/key-not-canonical", "ed25519/key-of-low-order", "ed25519/r-not-canonical", "ed25519/r-of-low-order"];

    [Fact]
    public void Managed_code_and_libcrypto_agree()
    {
        Needs.LibCrypto();
        using var cases = new DifferentialCases(Setting("DETENTE_ED25519_SEED", 1));
        var tally = new Dictionary<string, (int Cases, int Verified, int Otherwise)>();
        var differing = new List<string>();
        for (var i = 0; i < Setting("DETENTE_ED25519_CASES", 20_000); i++)
        {
            var kind = DifferentialCases.Kinds[i % DifferentialCases.Kinds.Count];
            var (key, message, signature) = cases.Make(kind);
            var rule = SecondOpinion.Rule(key, message, signature);
            var alone = SecondOpinion.VerifiesUnchecked(key, message, signature);
            if ((alone && SecondOpinion.PassesChecks(key, signature)) != rule is null || (alone != rule is null && !Differing.Contains(rule)))
            {
                differing.Add($"{kind}: {rule} {Convert.ToHexStringLower(key)} {Convert.ToHexStringLower(message)} {Convert.ToHexStringLower(signature)}");
            }

            var (count, verified, otherwise) = tally.GetValueOrDefault(kind);
            tally[kind] = (count + 1, verified + (rule is null ? 1 : 0), otherwise + (alone != rule is null ? 1 : 0));
        }

        foreach (var (kind, (count, verified, otherwise)) in tally)
        {
            output.WriteLine($"{kind}: {count} cases, {verified} verify, libcrypto alone answers otherwise in {otherwise}");
        }

        Assert.Empty(differing);
        Assert.All((string[])["good", "low order that cancels"], kind => Assert.Equal(tally[kind].Cases, tally[kind].Verified));
        Assert.All((string[])["bit of A", "bit of R", "bit of S", "S + nL", "A of low order", "R of low order", "random"], kind => Assert.Equal(0, tally[kind].Verified));
        Assert.InRange(tally["good, mixed order"].Verified, 1, tally["good, mixed order"].Cases - 1);
        Assert.True(tally.Values.Sum(kind => kind.Otherwise) > 0);
    }

    private static int Setting(string name, int otherwise)
        => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;
}
