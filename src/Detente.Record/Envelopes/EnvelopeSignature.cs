using Detente.Record.Bytes;

namespace Detente.Record.Envelopes;

/// <summary>One signature of an envelope. Nothing is verified.</summary>
/// <param name="KeyId">Which key is said to have made it, <see cref="Envelopes.KeyId"/>. Nobody signs this: it only chooses the key to try.</param>
/// <param name="Signature">64 bytes, Ed25519 (RFC 8032) over <see cref="PreAuthentication"/>.</param>
public sealed record EnvelopeSignature(Hash32 KeyId, ReadOnlyMemory<byte> Signature)
{
    /// <inheritdoc/>
    public bool Equals(EnvelopeSignature? other) => other is not null && KeyId == other.KeyId && Signature.Span.SequenceEqual(other.Signature.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => KeyId.GetHashCode();
}
