using System.Text;
using System.Text.Json;
using Detente.Record.Envelopes;
using Detente.Record.Signatures;

namespace Detente.Record.Tests.Vectors.Dsse;

/// <summary>
/// The vectors of DSSE (data/SOURCE.md). What is signed and what a threshold counts are theirs; our envelopes are one spelling of
/// theirs with a closed list of types, so every vector is refused as it stands.
/// </summary>
public sealed class DsseTests
{
    [Fact]
    public void The_encoding_of_the_protocol_page() => Assert.Equal(
        "DSSEv1 29 http://example.com/HelloWorld 11 hello world",
        Encoding.UTF8.GetString(PreAuthentication.Encode("http://example.com/HelloWorld", "hello world"u8)));

    public static TheoryData<string> Ids()
    {
        using var file = Read();
        return [.. file.RootElement.GetProperty("vectors").EnumerateArray().Select(vector => vector.GetProperty("id").GetString()!)];
    }

    [Fact]
    public void There_are_nine() => Assert.Equal(9, Ids().Count);

    /// <summary>Distinct trusted keys that verify a signature over our encoding reach the threshold exactly where the vector is to be accepted.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Signatures_verify_over_the_encoding_where_they_should(string id)
    {
        using var file = Read();
        var vector = Vector(file, id);
        var (type, payload) = (vector.GetProperty("envelope").GetProperty("payloadType").GetString()!, Payload(vector));
        var encoded = PreAuthentication.Encode(type, payload);
        Assert.Equal(id != "payload-type-swapped", vector.GetProperty("pae").GetString() == Convert.ToHexStringLower(encoded));

        var signatures = vector.GetProperty("envelope").GetProperty("signatures").EnumerateArray().Select(signature => Base64(signature.GetProperty("sig").GetString()!)).ToList();
        var keys = vector.GetProperty("trustedKeys").EnumerateArray().Select(name => Key(file, name.GetString()!)).ToList();
        var accepted = keys.Count(key => signatures.Any(signature => key.Verifies(encoded, signature))) >= vector.GetProperty("threshold").GetInt32()
            && vector.GetProperty("supportedPayloadTypes").EnumerateArray().Any(supported => supported.GetString() == type);
        Assert.Equal(vector.GetProperty("expect").GetString() == "accept", accepted);
        Assert.Contains(keys, key => signatures.Any(signature => key.Verifies(Convert.FromHexString(vector.GetProperty("pae").GetString()!), signature)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void No_type_but_ours_is_read(string id)
    {
        using var file = Read();
        Assert.Null(PayloadType.Named(Vector(file, id).GetProperty("envelope").GetProperty("payloadType").GetString()!));
    }

    private static JsonDocument Read() => JsonDocument.Parse(File.ReadAllBytes(Tree.Vector("Dsse", "vectors.json")));

    private static JsonElement Vector(JsonDocument file, string id) => file.RootElement.GetProperty("vectors").EnumerateArray().Single(vector => vector.GetProperty("id").GetString() == id);

    private static byte[] Payload(JsonElement vector) => Base64(vector.GetProperty("envelope").GetProperty("payload").GetString()!);

    private static Ed25519PublicKey Key(JsonDocument file, string name) =>
        Ed25519PublicKey.Of(Convert.FromHexString(file.RootElement.GetProperty("keys").GetProperty(name).GetProperty("public").GetString()!)).OrThrow();

    private static byte[] Base64(string text) => Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/'));
}
