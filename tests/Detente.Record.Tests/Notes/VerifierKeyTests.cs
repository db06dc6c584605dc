using Detente.Record.Notes;
using Detente.Record.Signatures;
using Detente.Record.Tests.Mutations;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Notes;

public sealed class VerifierKeyTests
{
    private const string Published = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static readonly Ed25519PublicKey Key = SlowSigner.Of(1).PublicKey;

    [Fact]
    public void What_is_written_is_read_back() => Prop.ForAll(Generators.Names.ToArbitrary(), name =>
    {
        foreach (var key in new[] { VerifierKey.Ed25519(name, Key), VerifierKey.Ed25519Cosignature(name, Key) })
        {
            Assert.Equal(key, VerifierKey.Parse(key.ToString()).OrThrow());
            Assert.Equal(key.ToString(), VerifierKey.Parse(key.ToString()).OrThrow().ToString());
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_key_of_another_type_has_another_id()
        => Assert.NotEqual(VerifierKey.Ed25519("a", Key).KeyId, VerifierKey.Ed25519Cosignature("a", Key).KeyId);

    [Theory]
    [InlineData("", "vkey/parts")]
    [InlineData("example.com/foo", "vkey/parts")]
    [InlineData("example.com/foo+530d903a", "vkey/parts")]
    [InlineData("+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "vkey/name")]
    [InlineData("exa mple+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "vkey/name")]
    [InlineData("exa\u0001mple+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "vkey/name")]
    [InlineData("exa\nmple+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "vkey/name")]
    [InlineData("example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "vkey/key-id-hex")]
    [InlineData("example.com/foo+530d903+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "vkey/key-id-hex")]
    [InlineData("example.com/foo+530d903a+", "vkey/base64")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k ", "vkey/base64")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n", "vkey/base64")]
    [InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "vkey/key-id")]
    [InlineData("example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "vkey/key-id")]
    [InlineData("example.com/foo+530d903a+AQ==", "vkey/key-length")]
    [InlineData("example.com/foo+530d903a+BukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "vkey/key-length")] // 06 with 32 bytes
    [InlineData("example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "vkey/type-not-supported")] // 02, ECDSA
    [InlineData("example.com/foo+530d903a+BekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "vkey/type-not-supported")] // 05, RFC 6962
    [InlineData("example.com/foo+530d903a+A+kyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "vkey/type-reserved")] // 03
    [InlineData("example.com/foo+530d903a++ukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "vkey/type-reserved")] // fa
    [InlineData("example.com/foo+530d903a+/+kyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "vkey/type-reserved")] // ff
    [InlineData("example.com/foo+530d903a+AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "ed25519/key-of-low-order")] // the neutral point
    public void Any_other_is_refused(string vkey, string rule)
    {
        Assert.Equal(rule, VerifierKey.Parse(vkey).Rejection?.Rule);
        Assert.True(VerifierKey.Parse(Published).IsOk);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_name() => Assert.Equal("vkey/name", VerifierKey.Parse(Published.Replace("foo", "\ud800", StringComparison.Ordinal)).Rejection!.Rule);

    [Fact]
    public void A_text_that_is_too_long_is_refused()
    {
        Assert.Equal("vkey/too-long", VerifierKey.Parse(new string('a', VerifierKey.MaxLength + 1)).Rejection!.Rule);
        Assert.Equal("vkey/too-long", VerifierKey.Parse(new string('a', 10_000_000)).Rejection!.Rule);
    }
}
