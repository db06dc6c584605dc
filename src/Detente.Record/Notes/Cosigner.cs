using Detente.Record.Bytes;
using Detente.Record.Signatures;

namespace Detente.Record.Notes;

/// <summary>Cosigns checkpoints with Ed25519, type 04 (c2sp.org/tlog-cosignature). The message does not bind the name: one key for one cosigner.</summary>
/// <param name="name">The key's name: not empty, no Unicode space, no plus.</param>
/// <param name="signer">Who holds the key.</param>
/// <exception cref="ArgumentException">The name cannot be a key's.</exception>
public sealed class Cosigner(string name, IEd25519Signer signer)
{
    /// <summary>The key's name.</summary>
    public string Name => Key.Name;

    /// <summary>Who holds the key.</summary>
    public IEd25519Signer Signer => signer;

    /// <summary>The key that verifies what it signs.</summary>
    public VerifierKey Key { get; } = VerifierKey.Ed25519Cosignature(name, signer.PublicKey);

    /// <summary>Its signature line for a checkpoint. Whether the checkpoint may be cosigned is for the caller to know.</summary>
    /// <param name="text">The checkpoint's text, with its last line feed.</param>
    /// <param name="time">Now, in seconds since 1970-01-01T00:00:00Z.</param>
    /// <exception cref="ArgumentException">The text is no checkpoint.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is 0 or over 2^63 − 1.</exception>
    public NoteSignature Cosign(ReadOnlySpan<byte> text, ulong time)
    {
        ArgumentOutOfRangeException.ThrowIfZero(time);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, StrictDecimal.Max);
        return Checkpoint.Parse(text).TryGet(out _, out var rejection)
            ? new Cosignature(SignatureType.Ed25519Cosignature, Name, Key.KeyId, time, signer.Sign(CosignedMessage.Ed25519(time, text))).ToLine()
            : throw new ArgumentException(rejection.ToString(), nameof(text));
    }
}
