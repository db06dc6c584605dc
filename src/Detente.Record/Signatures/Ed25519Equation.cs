using System.Security.Cryptography;

namespace Detente.Record.Signatures;

/// <summary>
/// [S]B = R + [k]A, in managed code: whether the encoding of [S]B − [k]A is R, byte for byte (RFC 8032 section 5.1.7, without
/// the cofactor). That S, R and A may stand in a signature at all is judged before, by <see cref="Ed25519Rule"/>. Not constant
/// time: a verifier holds no secret.
/// </summary>
internal static class Ed25519Equation
{
    /// <summary>Digits of S are looked up in the multiples B, 3B … 127B.</summary>
    private const int WidthOfBase = 8;

    /// <summary>Digits of k are looked up in the multiples A, 3A … 15A.</summary>
    private const int WidthOfKey = 5;

    private static readonly EdwardsAddend[] MultiplesOfBase = EdwardsAddend.OddMultiples(EdwardsPoint.Base(), 1 << (WidthOfBase - 2));

    /// <summary>The odd multiples of −A that <see cref="Holds"/> takes.</summary>
    public static EdwardsAddend[] MultiplesOf(in EdwardsPoint key) => EdwardsAddend.OddMultiples(key.Negate(), 1 << (WidthOfKey - 2));

    /// <summary>Whether the equation holds.</summary>
    public static bool Holds(ReadOnlySpan<byte> key, EdwardsAddend[] multiplesOfMinusKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        var r = signature[..FieldElement.Size];
        var s = signature[FieldElement.Size..];
        Span<byte> k = stackalloc byte[Scalar.Size];
        Challenge(r, key, message, k);

        Span<sbyte> digitsOfKey = stackalloc sbyte[Scalar.Digits];
        Span<sbyte> digitsOfBase = stackalloc sbyte[Scalar.Digits];
        Scalar.ToNonAdjacentForm(k, WidthOfKey, digitsOfKey);
        Scalar.ToNonAdjacentForm(s, WidthOfBase, digitsOfBase);

        var sum = EdwardsSum.Identity;
        for (var i = Scalar.Digits - 1; i >= 0; i--)
        {
            sum = sum.Double();
            sum = Plus(sum, digitsOfKey[i], multiplesOfMinusKey);
            sum = Plus(sum, digitsOfBase[i], MultiplesOfBase);
        }

        Span<byte> encoded = stackalloc byte[FieldElement.Size];
        sum.Encode(encoded);
        return encoded.SequenceEqual(r);
    }

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

    private static EdwardsSum Plus(in EdwardsSum sum, sbyte digit, EdwardsAddend[] oddMultiples) => digit switch
    {
        0 => sum,
        > 0 => sum.ToPoint().Add(oddMultiples[digit / 2]),
        < 0 => sum.ToPoint().Subtract(oddMultiples[-digit / 2]),
    };
}
