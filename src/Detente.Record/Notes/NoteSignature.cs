using System.Buffers.Binary;

namespace Detente.Record.Notes;

/// <summary>One signature line of a note: <c>— name base64(key id ‖ signature)</c> (c2sp.org/signed-note).</summary>
/// <param name="Name">The key's name.</param>
/// <param name="KeyId">Four bytes of the key's hash, big-endian. With the name it says which key signed; alone it proves nothing.</param>
/// <param name="Signature">The signature's bytes, without the key id.</param>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Signature)
{
    /// <inheritdoc/>
    public bool Equals(NoteSignature? other)
        => other is not null && Name == other.Name && KeyId == other.KeyId && Signature.Span.SequenceEqual(other.Signature.Span);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, KeyId, Signature.Length);

    /// <summary>The line, without its line feed.</summary>
    public override string ToString()
    {
        var bytes = new byte[sizeof(uint) + Signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Signature.Span.CopyTo(bytes.AsSpan(sizeof(uint)));
        return $"— {Name} {Convert.ToBase64String(bytes)}";
    }
}
