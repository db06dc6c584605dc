using System.Security.Cryptography;
using Detente.Record.Bytes;
using Detente.Record.Signatures;

namespace Detente.Record.Envelopes;

/// <summary>
/// The <c>keyid</c> of an envelope's signature: SHA-256 of the 32 bytes of the Ed25519 public key, in 64 lower-case hexadecimal
/// digits. It names the whole key, so two keys never share one; the 4 bytes by which a note names a key are another thing.
/// </summary>
public static class KeyId
{
    /// <summary>The id of a key.</summary>
    public static Hash32 Of(Ed25519PublicKey key) => Hash32.Of(SHA256.HashData(key.Bytes.Span));

    /// <summary>Below 0 where the first stands before the second in an envelope: by the bytes, which is also the ordinal order of the digits.</summary>
    internal static int Compare(in Hash32 first, in Hash32 second) => first.ToArray().AsSpan().SequenceCompareTo(second.ToArray());
}
