namespace Detente.Record.Signatures;

/// <summary>Whatever signs with an Ed25519 key: a private key in memory, an agent that keeps it, a device.</summary>
public interface IEd25519Signer
{
    /// <summary>The key its signatures verify under.</summary>
    Ed25519PublicKey PublicKey { get; }

    /// <summary>The signature of a message, RFC 8032 section 5.1.6 (pure Ed25519, no context): 64 bytes.</summary>
    byte[] Sign(ReadOnlySpan<byte> message);
}
