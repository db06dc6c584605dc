using System.Runtime.CompilerServices;

namespace Detente.Functions;

/// <summary>
/// A number as the unevaluated sum of two doubles, the second at most half a unit in the last place of the first: about
/// 106 bits. T. J. Dekker, A floating-point technique for extending the available precision, Numerische Mathematik 18 (1971) 224–242.
/// </summary>
/// <remarks>Products split their factors by Veltkamp's 2^27 + 1, as fused multiply-add is not the same on every machine. No factor may exceed 2^996.</remarks>
internal readonly struct Twofold(double high, double low)
{
    public readonly double High = high;

    public readonly double Low = low;

    public double Value => High + Low;

    /// <summary>Exactly a + b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold Sum(double a, double b)
    {
        var sum = a + b;
        var part = sum - a;
        return new Twofold(sum, a - (sum - part) + (b - part));
    }

    /// <summary>Exactly a + b, where |a| ≥ |b| or a is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold SumOrdered(double a, double b)
    {
        var sum = a + b;
        return new Twofold(sum, b - (sum - a));
    }

    /// <summary>Exactly a × b, short of underflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold Product(double a, double b)
    {
        var (a1, a2) = Split(a);
        var (b1, b2) = Split(b);
        var product = a * b;
        return new Twofold(product, a1 * b1 - product + a1 * b2 + a2 * b1 + a2 * b2);
    }

    /// <summary>The upper 26 bits, and the rest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (double Upper, double Lower) Split(double a)
    {
        var scaled = a * 134217729;
        var upper = scaled - (scaled - a);
        return (upper, a - upper);
    }

    public static implicit operator Twofold(double value) => new(value, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold operator +(Twofold a, Twofold b)
    {
        var high = Sum(a.High, b.High);
        var low = Sum(a.Low, b.Low);
        var all = SumOrdered(high.High, high.Low + low.High);
        return SumOrdered(all.High, all.Low + low.Low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold operator -(Twofold a) => new(-a.High, -a.Low);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold operator -(Twofold a, Twofold b) => a + -b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold operator *(Twofold a, Twofold b)
    {
        var product = Product(a.High, b.High);
        return SumOrdered(product.High, product.Low + (a.High * b.Low + a.Low * b.High));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twofold operator /(Twofold a, Twofold b)
    {
        var quotient = a.High / b.High;
        var back = Product(quotient, b.High);
        return SumOrdered(quotient, (a.High - back.High - back.Low + a.Low - quotient * b.Low) / b.High);
    }

    /// <summary>The root of a number that is not negative.</summary>
    public static Twofold Sqrt(Twofold a)
    {
        var root = Math.Sqrt(a.High);
        if (root == 0)
        {
            return default;
        }

        var back = Product(root, root);
        return SumOrdered(root, (a.High - back.High - back.Low + a.Low) / (2 * root));
    }
}
