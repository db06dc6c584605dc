using System.Globalization;
using Detente.Functions;

namespace Detente.Tests.Functions;

/// <summary>
/// Every function beside 320 bits of the true value. <c>DETENTE_ARGUMENTS=100000</c> tries more arguments of each.
/// </summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    private static readonly int Arguments = int.Parse(Environment.GetEnvironmentVariable("DETENTE_ARGUMENTS") ?? "250", CultureInfo.InvariantCulture);

    private sealed record Function(string Name, Func<double, double> Ours, Func<double, Real> True, double Places, params (double From, double To)[] Ranges);

    private static readonly Function[] Functions =
    [
        new("sin", Elementary.Sin, x => Real.Sin(x), 0.8, (-0.8, 0.8), (-10, 10), (1e-9, 1e-3), (-2e6, 2e6), (1e15, 1e16), (1e300, 1.7e308)),
        new("cos", Elementary.Cos, x => Real.Cos(x), 0.8, (-0.8, 0.8), (-10, 10), (1e-9, 1e-3), (-2e6, 2e6), (1e15, 1e16), (1e300, 1.7e308)),
        new("tan", Elementary.Tan, x => Real.Sin(x) / Real.Cos(x), 0.6, (-0.8, 0.8), (-10, 10), (1e-9, 1e-3), (-2e6, 2e6), (1e300, 1.7e308)),
        new("atan2 of 1.3", x => Elementary.Atan2(1.3, x), x => Real.Atan(1.3 / (Real)x), 0.6, (0.001, 100), (0.9, 1.7), (1, 1e9)),
        new("atan", Elementary.Atan, x => Real.Atan(x), 0.6, (-1, 1), (-0.05, 0.05), (-100, 100), (1e10, 1e200), (1e-100, 1e-8)),
        new("asin", Elementary.Asin, x => Real.Atan(x / Real.Sqrt((1.0 - (Real)x) * (1.0 + (Real)x))), 0.6, (-1, 1), (0.999999, 1), (-1e-7, 1e-7)),
        new("acos", Elementary.Acos, x => Real.HalfPi - Real.Atan(x / Real.Sqrt((1.0 - (Real)x) * (1.0 + (Real)x))), 0.6, (-1, 1), (0.999999, 1), (-1e-7, 1e-7)),
        new("exp", Elementary.Exp, x => Real.Exp(x), 0.6, (-1, 1), (-700, 709), (-1e-9, 1e-9)),
        new("exp of little", Elementary.Exp, x => Real.Exp(x), 1.0, (-744, -700)),
        new("expm1", Elementary.Expm1, x => Real.Exp(x) - 1, 0.75, (-1, 1), (-40, 709), (-1e-9, 1e-9)),
        new("log", Elementary.Log, x => Real.Log(x), 0.6, (0.5, 2), (0.99, 1.01), (1e-300, 1e-200), (1, 1e300)),
        new("log1p", Elementary.Log1p, x => Real.Log(1.0 + (Real)x), 0.6, (-0.5, 1), (-1e-9, 1e-9), (-1, -0.9), (1, 1e300)),
        new("pow 2.7", x => Elementary.Pow(x, 2.7), x => Real.Exp(2.7 * Real.Log(x)), 0.6, (0.5, 2), (1e-100, 1e100)),
        new("pow −35.25", x => Elementary.Pow(x, -35.25), x => Real.Exp(-35.25 * Real.Log(x)), 0.6, (0.5, 2), (1e-8, 1e8)),
        new("pow of 1.5", x => Elementary.Pow(1.5, x), x => Real.Exp(x * Real.Log(1.5)), 0.6, (-1700, 1700)),
        new("cbrt", Elementary.Cbrt, x => x < 0 ? -Real.Root(-x, 3) : Real.Root(x, 3), 0.6, (-10, 10), (1e-300, 1e-250), (1e200, 1e300)),
        new("hypot", x => Elementary.Hypot(x, 1.3), x => Real.Sqrt((Real)x * x + (Real)1.3 * 1.3), 0.6, (-10, 10), (1e-9, 1e9)),
        new("sinh", Elementary.Sinh, x => 0.5 * (Real.Exp(x) - 1.0 / Real.Exp(x)), 0.75, (-1, 1), (-40, 40), (40, 710)),
        new("asinh", Elementary.Asinh, x => Real.Log(x + Real.Sqrt((Real)x * x + 1)), 0.6, (1e-9, 1e-3), (0, 1), (1, 1e9), (1e90, 1e110)),
        new("atanh", Elementary.Atanh, x => 0.5 * Real.Log((1.0 + (Real)x) / (1.0 - (Real)x)), 0.6, (-0.9, 0.9), (0.999, 1), (-1e-8, 1e-8)),
        new("sin of degrees", x => Elementary.SinCosDegrees(x).Sin, x => Real.Sin(x * Real.HalfPi / 90), 0.8, (-45, 45), (-720, 720), (1e9, 1e12), (179.999999, 180)),
        new("cos of degrees", x => Elementary.SinCosDegrees(x).Cos, x => Real.Cos(x * Real.HalfPi / 90), 0.8, (-45, 45), (-720, 720), (1e9, 1e12), (89.999999, 90)),
        new("degrees of a point", x => Elementary.Atan2Degrees(x, 1.7), x => 90.0 * Real.Atan(x / (Real)1.7) / Real.HalfPi, 0.6, (-3, 3), (-1e-9, 1e-9), (1e3, 1e9)),
        new("degrees of a point behind", x => Elementary.Atan2Degrees(x, -1.7), x => 180.0 - 90.0 * Real.Atan(x / (Real)1.7) / Real.HalfPi, 0.6, (0, 3), (1e-9, 1e-6), (1e3, 1e9)),
    ];

    public static TheoryData<string> Names => [.. Functions.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_is_within_its_places(string name)
    {
        var function = Functions.Single(f => f.Name == name);
        var dice = new Random(3);
        foreach (var (from, to) in function.Ranges)
        {
            var (worst, at) = (0.0, 0.0);
            for (var i = 0; i < Arguments; i++)
            {
                // Over several decades evenly in the exponent, else evenly.
                var x = from > 0 && to / from > 1e3 ? from * Math.Pow(to / from, dice.NextDouble()) : from + (to - from) * dice.NextDouble();
                var places = function.True(x).PlacesTo(function.Ours(x));
                (worst, at) = places > worst ? (places, x) : (worst, at);
            }

            output.WriteLine($"{name}, {from} to {to}: {worst:F4} places at {at:R}");
            Assert.InRange(worst, 0, function.Places);
        }
    }

    /// <summary>Doubles close to multiples of a quarter turn; 5.3E+255 is 6381956970095103 × 2^797, the closest of all, 2^-61 away (J.-M. Muller, Elementary Functions, 3rd ed. 2016, chapter 11).</summary>
    [Theory]
    [InlineData(3.141592653589793)]
    [InlineData(1.5707963267948966)]
    [InlineData(355)]
    [InlineData(5419351)]
    [InlineData(1647099.3291652855)]
    [InlineData(16367173.0 * 1024 * 1024 * 1024)]
    [InlineData(5.319372648326541E+255)]
    [InlineData(1.7976931348623157E+308)]
    public void Near_a_multiple_of_a_quarter_turn_no_digit_is_lost(double x)
    {
        Assert.InRange(Real.Sin(x).PlacesTo(Elementary.Sin(x)), 0, 0.6);
        Assert.InRange(Real.Cos(x).PlacesTo(Elementary.Cos(x)), 0, 0.6);
        Assert.InRange((Real.Sin(x) / Real.Cos(x)).PlacesTo(Elementary.Tan(x)), 0, 0.6);
        Assert.Equal((-Elementary.Sin(x), Elementary.Cos(x)), Elementary.SinCos(-x));
    }

    [Fact]
    public void The_tables_hold_the_true_values()
    {
        for (var i = 0; i <= 32; i++)
        {
            IsTwofold(Real.Atan(i / 32.0), Arctangent.Tabled[2 * i], Arctangent.Tabled[2 * i + 1]);
        }

        for (var i = 0; i < 64; i++)
        {
            IsTwofold(Real.Exp(i / 64.0 * Real.LogTwo), Exponential.Tabled[2 * i], Exponential.Tabled[2 * i + 1]);
        }

        for (var i = 0; i < 128; i++)
        {
            var (c, high, low) = (Logarithm.Tabled[3 * i], Logarithm.Tabled[3 * i + 1], Logarithm.Tabled[3 * i + 2]);
            Assert.Equal(c * 512, Math.Round(c * 512));
            Assert.Equal(high, Math.Round(Math.ScaleB(high, 42)) / Math.ScaleB(1, 42));
            Assert.Equal(c == 1 ? 0 : (-Real.Log(c) - high).Nearest(), low);
        }

        static void IsTwofold(Real value, double high, double low)
        {
            Assert.Equal(value.Nearest(), high);
            Assert.Equal((value - high).Nearest(), low);
        }
    }
}
