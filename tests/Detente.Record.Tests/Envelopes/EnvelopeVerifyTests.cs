using System.Text;
using Detente.Record.Envelopes;
using Detente.Record.Json;
using Detente.Record.Signatures;

namespace Detente.Record.Tests.Envelopes;

/// <summary>Who is taken to have signed what.</summary>
public sealed class EnvelopeVerifyTests
{
    private static readonly Envelope Both = Envelope.Parse(Samples.EnvelopeBytes).OrThrow();

    [Fact]
    public void What_another_implementation_signed_is_verified()
    {
        var verified = Both.Verify(PayloadType.Statement, Samples.Officials, 2).OrThrow();
        Assert.Equal(["Minister 1", "Minister 2"], verified.Officials);
        Assert.Equal(PayloadType.Statement, verified.Type);
        Assert.Equal(Samples.Payload, verified.Payload.ToArray());
        Assert.Equal("1987-12-08", Assert.IsType<JsonValue.Text>(Assert.IsType<JsonValue.Object>(verified.Content).Members[0].Value).Value);
    }

    [Fact]
    public void Signing_the_same_gives_the_same_bytes()
    {
        Needs.LibCrypto();
        Assert.Equal(Samples.Envelope, Encoding.UTF8.GetString(Envelope.Sign(PayloadType.Statement, Samples.Payload, Samples.Signers).Bytes.Span));
        Assert.Equal(
            Samples.Envelope,
            Encoding.UTF8.GetString(Envelope.Sign(PayloadType.Statement, Samples.Payload, Samples.Signers[0]).SignedAlsoBy(Samples.Signers[1]).Bytes.Span));
    }

    [Fact]
    public void Every_place_accepts_one_type()
    {
        foreach (var type in PayloadType.All.Except([PayloadType.Statement]))
        {
            Assert.Equal("envelope/unexpected-type", Both.Verify(type, Samples.Officials, 1).Rejection?.Rule);

            // Whoever renames it changes what was signed.
            var renamed = Envelope.Of(type, Both.Payload.Span, Both.Signatures);
            Assert.Equal("envelope/bad-signature", renamed.Verify(type, Samples.Officials, 1).Rejection?.Rule);
        }
    }

    [Fact]
    public void A_threshold_counts_officials_and_not_their_keys()
    {
        Official[] one = [new("Minister 1", Samples.First, Samples.Second)];
        Assert.Equal(["Minister 1"], Both.Verify(PayloadType.Statement, one, 1).OrThrow().Officials);
        Assert.Equal("envelope/below-threshold", Both.Verify(PayloadType.Statement, one, 2).Rejection?.Rule);

        // Told in two parts, it is still one official.
        Official[] parts = [new("Minister 1", Samples.First), new("Minister 1", Samples.Second)];
        Assert.Equal("envelope/below-threshold", Both.Verify(PayloadType.Statement, parts, 2).Rejection?.Rule);
    }

    [Fact]
    public void Unknown_keys_count_for_nothing()
    {
        Assert.Equal(["Minister 2"], Both.Verify(PayloadType.Statement, [Samples.Officials[1]], 1).OrThrow().Officials);
        Assert.Equal("envelope/below-threshold", Both.Verify(PayloadType.Statement, [Samples.Officials[1]], 2).Rejection?.Rule);
        Assert.Equal("envelope/below-threshold", Both.Verify(PayloadType.Statement, [], 1).Rejection?.Rule);
        Assert.Equal("envelope/below-threshold", Both.Verify(PayloadType.Statement, [new Official("Minister 3")], 1).Rejection?.Rule);
    }

    /// <summary>Nobody known signed wrongly: what stands under an unknown key id is not looked at.</summary>
    [Fact]
    public void A_bad_signature_rejects_where_its_key_is_known()
    {
        EnvelopeSignature[] bad = [Both.Signatures[0], Both.Signatures[1] with { Signature = new byte[64] }];
        var envelope = Envelope.Of(Both.Type, Both.Payload.Span, bad);
        Assert.Equal("envelope/bad-signature", envelope.Verify(PayloadType.Statement, Samples.Officials, 1).Rejection?.Rule);
        var first = Samples.Officials.Where(official => KeyId.Of(official.Keys[0]) == Both.Signatures[0].KeyId).ToList();
        Assert.True(envelope.Verify(PayloadType.Statement, first, 1).IsOk);
    }

    [Fact]
    public void Key_ids_prove_nothing()
    {
        EnvelopeSignature[] swapped = [new(Both.Signatures[0].KeyId, Both.Signatures[1].Signature), new(Both.Signatures[1].KeyId, Both.Signatures[0].Signature)];
        Assert.Equal("envelope/bad-signature", Envelope.Of(Both.Type, Both.Payload.Span, swapped).Verify(PayloadType.Statement, Samples.Officials, 1).Rejection?.Rule);
    }

