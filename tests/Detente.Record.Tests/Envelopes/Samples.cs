using System.Text;
using Detente.Record.Envelopes;
using Detente.Record.Json;
using Detente.Record.Signatures;

namespace Detente.Record.Tests.Envelopes;

/// <summary>An envelope made by another implementation (OpenSSL by way of Node.js), and the keys that signed it: RFC 8032 section 7.1, TEST 1 and TEST 2.</summary>
internal static class Samples
{
    /// <summary>Its payload: <c>{"made":"1987-12-08","number":1,"says":"é"}</c>.</summary>
    public const string Envelope =
        """{"payload":"eyJtYWRlIjoiMTk4Ny0xMi0wOCIsIm51bWJlciI6MSwic2F5cyI6IsOpIn0=","payloadType":"application/vnd.detente.statement.v1+json","signatures":[{"keyid":"21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9","sig":"p+8yONAWL7E6aV5y664qk+jDCw/90Ppl9PK7DI9pIpXuPNGXz8S1B9lx/CdXgcqoHiaqfqpdPDduSXPGUF+wCA=="},{"keyid":"39f713d0a644253f04529421b9f51b9b08979d08295959c4f3990ee617f5139f","sig":"bPsFZwMwElSOcPo5V6ETZYBwIg4IS08vDqfp7iMoCSKul6oS+bIDdlKEpzrAIB15HNTtZp+xbQFbSHnp3OfeAg=="}]}""";

    public static byte[] EnvelopeBytes { get; } = Encoding.UTF8.GetBytes(Envelope);

    public static byte[] Payload { get; } = Encoding.UTF8.GetBytes("""{"made":"1987-12-08","number":1,"says":"é"}""");

    public static Ed25519PublicKey First { get; } = Key("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

    public static Ed25519PublicKey Second { get; } = Key("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");

    public static IReadOnlyList<Official> Officials { get; } = [new("Minister 1", First), new("Minister 2", Second)];

    /// <summary>Made when asked for: they need libcrypto, the keys above do not.</summary>
    public static IReadOnlyList<IEd25519Signer> Signers => [
        Ed25519PrivateKey.FromSeed(Convert.FromHexString("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")),
        Ed25519PrivateKey.FromSeed(Convert.FromHexString("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")),
    ];

    /// <summary>Text that is well formed as an envelope, whatever stands in its parts.</summary>
    public static byte[] Write(string type, string payload, params IReadOnlyList<(string KeyId, string Signature)> signatures) => Jcs.Write(new JsonValue.Object([
        new("payload", new JsonValue.Text(payload)),
        new("payloadType", new JsonValue.Text(type)),
        new("signatures", new JsonValue.Array([.. signatures.Select(signature => new JsonValue.Object([
            new("keyid", new JsonValue.Text(signature.KeyId)),
            new("sig", new JsonValue.Text(signature.Signature)),
        ]))])),
    ]));

    private static Ed25519PublicKey Key(string hex) => Ed25519PublicKey.Of(Convert.FromHexString(hex)).OrThrow();
}
