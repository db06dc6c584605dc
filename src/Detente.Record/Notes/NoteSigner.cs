using Detente.Record.Signatures;

namespace Detente.Record.Notes;

/// <summary>Signs notes with Ed25519, type 01 (c2sp.org/signed-note).</summary>
/// <param name="Name">The key's name: not empty, no Unicode space, no plus. A log's should be its origin.</param>
/// <param name="Signer">Who holds the key.</param>
public sealed record NoteSigner(string Name, IEd25519Signer Signer)
{
    /// <summary>The key that verifies what it signs.</summary>
    public VerifierKey Key { get; } = VerifierKey.Ed25519(Name, Signer.PublicKey);

    /// <summary>Its signature line for a text.</summary>
    public NoteSignature Sign(ReadOnlySpan<byte> text) => new(Name, Key.KeyId, Signer.Sign(text));
}
