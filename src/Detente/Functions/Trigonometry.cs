using System.Runtime.CompilerServices;

namespace Detente.Functions;

/// <summary>
/// Sine, cosine and tangent: the angle less the nearest multiple of a quarter turn, then a polynomial that is closest in
/// relative error (found by Remez' exchange to 60 digits, rounded once).
/// </summary>
/// <remarks>
/// The reduction is W. J. Cody and W. Waite's (Software Manual for the Elementary Functions, 1980): π/2 in three parts, the
/// first two of 33 bits, so that their products with a quotient below 2^20 are exact. Larger angles, and those so near to a
/// multiple that the third part does not reach, go to <see cref="HugeAngle"/>.
/// </remarks>
internal static class Trigonometry
{
    private const double QuartersInRadian = 0.6366197723675814;
    private const double Quarter1 = 1.5707963267341256;
    private const double Quarter2 = 6.077100506303966E-11;
    private const double Quarter3 = 2.0222662487959506E-21;

    private const double LargestQuotient = 1 << 20;
    private const double SmallestRest = 1.0 / (1 << 20);

    /// <summary>π/180, its first 26 bits and the rest.</summary>
    private const double Degree1 = 0.01745329238474369;

    private const double Degree2 = 1.3519960527851425E-10;

    /// <summary>Adding it to a number below 2^51, and taking it away, rounds to an integer, half to even.</summary>
    private const double Rounder = 6755399441055744;

    public static (double Sin, double Cos) SinCos(double x)
    {
        var (rest, quarters) = Reduce(x);
        return Turn(Sine(rest.High, rest.Low), Cosine(rest.High, rest.Low), quarters);
    }

    /// <summary>Sine and cosine of degrees + tail, the tail being less than a unit in the last place of a large angle.</summary>
    public static (double Sin, double Cos) SinCosDegrees(double degrees, double tail = 0)
    {
        if (!(Math.Abs(degrees) < 1e9))
        {
            degrees %= 360; // exact, by the definition of the operator; not a number for an infinity
            if (double.IsNaN(degrees))
            {
                return (double.NaN, double.NaN);
            }
        }

        var quarters = degrees * (1.0 / 90) + Rounder - Rounder;
        var rest = degrees - 90 * quarters; // exact: a multiple of the last place of either, and no larger
        var (upper, lower) = Twofold.Split(rest);
        var radians = Twofold.SumOrdered(upper * Degree1, lower * Degree1 + (rest * Degree2 + tail * Degree1));
        var sin = radians.High == 0 ? degrees * 0 : Sine(radians.High, radians.Low);
        return Turn(sin, Cosine(radians.High, radians.Low), unchecked((int)quarters));
    }

    public static double Tan(double x)
    {
        var (rest, quarters) = Reduce(x);
        if (Math.Abs(rest.High) < 1e-9 && (quarters & 1) == 0)
        {
            return rest.High;
        }

        var (sin, cos) = (SineTwofold(rest), CosineTwofold(rest));
        return (quarters & 1) == 0 ? (sin / cos).Value : -(cos / sin).Value;
    }

    /// <summary>The angle less a number of quarter turns: at most π/4 either way, with that number modulo 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Twofold Angle, int Quarters) Reduce(double x)
    {
        if (Math.Abs(x) <= Math.PI / 4)
        {
            return (x, 0);
        }

        var quotient = x * QuartersInRadian + Rounder - Rounder;
        var first = x - quotient * Quarter1;
        var rest = Twofold.Sum(first, -(quotient * Quarter2));
        rest = Twofold.SumOrdered(rest.High, rest.Low - quotient * Quarter3);
        return Math.Abs(quotient) < LargestQuotient && Math.Abs(rest.High) > SmallestRest
            ? (rest, unchecked((int)quotient))
            : HugeAngle.Reduce(x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (double Sin, double Cos) Turn(double sin, double cos, int quarters)
    {
        if ((quarters & 1) != 0)
        {
            (sin, cos) = (cos, -sin);
        }

        return (quarters & 2) == 0 ? (sin, cos) : (-sin, -cos);
    }

    /// <summary>The sine of r + tail, for r at most π/4 either way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sine(double r, double tail)
    {
        if (Math.Abs(r) < 1e-9)
        {
            return r; // the sign of a zero stays
        }

        var z = r * r;
        return r + (r * z * SineTail(z) + tail * (1 - 0.5 * z));
    }

    /// <summary>The cosine of r + tail, for r at most π/4 either way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Cosine(double r, double tail)
    {
        var z = r * r;
        var half = 0.5 * z;
        var high = 1 - half;
        return high + (1 - high - half + (z * z * CosineTail(z) - r * tail));
    }

    /// <summary>(sin r − r) / r³, where z is r².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double SineTail(double z)
        => -0.16666666666666632 + z * (0.008333333333322384 + z * (-0.00019841269829780133
            + z * (2.755731368132086E-06 + z * (-2.5050756326859723E-08 + z * 1.589668551802149E-10))));

    /// <summary>(cos r − 1 + r²/2) / r⁴, where z is r².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double CosineTail(double z)
        => 0.0416666666666666 + z * (-0.0013888888888874183 + z * (2.4801587289507975E-05
            + z * (-2.7557314357203713E-07 + z * (2.087572365625054E-09 + z * -1.1359655717851374E-11))));

    private static Twofold SineTwofold(Twofold r)
    {
        var z = r * r;
        return r + r * z * (new Twofold(-0.16666666666666632, 0) + z.High * (0.008333333333322384 + z.High * (-0.00019841269829780133
            + z.High * (2.755731368132086E-06 + z.High * (-2.5050756326859723E-08 + z.High * 1.589668551802149E-10)))));
    }

    private static Twofold CosineTwofold(Twofold r)
    {
        var z = r * r;
        return new Twofold(1, 0) - new Twofold(0.5, 0) * z + z * z * CosineTail(z.High);
    }
}
