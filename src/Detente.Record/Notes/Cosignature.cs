using System.Buffers.Binary;
using Detente.Record.Bytes;

namespace Detente.Record.Notes;

/// <summary>
/// A signature line that carries a time: eight bytes big-endian, then the signature of type 04 or 06 (c2sp.org/tlog-cosignature). It says that
/// as of that time this was the largest consistent tree of its origin that the cosigner had seen.
/// </summary>
/// <param name="Type"><see cref="SignatureType.Ed25519Cosignature"/> or <see cref="SignatureType.MlDsa44Cosignature"/>.</param>
/// <param name="Name">The cosigner's key name.</param>
/// <param name="KeyId">Its key id.</param>
/// <param name="Time">Seconds since 1970-01-01T00:00:00Z, at most 2^63 − 1. 0 says nothing of time.</param>
/// <param name="Signature">64 bytes of Ed25519 or 2420 of ML-DSA-44.</param>
public sealed record Cosignature(SignatureType Type, string Name, uint KeyId, ulong Time, ReadOnlyMemory<byte> Signature)
{
    /// <summary>The length of an Ed25519 signature, in bytes (RFC 8032).</summary>
    public const int Ed25519Length = 64;

    /// <summary>The length of an ML-DSA-44 signature, in bytes (FIPS 204).</summary>
    public const int MlDsa44Length = 2420;

    /// <summary>The cosignature a line holds; rules <c>cosignature/…</c>.</summary>
    /// <param name="line">The line.</param>
    /// <param name="type">What the key of that name and id signs: the line itself does not say.</param>
    public static Parsed<Cosignature> Of(NoteSignature line, SignatureType type)
    {
        int? length = type switch
        {
            SignatureType.Ed25519Cosignature => Ed25519Length,
            SignatureType.MlDsa44Cosignature => MlDsa44Length,
            _ => null,
        };
        if (length is null)
        {
            return new Rejection("cosignature/type", $"A signature of type {(byte)type:x2} is no cosignature.");
        }

        if (line.Signature.Length != sizeof(ulong) + length)
        {
            return new Rejection("cosignature/length", $"A cosignature of type {(byte)type:x2} has {line.Signature.Length} bytes, not {sizeof(ulong) + length}.");
        }

        var time = BinaryPrimitives.ReadUInt64BigEndian(line.Signature.Span);
        return time > StrictDecimal.Max
            ? new Rejection("cosignature/time-range", "The time of a cosignature is over 2^63 - 1.")
            : new Cosignature(type, line.Name, line.KeyId, time, line.Signature[sizeof(ulong)..]);
    }

    /// <summary>The line that holds it.</summary>
    public NoteSignature ToLine()
    {
        var bytes = new byte[sizeof(ulong) + Signature.Length];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Time);
        Signature.Span.CopyTo(bytes.AsSpan(sizeof(ulong)));
        return new NoteSignature(Name, KeyId, bytes);
    }

    /// <inheritdoc/>
    public bool Equals(Cosignature? other)
        => other is not null && Type == other.Type && Name == other.Name && KeyId == other.KeyId && Time == other.Time && Signature.Span.SequenceEqual(other.Signature.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Name, KeyId, Time);
}
