using Detente.Record.Bytes;

namespace Detente.Record.Signatures;

/// <summary>
/// The one rule by which keys and signatures of Ed25519 are accepted, RFC 8032 section 5.1.7 read strictly:
/// <list type="number">
/// <item>A and R are canonical encodings: y below p, and no sign where x = 0.</item>
/// <item>A is a point of the curve. (An R that is none equals no sum, and falls to rule 5.)</item>
/// <item>A and R are not of low order: their order does not divide 8. A point that only has a part of low order is not refused.</item>
/// <item>S is below L.</item>
/// <item>[S]B = R + [k]A without the cofactor, compared as encodings. No signatures are checked in batches.</item>
/// </list>
/// Libraries differ where 1 to 3 are concerned, and two readers of a record must not: so these are checked here, whatever then
/// checks rule 5.
/// </summary>
internal static class Ed25519Rule
{
    /// <summary>The length of a signature, R and S, in bytes.</summary>
    public const int SignatureSize = 64;

    /// <summary>The y of the eight points whose order divides 8: 0, 1, −1, and ± that of order 8. Each y belongs to such points only, whatever the sign.</summary>
    private static readonly byte[][] LowOrder =
    [
        Convert.FromHexString("0000000000000000000000000000000000000000000000000000000000000000"),
        Convert.FromHexString("0100000000000000000000000000000000000000000000000000000000000000"),
        Convert.FromHexString("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
        Convert.FromHexString("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
        Convert.FromHexString("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
    ];

    /// <summary>Why the bytes are no key, or <c>null</c>, and then <paramref name="point"/> is the key.</summary>
    public static Rejection? ReadKey(ReadOnlySpan<byte> key, out EdwardsPoint point)
    {
        point = default;
        if (key.Length != FieldElement.Size)
        {
            return new Rejection("ed25519/key-length", $"An Ed25519 public key has {FieldElement.Size} bytes, not {key.Length}.");
        }

        if (!IsCanonical(key))
        {
            return new Rejection("ed25519/key-not-canonical", "The public key is not the one encoding of a point: its y is not below 2^255 − 19, or its x is 0 and has a sign.");
        }

        if (IsOfLowOrder(key))
        {
            return new Rejection("ed25519/key-of-low-order", "The public key is a point of low order, under which anybody can sign.");
        }

        if (!EdwardsPoint.TryDecode(key, out point))
        {
            return new Rejection("ed25519/key-not-on-curve", "The public key is no point of the curve.");
        }

        return null;
    }

    /// <summary>Why the bytes can be a signature under no key, or <c>null</c>.</summary>
    public static Rejection? CheckSignature(ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureSize)
        {
            return new Rejection("ed25519/signature-length", $"An Ed25519 signature has {SignatureSize} bytes, not {signature.Length}.");
        }

        var r = signature[..FieldElement.Size];
        var s = signature[FieldElement.Size..];
        return !IsCanonical(r) ? new Rejection("ed25519/r-not-canonical", "The signature's R is not the one encoding of a point: its y is not below 2^255 − 19, or its x is 0 and has a sign.")
            : IsOfLowOrder(r) ? new Rejection("ed25519/r-of-low-order", "The signature's R is a point of low order.")
            : !Scalar.IsCanonical(s) ? new Rejection("ed25519/s-not-below-l", "The signature's S is not below the order of the base point.", FieldElement.Size)
            : null;
    }

    /// <summary>Whether y is below p, and has no sign where x = 0, which is where y is 1 or −1.</summary>
    private static bool IsCanonical(ReadOnlySpan<byte> encoding)
    {
        Span<byte> y = stackalloc byte[FieldElement.Size];
        Span<byte> again = stackalloc byte[FieldElement.Size];
        var hasSign = WithoutSign(encoding, y);
        FieldElement.Of(y).CopyTo(again);
        return again.SequenceEqual(y) && !(hasSign && (y.SequenceEqual(LowOrder[1]) || y.SequenceEqual(LowOrder[2])));
    }

    private static bool IsOfLowOrder(ReadOnlySpan<byte> encoding)
    {
        Span<byte> y = stackalloc byte[FieldElement.Size];
        WithoutSign(encoding, y);
        foreach (var low in LowOrder)
        {
            if (y.SequenceEqual(low))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes y, and tells whether the sign was set.</summary>
    private static bool WithoutSign(ReadOnlySpan<byte> encoding, Span<byte> y)
    {
        encoding.CopyTo(y);
        y[^1] &= 0x7f;
        return encoding[^1] > 0x7f;
    }
}
