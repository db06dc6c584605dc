using Detente.Functions;

namespace Detente.Geography.Geodesics;

/// <summary>Nearly opposite points: in coordinates where the envelope of the geodesics is an astroid, the direction is a root of a quartic (Karney 2013, equations (55) to (65)).</summary>
internal static class Astroid
{
    /// <summary>The positive root of k⁴ + 2k³ − (x² + y² − 1)k² − 2y²k − y² = 0.</summary>
    public static double Root(double x, double y)
    {
        var (p, q) = (x * x, y * y);
        var r = (p + q - 1) / 6;
        if (q == 0 && r <= 0)
        {
            return 0;
        }

        // The resolvent cubic by Cardano's formula; its discriminant is free of cancellation.
        var (s, r2) = (p * q / 4, r * r);
        var r3 = r * r2;
        var discriminant = s * (s + 2 * r3);
        var u = r;
        if (discriminant >= 0)
        {
            var t3 = s + r3;
            t3 += t3 < 0 ? -Math.Sqrt(discriminant) : Math.Sqrt(discriminant);
            var t = Elementary.Cbrt(t3);
            u += t + (t != 0 ? r2 / t : 0);
        }
        else
        {
            u += 2 * r * Elementary.Cos(Elementary.Atan2(Math.Sqrt(-discriminant), -(s + r3)) / 3);
        }

        var v = Math.Sqrt(u * u + q);
        var sum = u < 0 ? q / (v - u) : u + v;
        var w = (sum - q) / (2 * v);
        return sum / (Math.Sqrt(sum + w * w) + w);
    }
}
