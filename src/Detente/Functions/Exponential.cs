namespace Detente.Functions;

/// <summary>
/// The exponential: 2^(k/64) from a table in two doubles, times a Taylor polynomial of the rest, which is at most ln 2 / 128.
/// P. T. P. Tang, Table-driven implementation of the exponential function, ACM TOMS 15 (1989) 144–157.
/// </summary>
internal static class Exponential
{
    private const double StepsInOne = 92.33248261689366;

    /// <summary>ln 2 / 64: its first 32 bits, so that products with a number of steps are exact, and the rest.</summary>
    private const double Step1 = 0.01083042469326756;

    private const double Step2 = 2.9815858269852933E-12;

    /// <summary>2^(i/64) in two doubles, for i from 0 to 63.</summary>
    internal static ReadOnlySpan<double> Tabled =>
    [
        1.0, 0.0,
        1.0108892860517005, -1.5234778603368577e-17,
        1.0218971486541166, 5.109225028973444e-17,
        1.0330248790212284, 7.600838874027088e-18,
        1.0442737824274138, 8.551889705537965e-17,
        1.0556451783605572, 1.759325738772092e-18,
        1.0671404006768237, -7.899853966841582e-17,
        1.0787607977571199, -6.656660436056593e-17,
        1.0905077326652577, -3.046782079812471e-17,
        1.102382583307841, 5.2660368715706944e-17,
        1.1143867425958924, 1.0410278456845571e-16,
        1.1265216186082418, 5.165856758795457e-17,
        1.1387886347566916, 8.912812676025408e-17,
        1.1511892299529827, 3.250710218863827e-17,
        1.1637248587775775, 3.8292048369240935e-17,
        1.1763969916502812, 5.554203254218079e-17,
        1.189207115002721, 3.982015231465646e-17,
        1.202156731452703, 6.644981499252301e-17,
        1.215247359980469, -7.712630692681488e-17,
        1.22848053610687, -1.89878163130253e-17,
        1.241857812073484, 4.658027591836937e-17,
        1.255380757024691, -6.7113898212968784e-18,
        1.2690509571917332, 2.667932131342186e-18,
        1.2828700160787783, 1.713594918243561e-17,
        1.2968395546510096, 2.5382502794888315e-17,
        1.3109612115247644, -7.181536135519454e-17,
        1.3252366431597413, -2.8587312100388614e-17,
        1.339667524053303, 8.927282594831732e-17,
        1.3542555469368927, 7.70094837980299e-17,
        1.3690024229745905, 9.593797919118849e-17,
        1.383909881963832, -6.770511658794786e-17,
        1.3989796725383112, -9.614213209051323e-17,
        1.4142135623730951, -9.667293313452913e-17,
        1.42961333839197, -1.2031642489053655e-17,
        1.4451808069770467, -3.0237581349939873e-17,
        1.460917794180647, -5.600377186075216e-17,
        1.4768261459394993, -3.483994556892796e-17,
        1.4929077282912648, 1.4192920154284036e-17,
        1.5091644275934228, -1.016455327754295e-16,
        1.5255981507445384, -1.1024941712342561e-16,
        1.5422108254079407, 7.949834809697621e-17,
        1.559004400237837, 3.7812070533575275e-17,
        1.5759808451078865, -1.0136916471278304e-17,
        1.593142151342267, -1.0094406542311964e-16,
        1.6104903319492543, 2.4707192569797888e-17,
        1.6280274218573478, -6.712955084707084e-17,
        1.645755478153965, -1.0125679913674773e-16,
        1.6636765803267364, 5.8909926967131e-17,
        1.681792830507429, 8.199010020581497e-17,
        1.7001063537185235, -8.0237193703977e-18,
        1.718619298122478, -1.851380418263111e-17,
        1.7373338352737062, 3.164389299292957e-17,
        1.7562521603732995, 2.960140695448873e-17,
        1.7753764925265212, 6.429731796556572e-17,
        1.7947090750031072, 1.8227458427912087e-17,
        1.8142521755003989, -9.969531538920349e-17,
        1.8340080864093424, 3.283107224245627e-17,
        1.8539791250833855, 9.761887490727594e-17,
        1.8741676341103, -6.122763413004143e-17,
        1.8945759815869656, 3.4034035352165297e-17,
        1.9152065613971474, -1.0619946056195963e-16,
        1.9360617934922943, 1.0332385960676326e-16,
        1.9571441241754002, 8.960767791036668e-17,
        1.978456026387951, 4.0388753109278167e-17,
    ];

