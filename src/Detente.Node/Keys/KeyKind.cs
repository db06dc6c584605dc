namespace Detente.Node.Keys;

/// <summary>Where the private part of a key is.</summary>
public enum KeyKind
{
    /// <summary>In the file, encrypted by a passphrase.</summary>
    Encrypted,

    /// <summary>In an ssh-agent.</summary>
    Agent,
}
