using Detente.Record.Signatures;

namespace Detente.Record.Notes;

/// <summary>Signs notes with Ed25519, type 01 (c2sp.org/signed-note).</summary>
/// <param name="name">The key's name: not empty, no Unicode space, no plus. A log's should be its origin.</param>
/// <param name="signer">Who holds the key.</param>
/// <exception cref="ArgumentException">The name cannot be a key's.</exception>
public sealed class NoteSigner(string name, IEd25519Signer signer)
{
    /// <summary>The key's name.</summary>
    public string Name => Key.Name;

    /// <summary>Who holds the key.</summary>
    public IEd25519Signer Signer => signer;

    /// <summary>The key that verifies what it signs.</summary>
    public VerifierKey Key { get; } = VerifierKey.Ed25519(name, signer.PublicKey);

    /// <summary>Its signature line for a text.</summary>
    public NoteSignature Sign(ReadOnlySpan<byte> text) => new(Name, Key.KeyId, signer.Sign(text));
}
