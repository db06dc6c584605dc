using System.Globalization;
using Detente.Record.Bytes;
using Detente.Record.Json;
using Detente.Record.Signatures;

namespace Detente.Record.Envelopes;

/// <summary>
/// A payload with signatures: an envelope of DSSE (github.com/secure-systems-lab/dsse, protocol.md 1.0 and envelope.md) in one
/// spelling, <see cref="EnvelopeText"/>, and with Ed25519 alone. Reading one verifies nothing.
/// </summary>
/// <remarks>
/// It is narrower than DSSE, on purpose, wherever DSSE lets two texts be one envelope: no base64 of the alphabet for URLs, no
/// signature without key id, no other order, no white space. Any verifier of DSSE that is given the keys reads ours.
/// </remarks>
public sealed class Envelope
{
    /// <summary>The longest envelope, in bytes. What stands in a log as it is has a lower limit, that of a log's entry.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>The most signatures one envelope has.</summary>
    public const int MaxSignatures = 100;

    /// <summary>Objects and lists within one another in a payload, the outermost counted.</summary>
    public const int MaxPayloadDepth = 64;

    private readonly byte[] bytes;

    private Envelope(byte[] bytes, PayloadType type, byte[] payload, IReadOnlyList<EnvelopeSignature> signatures)
    {
        this.bytes = bytes;
        Type = type;
        Payload = payload;
        Signatures = signatures;
    }

    /// <summary>What the payload is said to be; signed with it.</summary>
    public PayloadType Type { get; }

    /// <summary>What is signed. Until it is verified it is nobody's word, and may be no JSON at all.</summary>
    public ReadOnlyMemory<byte> Payload { get; }

    /// <summary>In the order of their key ids, each id once; at least one.</summary>
    public IReadOnlyList<EnvelopeSignature> Signatures { get; }

    /// <summary>Its canonical bytes: for an envelope that was read, those it was read from.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>The envelope the bytes say; rules <c>envelope/…</c>. Never throws for what is in them.</summary>
    public static Parsed<Envelope> Parse(ReadOnlySpan<byte> bytes)
        => JsonTree.ReadCanonical(bytes, EnvelopeText.Limits, "envelope").TryGet(out var json, out var rejection) ? Read(json, bytes) : rejection;

    /// <summary>An envelope of a payload and signatures made elsewhere, in any order.</summary>
    /// <exception cref="ArgumentException">
    /// The payload is not canonical JSON of integers, no signature or too many are given, two have one key id, one is not 64 bytes long, or it all comes to
    /// more than <see cref="MaxLength"/> bytes: what could not be read must not be sent.
    /// </exception>
    public static Envelope Of(PayloadType type, ReadOnlySpan<byte> payload, IReadOnlyList<EnvelopeSignature> signatures)
    {
        if (EnvelopePayload.Read(payload).Rejection is { } refused)
        {
            throw new ArgumentException(refused.ToString(), nameof(payload));
        }

        var sorted = signatures.Order(Comparer<EnvelopeSignature>.Create((first, second) => KeyId.Compare(first.KeyId, second.KeyId))).ToList();
        return Parse(EnvelopeText.Write(type, payload, sorted)).TryGet(out var envelope, out var rejection)
            ? envelope
            : throw new ArgumentException(rejection.ToString(), nameof(signatures));
    }

    /// <summary>A payload, signed.</summary>
    /// <exception cref="ArgumentException">As <see cref="Of"/>.</exception>
    /// <exception cref="InvalidOperationException">A signer gave something its own key does not verify.</exception>
    public static Envelope Sign(PayloadType type, ReadOnlySpan<byte> payload, params IReadOnlyList<IEd25519Signer> signers)
    {
        var message = PreAuthentication.Encode(type.Name, payload);
        return Of(type, payload, [.. signers.Select(signer => SignOne(signer, message))]);
    }

    /// <summary>The same payload with further signatures: officials sign one after another.</summary>
    /// <exception cref="ArgumentException">A key has signed already, or there are too many signatures.</exception>
    /// <exception cref="InvalidOperationException">A signer gave something its own key does not verify.</exception>
    public Envelope SignedAlsoBy(params IReadOnlyList<IEd25519Signer> signers)
    {
        var message = PreAuthentication.Encode(Type.Name, Payload.Span);
        return Of(Type, Payload.Span, [.. Signatures, .. signers.Select(signer => SignOne(signer, message))]);
    }

    /// <summary>
    /// Verifies the signatures of known keys. Those of unknown key ids are ignored; a known one that fails rejects the envelope. Only then is
    /// the payload read.
    /// </summary>
    /// <param name="expected">The one type this place accepts.</param>
    /// <param name="officials">Who may sign here.</param>
    /// <param name="threshold">How many officials must have signed, at least 1: distinct officials, not keys and not signatures.</param>
    /// <returns>
    /// The payload and who signed it; or a rejection by <c>envelope/unexpected-type</c>, <c>envelope/ambiguous-key</c>,
    /// <c>envelope/bad-signature</c>, <c>envelope/below-threshold</c>, or <c>payload/…</c>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is below 1, so that anything would do.</exception>
    public Parsed<VerifiedEnvelope> Verify(PayloadType expected, IReadOnlyList<Official> officials, int threshold)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1);
        if (Type != expected)
        {
            return new Rejection("envelope/unexpected-type", $"The payload type is {Type.Name}; here only {expected.Name} is accepted.");
        }

        var message = PreAuthentication.Encode(Type.Name, Payload.Span);
        var signers = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (keyId, signature) in Signatures)
        {
            var owners = officials.Where(official => official.KeysById.ContainsKey(keyId)).ToList();
            if (owners.Select(owner => owner.Name).Distinct().Count() > 1)
            {
                return new Rejection("envelope/ambiguous-key", $"The key with the id {keyId} is said to be that of two officials.");
            }

            if (owners.Count > 0)
            {
                if (!owners[0].KeysById[keyId].Verifies(message, signature.Span))
                {
                    return new Rejection("envelope/bad-signature", $"The signature by the known key with the id {keyId} does not verify.");
                }

                signers.Add(owners[0].Name);
            }
        }

        if (signers.Count < threshold)
        {
            return new Rejection("envelope/below-threshold", string.Create(CultureInfo.InvariantCulture, $"{signers.Count} known officials signed the envelope; at least {threshold} must."));
        }

        return EnvelopePayload.Read(Payload.Span).TryGet(out var content, out var rejection) ? new VerifiedEnvelope(this, content, [.. signers]) : rejection;
    }

    /// <summary>The envelope canonical JSON says.</summary>
    internal static Parsed<Envelope> Read(JsonValue json, ReadOnlySpan<byte> bytes)
        => EnvelopeText.Read(json).TryGet(out var parts, out var rejection) ? new Envelope(bytes.ToArray(), parts.Type, parts.Payload, parts.Signatures) : rejection;

    private static EnvelopeSignature SignOne(IEd25519Signer signer, ReadOnlySpan<byte> message)
    {
        var signature = signer.Sign(message);

        // A device or an agent may fail in silence; what it gave would make every reader refuse the envelope.
        return signer.PublicKey.Verifies(message, signature)
            ? new EnvelopeSignature(KeyId.Of(signer.PublicKey), signature)
            : throw new InvalidOperationException($"The signer with the key {signer.PublicKey} gave no signature of it.");
    }
}