    public static double Exp(double x)
    {
        if (!(Math.Abs(x) < 746))
        {
            return double.IsNaN(x) ? x : x > 0 ? double.PositiveInfinity : 0;
        }

        var steps = Math.Round(x * StepsInOne);
        var r = x - steps * Step1 - steps * Step2;
        var index = unchecked((int)steps) & 63;
        var high = Tabled[2 * index];
        return Scale(high + (Tabled[2 * index + 1] + high * (r + r * r * Tail(r))), unchecked((int)steps) >> 6);
    }

    /// <summary>e to a number within ±746, as a number from 1 to 2 times 2^exponent.</summary>
    public static (Twofold Value, int Exponent) Twofold(Twofold x)
    {
        var steps = Math.Round(x.High * StepsInOne);
        var r = Functions.Twofold.Sum(x.High - steps * Step1, -(steps * Step2));
        r = Functions.Twofold.SumOrdered(r.High, r.Low + x.Low);
        var above = Functions.Twofold.SumOrdered(r.High, r.Low + r.High * r.High * Tail(r.High));
        var index = unchecked((int)steps) & 63;
        var power = new Twofold(Tabled[2 * index], Tabled[2 * index + 1]);
        return (power + power * above, unchecked((int)steps) >> 6);
    }

    /// <summary>e^x − 1.</summary>
    public static double Expm1(double x)
    {
        if (Math.Abs(x) < 1e-17)
        {
            return x; // the sign of a zero stays
        }

        if (Math.Abs(x) < 0.3)
        {
            // The series to x^15, the last term first.
            var tail = 1.0;
            for (var n = 15; n > 2; n--)
            {
                tail = 1 + x / n * tail;
            }

            return x + x * x * 0.5 * tail;
        }

        if (!(x is > -40 and < 746))
        {
            return double.IsNaN(x) ? x : x > 0 ? double.PositiveInfinity : -1;
        }

        var (value, exponent) = Twofold(x);
        return exponent > 60 ? Scale(value.Value, exponent) : (value * Power(exponent) - 1).Value;
    }

    /// <summary>(e^x − e^−x) / 2.</summary>
    public static double Sinh(double x)
    {
        var a = Math.Abs(x);
        if (a < 0.3)
        {
            var z = x * x;
            var tail = 1.0;
            for (var n = 15; n > 3; n -= 2)
            {
                tail = 1 + z / (n * (n - 1)) * tail;
            }

            return x + x * z * (1.0 / 6) * tail;
        }

        if (!(a < 746))
        {
            return x;
        }

        var (value, exponent) = Twofold(a);
        if (exponent > 60)
        {
            return Math.CopySign(Scale(value.Value, exponent - 1), x);
        }

        value *= Power(exponent);
        return Math.CopySign((0.5 * (value - 1 / value)).Value, x);
    }

    /// <summary>A number near 1 times 2^exponent, rounded once.</summary>
    public static double Scale(double value, int exponent)
        => exponent is > -1022 and < 1023
            ? value * Power(exponent)
            : value * Power(exponent >> 1) * Power(exponent - (exponent >> 1));

    /// <summary>2 to a power that gives a normal number.</summary>
    private static double Power(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);

    /// <summary>(e^r − 1 − r) / r².</summary>
    private static double Tail(double r) => 0.5 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720))));
}