    [Fact]
    public void A_key_of_two_officials_is_nobodys()
    {
        Official[] officials = [.. Samples.Officials, new("Minister 3", Samples.First)];
        Assert.Equal("envelope/ambiguous-key", Both.Verify(PayloadType.Statement, officials, 1).Rejection?.Rule);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_threshold_of_nobody_is_an_error_of_the_caller(int threshold)
        => Assert.Throws<ArgumentOutOfRangeException>(() => Both.Verify(PayloadType.Statement, Samples.Officials, threshold));

    [Theory]
    [InlineData("", "payload/json", 0)]
    [InlineData("hello", "payload/json", 0)]
    [InlineData("{\"b\":1,\"a\":1}", "payload/not-canonical", 2)]
    [InlineData("{\"a\": 1}", "payload/not-canonical", 5)]
    [InlineData("{\"a\":1,\"a\":1}", "payload/duplicate-name", 7)]
    [InlineData("{}{}", "payload/trailing", 2)]
    [InlineData("[{\"a\":0.5}]", "payload/number", 6)]
    [InlineData("[9007199254740992]", "payload/number", 1)]
    [InlineData("{\"a\":1e+21}", "payload/number", 5)]
    public void A_payload_is_canonical_json_of_integers(string payload, string rule, int at)
    {
        Needs.LibCrypto();
        var body = Encoding.UTF8.GetBytes(payload);
        Assert.Throws<ArgumentException>(() => Envelope.Sign(PayloadType.Statement, body, Samples.Signers));

        // Another program may have signed it all the same.
        var signer = Samples.Signers[0];
        var signature = Convert.ToBase64String(signer.Sign(PreAuthentication.Encode(PayloadType.Statement.Name, body)));
        var envelope = Envelope.Parse(Samples.Write(PayloadType.Statement.Name, Convert.ToBase64String(body), (KeyId.Of(signer.PublicKey).ToString(), signature))).OrThrow();
        var rejection = envelope.Verify(PayloadType.Statement, Samples.Officials, 1).Rejection!;
        Assert.Equal((rule, at), (rejection.Rule, rejection.Offset));
    }

    [Fact]
    public void A_payload_has_a_depth()
    {
        var deepest = Encoding.UTF8.GetBytes(new string('[', Envelope.MaxPayloadDepth) + new string(']', Envelope.MaxPayloadDepth));
        var envelope = Envelope.Of(PayloadType.Draft, deepest, Both.Signatures);
        Assert.Equal(deepest, envelope.Payload.ToArray());
        Assert.Contains("payload/depth", Assert.Throws<ArgumentException>(() => Envelope.Of(PayloadType.Draft, [(byte)'[', .. deepest, (byte)']'], Both.Signatures)).Message);
    }

    [Fact]
    public void What_could_not_be_read_is_not_made()
    {
        Needs.LibCrypto();
        var signer = Samples.Signers[0];
        Assert.Throws<ArgumentException>(() => Envelope.Sign(PayloadType.Statement, "{}"u8.ToArray()));
        Assert.Throws<ArgumentException>(() => Envelope.Sign(PayloadType.Statement, "{}"u8.ToArray(), signer, signer));
        Assert.Throws<ArgumentException>(() => Envelope.Sign(PayloadType.Statement, "{}"u8.ToArray(), signer).SignedAlsoBy(signer));
        Assert.Throws<ArgumentException>(() => Envelope.Of(PayloadType.Statement, "{}"u8.ToArray(), [new EnvelopeSignature(KeyId.Of(Samples.First), new byte[63])]));
        Assert.Throws<ArgumentException>(() => Envelope.Sign(PayloadType.Statement, Encoding.UTF8.GetBytes('"' + new string('a', Envelope.MaxLength) + '"'), signer));
    }

    [Fact]
    public void A_signer_that_fails_in_silence_is_found_at_once()
        => Assert.Throws<InvalidOperationException>(() => Envelope.Sign(PayloadType.Statement, "{}"u8.ToArray(), new Broken()));

    [Fact]
    public void Types_are_a_closed_list_of_media_types()
    {
        Assert.Equal(PayloadType.All.Count, PayloadType.All.Select(type => type.Name).Distinct().Count());
        Assert.All(PayloadType.All, type => Assert.Matches(@"^application/vnd\.detente\.[a-z-]+\.v1\+json$", type.Name));
        Assert.All(PayloadType.All, type => Assert.Same(type, PayloadType.Named(type.Name)));
        Assert.Equal("application/vnd.detente.statement.v1+json", PayloadType.Statement.ToString());
    }

    private sealed class Broken : IEd25519Signer
    {
        public Ed25519PublicKey PublicKey => Samples.First;

        public byte[] Sign(ReadOnlySpan<byte> message) => new byte[64];
    }
}
