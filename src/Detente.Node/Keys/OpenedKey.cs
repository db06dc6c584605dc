using Detente.Record.Notes;
using Detente.Record.Signatures;

namespace Detente.Node.Keys;

/// <summary>A key that can sign, with the name it signs by. Whoever opened it disposes of it.</summary>
/// <param name="Name">Its name: of a log, the origin.</param>
/// <param name="Signer">What signs.</param>
public sealed record OpenedKey(string Name, IEd25519Signer Signer) : IDisposable
{
    /// <summary>Signs notes by this key.</summary>
    public NoteSigner NoteSigner { get; } = new(Name, Signer);

    /// <summary>Wipes what is secret in memory.</summary>
    public void Dispose() => (Signer as IDisposable)?.Dispose();
}
