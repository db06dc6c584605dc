using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Detente.Record.Signatures;

/// <summary>
/// [S]B = R + [k]A, in managed code: whether the encoding of [S]B − [k]A is R, byte for byte (RFC 8032 section 5.1.7, without
/// the cofactor). That S, R and A may stand in a signature at all is judged before, by <see cref="Ed25519Rule"/>. Not constant
/// time: a verifier holds no secret.
/// </summary>
internal static class Ed25519Equation
{
    /// <summary>The multiples of B that digits of S are looked up in: 1, 3 … 127.</summary>
    private const int WidthOfBase = 8;

    /// <summary>The multiples of −A that digits of k are looked up in: 1, 3 … 15.</summary>
    private const int WidthOfKey = 5;

    private static readonly EdwardsAddend[][] MultiplesOfBase = EdwardsAddend.OddMultiplesByWord(EdwardsPoint.Base(), 1 << (WidthOfBase - 2));

    /// <summary>The multiples of −A that <see cref="Holds"/> takes, 5 kB. To make them is about as much work as they save at the first signature.</summary>
    public static EdwardsAddend[][] MultiplesOf(in EdwardsPoint key)
    {
        key.Negate(out var negated);
        return EdwardsAddend.OddMultiplesByWord(negated, 1 << (WidthOfKey - 2));
    }

    /// <summary>Whether the equation holds.</summary>
    public static bool Holds(ReadOnlySpan<byte> key, EdwardsAddend[][] multiplesOfMinusKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        var r = signature[..FieldElement.Size];
        var s = signature[FieldElement.Size..];
        Span<byte> k = stackalloc byte[Scalar.Size];
        Challenge(r, key, message, k);

        // The words of a scalar have tables of their own, so that 64 doublings do for all of them.
        Span<sbyte> digits = stackalloc sbyte[2 * Scalar.Words * Scalar.Digits];
        for (var word = 0; word < Scalar.Words; word++)
        {
            Scalar.ToNonAdjacentForm(Scalar.Word(k, word), WidthOfKey, DigitsOf(digits, word));
            Scalar.ToNonAdjacentForm(Scalar.Word(s, word), WidthOfBase, DigitsOf(digits, Scalar.Words + word));
        }

        var sum = EdwardsSum.Identity;
        for (var i = Scalar.Digits - 1; i >= 0; i--)
        {
            sum.Double(out sum);
            for (var row = 0; row < 2 * Scalar.Words; row++)
            {
                if (DigitsOf(digits, row)[i] is not 0 and var digit)
                {
                    Add(digit, row < Scalar.Words ? multiplesOfMinusKey[row] : MultiplesOfBase[row - Scalar.Words], ref sum);
                }
            }
        }

        Span<byte> encoded = stackalloc byte[FieldElement.Size];
        sum.Encode(encoded);
        return encoded.SequenceEqual(r);
    }

    private static Span<sbyte> DigitsOf(Span<sbyte> digits, int row) => digits.Slice(row * Scalar.Digits, Scalar.Digits);

    /// <summary>k: SHA-512 of R, A and the message, modulo L.</summary>
    private static void Challenge(ReadOnlySpan<byte> r, ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, Span<byte> k)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        hash.AppendData(r);
        hash.AppendData(key);
        hash.AppendData(message);
        Span<byte> wide = stackalloc byte[SHA512.HashSizeInBytes];
        hash.GetHashAndReset(wide);
        Scalar.Reduce(wide, k);
    }

    [SkipLocalsInit]
    private static void Add(int digit, EdwardsAddend[] oddMultiples, ref EdwardsSum sum)
    {
        sum.ToPoint(out var point);
        if (digit > 0)
        {
            point.Add(oddMultiples[digit / 2], out sum);
        }
        else
        {
            point.Subtract(oddMultiples[-digit / 2], out sum);
        }
    }
}
