using System.Buffers.Binary;
using System.Numerics;

namespace Detente.Record.Signatures;

/// <summary>Numbers modulo L = 2^252 + 27742317777372353535851937790883648493, the order of the base point (RFC 8032 section 5.1), 32 bytes little-endian. Not constant time: only public values get here.</summary>
internal static class Scalar
{
    /// <summary>The length of one, in bytes.</summary>
    public const int Size = 32;

    /// <summary>The words of 64 bits in one.</summary>
    public const int Words = 4;

    /// <summary>Digits of the signed form of a word: one for each bit, and one carried.</summary>
    public const int Digits = 65;

    private static readonly BigInteger L = (BigInteger.One << 252) + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether the number is below L.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> scalar) => new BigInteger(scalar, isUnsigned: true) < L;

    /// <summary>64 bytes modulo L.</summary>
    public static void Reduce(ReadOnlySpan<byte> wide, Span<byte> scalar)
    {
        scalar.Clear();
        (new BigInteger(wide, isUnsigned: true) % L).TryWriteBytes(scalar, out _, isUnsigned: true);
    }

    /// <summary>One of its words of 64 bits, the least significant first.</summary>
    public static ulong Word(ReadOnlySpan<byte> scalar, int index) => BinaryPrimitives.ReadUInt64LittleEndian(scalar[(sizeof(ulong) * index)..]);

    /// <summary>
    /// The non-adjacent form of <paramref name="width"/>: the number is the sum of digits[i] · 2^i, each digit 0 or odd and smaller
    /// than 2^(width − 1) either way, and of any <paramref name="width"/> digits in a row at most one is not 0.
    /// </summary>
    public static void ToNonAdjacentForm(ulong number, int width, Span<sbyte> digits)
    {
        unchecked
        {
            digits.Clear();
            var carry = 0;
            for (var at = 0; at < Digits;)
            {
                var bits = at < 64 ? number >> at : 0;
                var window = carry + (int)(bits & ((1UL << width) - 1));
                if (window % 2 == 0)
                {
                    at++; // what is carried stays: one at this place and one more are two, which is one at the next
                    continue;
                }

                carry = window >> (width - 1);
                digits[at] = (sbyte)(window - (carry << width));
                at += width;
            }
        }
    }
}
