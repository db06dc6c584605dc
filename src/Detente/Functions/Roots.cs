namespace Detente.Functions;

/// <summary>Cube roots and hypotenuses, with the last step in two doubles.</summary>
internal static class Roots
{
    /// <summary>The cube root.</summary>
    public static double Cbrt(double x)
    {
        if (x == 0 || !double.IsFinite(x))
        {
            return x;
        }

        // |x| = 8^third m, m from 1 to 8.
        var exponent = Math.ILogB(x);
        var third = (int)Math.Floor(exponent / 3.0);
        var m = Math.ScaleB(Math.Abs(x), -3 * third);

        // Closest to within 1 %, then twice Halley's step, which cubes the error.
        var root = 0.72 + m * (0.3 + m * -0.0182);
        for (var i = 0; i < 2; i++)
        {
            var cube = root * root * root;
            root *= (cube + 2 * m) / (2 * cube + m);
        }

        var back = Twofold.Product(root, root) * root - m;
        return Math.CopySign(Math.ScaleB(root - back.Value / (3 * root * root), third), x);
    }

    /// <summary>√(x² + y²), without overflow on the way.</summary>
    public static double Hypot(double x, double y)
    {
        var (a, b) = (Math.Max(Math.Abs(x), Math.Abs(y)), Math.Min(Math.Abs(x), Math.Abs(y)));
        if (double.IsInfinity(x) || double.IsInfinity(y))
        {
            return double.PositiveInfinity;
        }

        if (!(a > 0) || b < a * 1e-17)
        {
            return a;
        }

        var exponent = a is > 1e-140 and < 1e140 ? 0 : Math.ILogB(a);
        (a, b) = exponent == 0 ? (a, b) : (Math.ScaleB(a, -exponent), Math.ScaleB(b, -exponent));
        var root = Twofold.Sqrt(Twofold.Product(a, a) + Twofold.Product(b, b)).Value;
        return exponent == 0 ? root : Math.ScaleB(root, exponent);
    }
}
