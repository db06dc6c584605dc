using System.Runtime.CompilerServices;

namespace Detente.Functions;

/// <summary>
/// The angle of a point: within an eighth of a turn by atan q = atan c + atan((q − c)/(1 + cq)), c the nearest of 33 tabled
/// tangents, the quotient in two doubles; then through the quadrants. P. T. P. Tang, Table-lookup algorithms for elementary functions, ARITH 10 (1991).
/// </summary>
internal static class Arctangent
{
    /// <summary>atan(i/32) in two doubles, for i from 0 to 32.</summary>
    internal static ReadOnlySpan<double> Tabled =>
    [
        0.0, 0.0,
        0.031239833430268277, -1.188442711587748e-18,
        0.06241880999595735, -1.5490756308295046e-18,
        0.09347678115858947, -6.2844725995420954e-18,
        0.12435499454676144, -3.1253241424539383e-18,
        0.15499674192394097, 9.585415594114324e-18,
        0.18534794999569476, 4.180692268843079e-18,
        0.21535769969773805, 4.738160130078733e-19,
        0.24497866312686414, 1.0698755618734451e-17,
        0.2741674511196588, 8.261353575163773e-18,
        0.3028848683749714, -1.1010827903001369e-17,
        0.3310960767041321, -7.952610375793799e-18,
        0.35877067027057225, -2.4623815582638635e-17,
        0.38588266939807375, 2.378822732491941e-17,
        0.4124104415973873, -1.587652227770689e-17,
        0.43833655985795783, -2.494277030626541e-17,
        0.4636476090008061, 2.2698777452961687e-17,
        0.48833395105640554, -1.1373236189329585e-17,
        0.5123894603107377, -2.5462781472855804e-17,
        0.5358112379604637, -4.0637956834825575e-18,
        0.5585993153435624, -5.4556305485916264e-18,
        0.5807563535676704, -1.441464378193067e-17,
        0.6022873461349642, 2.950430737228402e-17,
        0.6231993299340659, 2.672403885140095e-17,
        0.6435011087932844, 1.5834785051444286e-17,
        0.6632029927060933, -3.076054864429649e-17,
        0.6823165548747481, 6.943223671560008e-18,
        0.7008544078844502, -1.987626234335816e-17,
        0.7188299996216245, -2.1478388444456983e-17,
        0.7362574289814281, 3.473937648299457e-17,
        0.7531512809621944, -2.4256934659182068e-17,
        0.7695264804056583, -3.704991905602721e-17,
        0.7853981633974483, 3.061616997868383e-17,
    ];

    private static readonly Twofold Quarter = new(1.5707963267948966, 6.123233995736766E-17);
    private static readonly Twofold Half = new(3.141592653589793, 1.2246467991473532E-16);
    private static readonly Twofold DegreesInRadian = new(57.29577951308232, -1.9878495670576283E-15);

    /// <summary>The angle in radians, −π to π.</summary>
    public static double Radians(double y, double x)
    {
        if (IsPlain(y) && IsPlain(x) || !IsEdge(ref y, ref x, out var eighths, out var small))
        {
            return Angle(y, x).Value;
        }

        return eighths == 0 ? small : eighths * (Math.PI / 4);
    }

    /// <summary>The angle in degrees, −180 to 180.</summary>
    public static double Degrees(double y, double x)
    {
        if (IsPlain(y) && IsPlain(x) || !IsEdge(ref y, ref x, out var eighths, out var small))
        {
            var (a, b) = (Math.Abs(y), Math.Abs(x));
            var angle = (a <= b ? Within(a, 0, b, 0) : Within(b, 0, a, 0)) * DegreesInRadian;
            angle = a <= b ? angle : Less(90, angle);
            angle = x > 0 ? angle : Less(180, angle);
            return y > 0 ? angle.Value : -angle.Value;
        }

        return eighths == 0 ? small * DegreesInRadian.High : eighths * 45;
    }

