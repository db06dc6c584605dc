using Detente.Record.Bytes;

namespace Detente.Record.Signatures;

/// <summary>
/// A public key of Ed25519, RFC 8032: a point of the curve in its one encoding, and not of low order. Two are equal when their
/// bytes are. It may be used by several threads at once. It keeps 5 kB of multiples from its first signature on, so keep the key.
/// </summary>
public sealed class Ed25519PublicKey : IEquatable<Ed25519PublicKey>
{
    /// <summary>The length of a key, in bytes.</summary>
    public const int Size = FieldElement.Size;

    /// <summary>The length of a signature, in bytes.</summary>
    public const int SignatureSize = Ed25519Rule.SignatureSize;

    private readonly byte[] bytes;
    private readonly EdwardsPoint point;
    private EdwardsAddend[][]? multiples;

    private Ed25519PublicKey(byte[] bytes, in EdwardsPoint point) => (this.bytes, this.point) = (bytes, point);

    /// <summary>Its 32 bytes, RFC 8032 section 5.1.5.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>The key in 32 bytes, or the rule they break: <c>ed25519/key-length</c>, <c>-not-canonical</c>, <c>-of-low-order</c>, <c>-not-on-curve</c>.</summary>
    public static Parsed<Ed25519PublicKey> Of(ReadOnlySpan<byte> bytes)
        => Ed25519Rule.ReadKey(bytes, out var point) is { } rejection ? rejection : new Ed25519PublicKey(bytes.ToArray(), point);

    /// <summary>Whether a signature of 64 bytes is this key's, of this message. Every platform gives the same answer.</summary>
    public bool Verifies(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => Check(message, signature) is null;

    /// <summary>
    /// Why a signature is not this key's, of this message, or <c>null</c> where it is: <c>ed25519/signature-length</c>, <c>r-not-canonical</c>,
    /// <c>r-of-low-order</c>, <c>s-not-below-l</c>, <c>not-verified</c>.
    /// </summary>
    public Rejection? Check(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
        => Ed25519Rule.CheckSignature(signature)
            ?? (Ed25519Equation.Holds(bytes, multiples ??= Ed25519Equation.MultiplesOf(point), message, signature)
                ? null
                : new Rejection("ed25519/not-verified", "The signature does not verify under the key."));

    /// <inheritdoc/>
    public bool Equals(Ed25519PublicKey? other) => other is not null && bytes.AsSpan().SequenceEqual(other.bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Ed25519PublicKey);

    /// <inheritdoc/>
    public override int GetHashCode() => BitConverter.ToInt32(bytes);

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(bytes);
}
