using System.Buffers.Binary;
using System.Numerics;

namespace Detente.Record.Signatures;

/// <summary>Numbers modulo L = 2^252 + 27742317777372353535851937790883648493, the order of the base point (RFC 8032 section 5.1), 32 bytes little-endian. Not constant time: only public values get here.</summary>
internal static class Scalar
{
    /// <summary>The length of one, in bytes.</summary>
    public const int Size = 32;

    /// <summary>Digits of a signed form: bits 0 to 252, and one carried.</summary>
    public const int Digits = 254;

    private static readonly BigInteger L = (BigInteger.One << 252) + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether the number is below L.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> scalar) => new BigInteger(scalar, isUnsigned: true) < L;

    /// <summary>64 bytes modulo L.</summary>
    public static void Reduce(ReadOnlySpan<byte> wide, Span<byte> scalar)
    {
        scalar.Clear();
        (new BigInteger(wide, isUnsigned: true) % L).TryWriteBytes(scalar, out _, isUnsigned: true);
    }

    /// <summary>
    /// The non-adjacent form of <paramref name="width"/>: the number is the sum of digits[i] · 2^i, each digit 0 or odd and smaller
    /// than 2^(width − 1) either way, and of any <paramref name="width"/> digits in a row at most one is not 0.
    /// </summary>
    public static void ToNonAdjacentForm(ReadOnlySpan<byte> scalar, int width, Span<sbyte> digits)
    {
        unchecked
        {
            Span<ulong> words = stackalloc ulong[5];
            for (var i = 0; i < 4; i++)
            {
                words[i] = BinaryPrimitives.ReadUInt64LittleEndian(scalar[(8 * i)..]);
            }

            words[4] = 0;
            digits.Clear();
            var carry = 0;
            for (var at = 0; at < Digits;)
            {
                var (word, bit) = (at / 64, at % 64);
                var bits = bit == 0 ? words[word] : (words[word] >> bit) | (words[word + 1] << (64 - bit));
                var window = carry + (int)(bits & ((1UL << width) - 1));
                if (window % 2 == 0)
                {
                    at++; // the carry stays: 2^width at this place is 1 at the next window's
                    continue;
                }

                carry = window >> (width - 1);
                digits[at] = (sbyte)(window - (carry << width));
                at += width;
            }
        }
    }
}
