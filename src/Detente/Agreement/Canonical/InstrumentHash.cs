using System.Security.Cryptography;
using Detente.Agreement.Model;

namespace Detente.Agreement.Canonical;

/// <summary>
/// What parties sign: the hash of the text they read and the hash of what the machine understands by it. Two texts of one
/// agreement, in two languages, differ in the first and agree in the second.
/// </summary>
/// <param name="Text">SHA-256 of the bytes of the text as they stand: no line end or character is normalised.</param>
/// <param name="Canonical">SHA-256 of <see cref="CanonicalJson.Write"/>.</param>
public sealed record InstrumentHash(string Text, string Canonical)
{
    /// <summary>Both hashes, each printed <c>sha256:</c> and 64 lower-case hexadecimal digits (SHA-256: FIPS 180-4).</summary>
    /// <param name="text">The bytes of the document.</param>
    /// <param name="instrument">What the document says.</param>
    /// <exception cref="ArgumentException">As <see cref="CanonicalJson.Write"/>.</exception>
    public static InstrumentHash Of(ReadOnlySpan<byte> text, Instrument instrument) => new(OfText(text), OfCanonical(instrument));

    /// <summary>The text hash alone.</summary>
    public static string OfText(ReadOnlySpan<byte> text) => OfBytes(text);

    /// <summary>The canonical hash alone.</summary>
    /// <exception cref="ArgumentException">As <see cref="CanonicalJson.Write"/>.</exception>
    public static string OfCanonical(Instrument instrument) => OfBytes(CanonicalJson.Write(instrument));

    /// <summary>SHA-256 of any bytes, printed as every hash is.</summary>
    public static string OfBytes(ReadOnlySpan<byte> bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));
}
