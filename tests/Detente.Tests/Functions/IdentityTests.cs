using Detente.Functions;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Functions;

/// <summary>What holds between the functions, for any argument.</summary>
public sealed class IdentityTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    /// <summary>Any finite double, of any size.</summary>
    private static readonly Gen<double> Any = Gen.Choose(-0x40000000, 0x3FFFFFFF).Two()
        .Select(pair => BitConverter.Int64BitsToDouble(((long)pair.Item1 << 33) ^ ((long)pair.Item2 & 0x7FFFFFFF) << 2)).Where(double.IsFinite);

    private static readonly Gen<double> Small = Gen.Choose(-1_000_000, 1_000_000).Two().Select(pair => pair.Item1 * 1e-5 + pair.Item2 * 1e-12);

    [Fact]
    public void Sine_and_cosine_lie_on_the_unit_circle() => Holds(Any, x =>
    {
        var (sin, cos) = Elementary.SinCos(x);
        return Math.Abs(sin * sin + cos * cos - 1) < 6e-16 && (sin, cos) == (Elementary.Sin(x), Elementary.Cos(x));
    });

    [Fact]
    public void Odd_functions_are_odd_and_the_cosine_is_even() => Holds(Any, x =>
        Elementary.Sin(-x) == -Elementary.Sin(x) && Elementary.Cos(-x) == Elementary.Cos(x) && Elementary.Tan(-x) == -Elementary.Tan(x)
        && Elementary.Atan(-x) == -Elementary.Atan(x) && Elementary.Cbrt(-x) == -Elementary.Cbrt(x)
        && Elementary.Sinh(-x) == -Elementary.Sinh(x) && Elementary.Asinh(-x) == -Elementary.Asinh(x));

    [Fact]
    public void A_quarter_turn_of_degrees_swaps_sine_and_cosine() => Holds(Gen.Choose(-45_000_000, 45_000_000).Select(n => n / 1048576.0), x =>
    {
        // Multiples of 2^-20 degree, so that adding quarters is exact.
        var (sin, cos) = Elementary.SinCosDegrees(x);
        return Elementary.SinCosDegrees(x + 90) == (cos, -sin) && Elementary.SinCosDegrees(x - 180) == (-sin, -cos)
            && Elementary.SinCosDegrees(x + 36000) == (sin, cos) && Elementary.SinCosDegrees(-x) == (-sin, cos);
    });

    [Fact]
    public void The_angle_of_a_point_gives_the_point_back() => Holds(Small, x =>
    {
        var (sin, cos) = Elementary.SinCosDegrees(x);
        var degrees = Elementary.Atan2Degrees(sin, cos);
        var radians = Elementary.Atan2(sin, cos);
        return Math.Abs(Math.IEEERemainder(degrees - x, 360)) < 1e-13 && Math.Abs(degrees * (Math.PI / 180) - radians) < 1e-15;
    });

    [Fact]
    public void Inverse_functions_lead_back() => Holds(Small, x =>
        Math.Abs(Elementary.Log(Elementary.Exp(x)) - x) <= 4e-16 * Math.Max(1, Math.Abs(x)) && Near(Elementary.Log1p(Elementary.Expm1(Math.Abs(x))), Math.Abs(x))
        && Near(Elementary.Asinh(Elementary.Sinh(x)), x) && Near(Elementary.Tan(Elementary.Atan(x)), x) && Near(Elementary.Sin(Elementary.Asin(x / 11)), x / 11)
        && Near(Math.Pow(Elementary.Cbrt(x), 3), x) && Near(Elementary.Atanh(x / 11) * 2, Elementary.Log1p(2 * (x / 11) / (1 - x / 11))));

    [Fact]
    public void Neighbours_keep_their_order() => Holds(Any, x =>
    {
        var next = Math.BitIncrement(x);
        return Elementary.Exp(x) <= Elementary.Exp(next) && Elementary.Atan(x) <= Elementary.Atan(next) && Elementary.Cbrt(x) <= Elementary.Cbrt(next)
            && Elementary.Sinh(x) <= Elementary.Sinh(next) && !(Elementary.Log(x) > Elementary.Log(next));
    });

    [Fact]
    public void A_power_is_made_of_products() => Holds(Small, x =>
        Near(Elementary.Pow(x, 2), x * x) && Near(Elementary.Pow(x, -1), 1 / x) && Near(Elementary.Pow(x, 3), x * x * x) && Near(Elementary.Pow(Math.Abs(x), 0.5), Math.Sqrt(Math.Abs(x))));

    private static bool Near(double a, double b) => a == b || Math.Abs(a - b) <= 4e-15 * Math.Max(Math.Abs(a), Math.Abs(b)) + 1e-300;

    private static void Holds(Gen<double> gen, Func<double, bool> law) => Prop.ForAll(gen.ToArbitrary(), law).Check(Many);
}
