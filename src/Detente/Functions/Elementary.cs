namespace Detente.Functions;

/// <summary>
/// Elementary functions of a double that give the same bits on every machine: sums, products, quotients, square roots and
/// the bits of a number alone, in a stated order. Each is within one unit in the last place of the true value.
/// </summary>
/// <remarks>What is not a number gives not a number; infinities, signed zeros and the edges of a domain give what IEEE 754-2019, section 9.2, says.</remarks>
public static class Elementary
{
    /// <summary>The sine of an angle in radians, of any size.</summary>
    public static double Sin(double x) => Trigonometry.SinCos(x).Sin;

    /// <summary>The cosine of an angle in radians, of any size.</summary>
    public static double Cos(double x) => Trigonometry.SinCos(x).Cos;

    /// <summary>Sine and cosine of an angle in radians, of any size.</summary>
    public static (double Sin, double Cos) SinCos(double x) => Trigonometry.SinCos(x);

    /// <summary>Sine and cosine of an angle in degrees; exact at multiples of 30 where the value is 0, ±½ or ±1.</summary>
    public static (double Sin, double Cos) SinCosDegrees(double degrees) => Trigonometry.SinCosDegrees(degrees);

    /// <summary>The tangent of an angle in radians, of any size.</summary>
    public static double Tan(double x) => Trigonometry.Tan(x);

    /// <summary>The angle in radians, −π/2 to π/2, with this tangent.</summary>
    public static double Atan(double x) => Arctangent.Radians(x, 1);

    /// <summary>The angle in radians, −π to π, from the first axis to the point (x, y). Atan2(±0, −1) is ±π.</summary>
    public static double Atan2(double y, double x) => Arctangent.Radians(y, x);

    /// <summary>The angle in degrees, −180 to 180, from the first axis to the point (x, y); exact at multiples of 45.</summary>
    public static double Atan2Degrees(double y, double x) => Arctangent.Degrees(y, x);

    /// <summary>The angle in radians, −π/2 to π/2, with this sine. Not a number outside −1 to 1.</summary>
    public static double Asin(double x) => Arctangent.Asin(x);

    /// <summary>The angle in radians, 0 to π, with this cosine. Not a number outside −1 to 1.</summary>
    public static double Acos(double x) => Arctangent.Acos(x);

    /// <summary>e to the power x.</summary>
    public static double Exp(double x) => Exponential.Exp(x);

    /// <summary>e^x − 1, without loss near 0.</summary>
    public static double Expm1(double x) => Exponential.Expm1(x);

    /// <summary>The natural logarithm; −∞ at 0, not a number below.</summary>
    public static double Log(double x) => Logarithm.Log(x);

    /// <summary>log(1 + x), without loss near 0; −∞ at −1, not a number below.</summary>
    public static double Log1p(double x) => Logarithm.Log1p(x);

    /// <summary>x to the power y. Not a number for a negative x and a y that is no integer.</summary>
    public static double Pow(double x, double y) => Powers.Pow(x, y);

    /// <summary>The cube root, of either sign.</summary>
    public static double Cbrt(double x) => Roots.Cbrt(x);

    /// <summary>√(x² + y²), without overflow on the way.</summary>
    public static double Hypot(double x, double y) => Roots.Hypot(x, y);

    /// <summary>The hyperbolic sine.</summary>
    public static double Sinh(double x) => Exponential.Sinh(x);

    /// <summary>The inverse of the hyperbolic sine.</summary>
    public static double Asinh(double x) => Logarithm.Asinh(x);

    /// <summary>The inverse of the hyperbolic tangent; ±∞ at ±1, not a number outside.</summary>
    public static double Atanh(double x) => Logarithm.Atanh(x);
}
