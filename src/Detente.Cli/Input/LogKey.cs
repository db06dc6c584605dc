using Detente.Node.Keys;
using Detente.Record.Notes;

namespace Detente.Cli.Input;

/// <summary>The key of a log, opened.</summary>
/// <param name="Path">Its file. What it signed last stands beside it.</param>
/// <param name="Opened">What signs.</param>
internal sealed record LogKey(string Path, OpenedKey Opened) : IDisposable
{
    /// <summary>The key in a file; a passphrase is asked for only where the file needs one.</summary>
    public static LogKey Open(string path, string? passphraseFile, Terminal terminal)
    {
        try
        {
            return new LogKey(LogFolder.Normal(path), KeyFiles.OpenSigner(path, () => Passphrase.ForExisting(passphraseFile, terminal)));
        }
        catch (KeyException refusal)
        {
            throw new RefusedException(refusal.Message);
        }
    }

    /// <summary>The name of the key in a file, which is not opened for that.</summary>
    public static string NameOf(string path)
    {
        try
        {
            return KeyFiles.Read(path).Name;
        }
        catch (KeyException refusal)
        {
            throw new RefusedException(refusal.Message);
        }
    }

    /// <summary>What signs the notes of a log: they bear the log's name, whatever the key's own.</summary>
    public NoteSigner SignerFor(string name)
    {
        try
        {
            return new NoteSigner(name, Opened.Signer);
        }
        catch (ArgumentException broken)
        {
            throw new RefusedException($"'{name}' can be no log's origin: {broken.Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Opened.Dispose();
}
