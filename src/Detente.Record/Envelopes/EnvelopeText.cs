using System.Globalization;
using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Json;
using Detente.Record.Signatures;

namespace Detente.Record.Envelopes;

/// <summary>
/// The JSON of an envelope, in its one spelling: canonical JSON (RFC 8785) of
/// <code>{"payload":"base64","payloadType":"…","signatures":[{"keyid":"64 hex digits","sig":"base64"}, …]}</code>
/// with these members and no other; base64 of RFC 4648 section 4, padded; signatures in the order of their key ids, each id once.
/// </summary>
internal static class EnvelopeText
{
    /// <summary>The limits of the JSON: an object, a list in it, an object in that.</summary>
    public static readonly JsonLimits Limits = new(Envelope.MaxLength, 3);

    /// <summary>The JSON of an envelope.</summary>
    public static byte[] Write(PayloadType type, ReadOnlySpan<byte> payload, IReadOnlyList<EnvelopeSignature> signatures)
        => Jcs.Write(new JsonValue.Object([
            new("payload", new JsonValue.Text(StrictBase64.Encode(payload))),
            new("payloadType", new JsonValue.Text(type.Name)),
            new("signatures", new JsonValue.Array([.. signatures.Select(signature => new JsonValue.Object([
                new("keyid", new JsonValue.Text(signature.KeyId.ToString())),
                new("sig", new JsonValue.Text(StrictBase64.Encode(signature.Signature.Span))),
            ]))])),
        ]));

    /// <summary>The parts of an envelope, from canonical JSON; rules <c>envelope/…</c>.</summary>
    public static Parsed<(PayloadType Type, byte[] Payload, IReadOnlyList<EnvelopeSignature> Signatures)> Read(JsonValue json)
    {
        // Canonical members are sorted, so there is one list of them.
        if (json is not JsonValue.Object
            {
                Members: [
                    { Name: "payload", Value: JsonValue.Text body },
                    { Name: "payloadType", Value: JsonValue.Text name },
                    { Name: "signatures", Value: JsonValue.Array { Items: var items } list }]
            })
        {
            return new Rejection("envelope/members", "An envelope is an object with the members payload, payloadType and signatures alone: a string, a string and a list.", json.Place.Start);
        }

        if (!StrictBase64.TryDecode(Encoding.UTF8.GetBytes(body.Value), out var payload))
        {
            return new Rejection("envelope/payload-base64", "The payload is not strict base64 (RFC 4648, section 4).", body.Place.Start);
        }

        if (PayloadType.Named(name.Value) is not { } type)
        {
            return new Rejection("envelope/unknown-type", "The payload type is none of those there are.", name.Place.Start);
        }

        if (items.Count is 0 or > Envelope.MaxSignatures)
        {
            return new Rejection("envelope/signature-count", string.Create(CultureInfo.InvariantCulture, $"There are {items.Count} signatures; an envelope has 1 to {Envelope.MaxSignatures}."), list.Place.Start);
        }

        var signatures = new List<EnvelopeSignature>(items.Count);
        foreach (var item in items)
        {
            if (!ReadSignature(item).TryGet(out var signature, out var rejection))
            {
                return rejection;
            }

            var order = signatures.Count == 0 ? -1 : KeyId.Compare(signatures[^1].KeyId, signature.KeyId);
            if (order >= 0)
            {
                return order == 0
                    ? new Rejection("envelope/duplicate-key-id", "Two signatures have the same key id.", item.Place.Start)
                    : new Rejection("envelope/signature-order", "The signatures are not sorted by key id.", item.Place.Start);
            }

            signatures.Add(signature);
        }

        return (type, payload, signatures);
    }

    private static Parsed<EnvelopeSignature> ReadSignature(JsonValue json)
        => json is not JsonValue.Object { Members: [{ Name: "keyid", Value: JsonValue.Text id }, { Name: "sig", Value: JsonValue.Text text }] }
            ? new Rejection("envelope/signature-members", "A signature is an object with the members keyid and sig alone, both strings.", json.Place.Start)
            : !HashText.TryReadHex(id.Value, out var keyId)
                ? new Rejection("envelope/key-id", "The key id is not 64 lower-case hexadecimal digits.", id.Place.Start)
            : !StrictBase64.TryDecode(Encoding.UTF8.GetBytes(text.Value), out var signature)
                ? new Rejection("envelope/signature-base64", "The signature is not strict base64 (RFC 4648, section 4).", text.Place.Start)
            : signature.Length != Ed25519PublicKey.SignatureSize
                ? new Rejection("envelope/signature-length", string.Create(CultureInfo.InvariantCulture, $"The signature has {signature.Length} bytes; one of Ed25519 has {Ed25519PublicKey.SignatureSize}."), text.Place.Start)
            : new EnvelopeSignature(keyId, signature);
}
