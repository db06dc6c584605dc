using System.Text;

namespace Detente.Record.Proofs;

/// <summary>A word of a policy: bytes that are compared as they are, whatever characters they may spell (c2sp.org/tlog-policy, character set).</summary>
public readonly record struct Octets
{
    // One character for each byte, so that equality, order and hashing are those of the bytes.
    private readonly string? characters;

    /// <summary>The word of these bytes.</summary>
    public Octets(ReadOnlySpan<byte> bytes) => characters = Encoding.Latin1.GetString(bytes);

    /// <summary>The word of a text, in UTF-8.</summary>
    public static Octets Of(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Its bytes.</summary>
    public byte[] ToArray() => Encoding.Latin1.GetBytes(characters ?? "");

    /// <summary>Its characters, where it is UTF-8: to be shown, not compared.</summary>
    public override string ToString() => Encoding.UTF8.GetString(ToArray());
}