    /// <summary>The angle in radians of a point whose coordinates are known to two doubles, neither near the ends of their range.</summary>
    public static Twofold Angle(Twofold y, Twofold x)
    {
        var (a, b) = (y.High < 0 ? -y : y, x.High < 0 ? -x : x);
        var angle = a.High <= b.High ? Within(a.High, a.Low, b.High, b.Low) : Less(Quarter, Within(b.High, b.Low, a.High, a.Low));
        angle = x.High < 0 ? Less(Half, angle) : angle;
        return y.High < 0 ? -angle : angle;
    }

    /// <summary>The angle with this sine.</summary>
    public static double Asin(double x)
        => Math.Abs(x) < 1e-9 ? x : Math.Abs(x) <= 1 ? Angle(x, Other(x)).Value : double.NaN;

    /// <summary>The angle with this cosine.</summary>
    public static double Acos(double x) => Math.Abs(x) <= 1 ? Angle(Other(x), x).Value : double.NaN;

    /// <summary>√(1 − x²).</summary>
    private static Twofold Other(double x) => Twofold.Sqrt(Twofold.Sum(1, -x) * Twofold.Sum(1, x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlain(double a) => Math.Abs(a) is > 1e-140 and < 1e140;

    /// <summary>
    /// A point that is not a number, infinite, on an axis, or so near to one that its angle is a multiple of an eighth of a
    /// turn, or a quotient. Any other point is brought near the unit circle.
    /// </summary>
    private static bool IsEdge(ref double y, ref double x, out int eighths, out double small)
    {
        (eighths, small) = (0, double.NaN);
        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return true;
        }

        var sign = double.IsNegative(y) ? -1 : 1;
        var (a, b) = (Math.Abs(y), Math.Abs(x));
        if (a == b && (a == 0 || double.IsInfinity(a)))
        {
            (eighths, small) = a == 0 ? (double.IsNegative(x) ? 4 * sign : 0, y) : (sign * (x > 0 ? 1 : 3), 0);
            return true;
        }

        if (a < b * 1e-140 || double.IsInfinity(b))
        {
            (eighths, small) = x > 0 ? (0, y / x) : (4 * sign, 0);
            return true;
        }

        if (b < a * 1e-140 || double.IsInfinity(a))
        {
            eighths = 2 * sign;
            return true;
        }

        var exponent = Math.ILogB(Math.Max(a, b));
        (y, x) = (Math.ScaleB(y, -exponent), Math.ScaleB(x, -exponent));
        return false;
    }

    /// <summary>A multiple of a quarter turn less a smaller angle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Twofold Less(Twofold whole, Twofold angle)
    {
        var high = Twofold.SumOrdered(whole.High, -angle.High);
        return new Twofold(high.High, high.Low + (whole.Low - angle.Low));
    }

    /// <summary>The angle of 0 ≤ y ≤ x; its second double may be as large as 2^-19 of the first.</summary>
    private static Twofold Within(double y, double yTail, double x, double xTail)
    {
        var index = unchecked((int)(y / x * 32 + 0.5));
        var c = index * (1.0 / 32);
        var (x1, x2) = Twofold.Split(x);
        var (y1, y2) = Twofold.Split(y);
        // c has six bits, so that its products with a half are exact.
        var above = Twofold.Sum(y - c * x1, -(c * x2));
        var below = Twofold.SumOrdered(x, c * y1);
        var t = new Twofold(above.High, above.Low + (yTail - c * xTail)) / new Twofold(below.High, below.Low + c * y2 + (xTail + c * yTail));
        var z = t.High * t.High;
        var tail = t.High * z * (-1.0 / 3 + z * (1.0 / 5 + z * (-1.0 / 7 + z * (1.0 / 9))));
        var high = Twofold.SumOrdered(Tabled[2 * index], t.High);
        return new Twofold(high.High, high.Low + (Tabled[2 * index + 1] + t.Low + tail));
    }
}
