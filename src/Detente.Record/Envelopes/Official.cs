using Detente.Record.Bytes;
using Detente.Record.Signatures;

namespace Detente.Record.Envelopes;

/// <summary>Somebody who may sign, with the keys that are theirs. However many of the keys sign, it is one official who did.</summary>
public sealed class Official
{
    /// <summary>An official with their keys.</summary>
    /// <param name="name">Who: an office and a number, such as <c>Minister of Defence 1</c>. Two of one name are one official.</param>
    /// <param name="keys">Their keys; a key twice is one key.</param>
    public Official(string name, params IReadOnlyList<Ed25519PublicKey> keys)
    {
        Name = name;
        Keys = [.. keys.Distinct()];
        KeysById = Keys.ToDictionary(key => KeyId.Of(key));
    }

    /// <summary>Who.</summary>
    public string Name { get; }

    /// <summary>Their keys.</summary>
    public IReadOnlyList<Ed25519PublicKey> Keys { get; }

    internal IReadOnlyDictionary<Hash32, Ed25519PublicKey> KeysById { get; }

    /// <inheritdoc cref="Name"/>
    public override string ToString() => Name;
}
