using System.Globalization;
using System.Numerics;

namespace Detente.Record.Tests.Signatures;

/// <summary>Edwards25519 in whole numbers and affine coordinates, from the formulas of RFC 8032 section 5.1: slow, and shares nothing with the code under test.</summary>
internal static class IntegerCurve
{
    public static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;
    public static readonly BigInteger L = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", CultureInfo.InvariantCulture);
    public static readonly BigInteger D = Mod(-121665 * Invert(121666));

    /// <summary>The neutral element.</summary>
    public static readonly (BigInteger X, BigInteger Y) Zero = (0, 1);

    public static readonly (BigInteger X, BigInteger Y) Base = Decode(Bytes(Mod(4 * Invert(5))))!.Value;

    /// <summary>The eight points whose order divides 8: multiples of one of order 8, found as L times a point.</summary>
    public static IReadOnlyList<(BigInteger X, BigInteger Y)> OfLowOrder { get; } = FindLowOrder();

    public static BigInteger Mod(BigInteger a) => (a % P + P) % P;

    public static BigInteger Invert(BigInteger a) => BigInteger.ModPow(a, P - 2, P);

    public static (BigInteger X, BigInteger Y) Add((BigInteger X, BigInteger Y) a, (BigInteger X, BigInteger Y) b)
    {
        var dxy = D * a.X * b.X * a.Y * b.Y;
        return (Mod((a.X * b.Y + a.Y * b.X) * Invert(Mod(1 + dxy))), Mod((a.Y * b.Y + a.X * b.X) * Invert(Mod(1 - dxy))));
    }

    public static (BigInteger X, BigInteger Y) Multiply(BigInteger scalar, (BigInteger X, BigInteger Y) point)
    {
        var sum = Zero;
        for (var bit = (int)scalar.GetBitLength() - 1; bit >= 0; bit--)
        {
            sum = Add(sum, sum);
            sum = (scalar >> bit).IsEven ? sum : Add(sum, point);
        }

        return sum;
    }

    public static byte[] Encode((BigInteger X, BigInteger Y) point) => Bytes(point.Y + (point.X.IsEven ? 0 : BigInteger.Pow(2, 255)));

    /// <summary>The point, read leniently: y modulo p, and −0 is 0.</summary>
    public static (BigInteger X, BigInteger Y)? Decode(byte[] bytes)
    {
        var number = Number(bytes);
        var y = Mod(number % BigInteger.Pow(2, 255));
        var x2 = Mod((y * y - 1) * Invert(Mod(D * y * y + 1)));
        var x = BigInteger.ModPow(x2, (P + 3) / 8, P);
        x = Mod(x * x - x2).IsZero ? x : Mod(x * BigInteger.ModPow(2, (P - 1) / 4, P));
        return !Mod(x * x - x2).IsZero ? null : (x.IsEven == number < BigInteger.Pow(2, 255) ? x : Mod(-x), y);
    }

    public static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true);

    /// <summary>32 bytes, little-endian.</summary>
    public static byte[] Bytes(BigInteger number)
    {
        var bytes = new byte[32];
        number.TryWriteBytes(bytes, out _, isUnsigned: true);
        return bytes;
    }

    private static List<(BigInteger X, BigInteger Y)> FindLowOrder()
    {
        for (var y = 2; ; y++)
        {
            if (Decode(Bytes(y)) is { } point && Multiply(L, point) is var low && Multiply(4, low) != Zero)
            {
                return [.. Enumerable.Range(0, 8).Select(i => Multiply(i, low))];
            }
        }
    }
}
