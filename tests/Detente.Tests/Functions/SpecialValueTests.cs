using Detente.Functions;

namespace Detente.Tests.Functions;

/// <summary>Edges of the functions, as IEEE 754-2019, section 9.2.1, has them; to the bit, with the sign of a zero.</summary>
public sealed class SpecialValueTests
{
    private const double Infinity = double.PositiveInfinity;
    private const double Least = double.Epsilon;
    private const double Nan = double.NaN;

    public static TheoryData<string, double, double> OfOne => new()
    {
        { "Sin", -0.0, -0.0 }, { "Sin", Infinity, Nan }, { "Sin", Nan, Nan }, { "Sin", Least, Least }, { "Sin", -1e-300, -1e-300 },
        { "Cos", -0.0, 1 }, { "Cos", -Infinity, Nan }, { "Cos", Least, 1 },
        { "Tan", -0.0, -0.0 }, { "Tan", Infinity, Nan }, { "Tan", -Least, -Least },
        { "Atan", -0.0, -0.0 }, { "Atan", Infinity, Math.PI / 2 }, { "Atan", -Infinity, -Math.PI / 2 }, { "Atan", Nan, Nan }, { "Atan", Least, Least },
        { "Asin", -0.0, -0.0 }, { "Asin", 1, Math.PI / 2 }, { "Asin", -1, -Math.PI / 2 }, { "Asin", 1.0000000000000002, Nan }, { "Asin", Nan, Nan },
        { "Acos", 1, 0 }, { "Acos", -1, Math.PI }, { "Acos", 0, Math.PI / 2 }, { "Acos", -1.0000000000000002, Nan }, { "Acos", Nan, Nan },
        { "Exp", 0, 1 }, { "Exp", Infinity, Infinity }, { "Exp", -Infinity, 0 }, { "Exp", Nan, Nan }, { "Exp", 709.79, Infinity }, { "Exp", -745.14, 0 }, { "Exp", -745, Least },
        { "Expm1", -0.0, -0.0 }, { "Expm1", Infinity, Infinity }, { "Expm1", -Infinity, -1 }, { "Expm1", Nan, Nan }, { "Expm1", Least, Least }, { "Expm1", 710, Infinity },
        { "Log", 1, 0 }, { "Log", 0, -Infinity }, { "Log", -0.0, -Infinity }, { "Log", -1, Nan }, { "Log", Infinity, Infinity }, { "Log", Nan, Nan }, { "Log", -Infinity, Nan },
        { "Log1p", -0.0, -0.0 }, { "Log1p", -1, -Infinity }, { "Log1p", -1.5, Nan }, { "Log1p", Infinity, Infinity }, { "Log1p", Nan, Nan }, { "Log1p", Least, Least },
        { "Cbrt", -0.0, -0.0 }, { "Cbrt", -Infinity, -Infinity }, { "Cbrt", Nan, Nan }, { "Cbrt", 27, 3 }, { "Cbrt", -1e-300, -1e-100 }, { "Cbrt", 1e300, 1e100 },
        { "Sinh", -0.0, -0.0 }, { "Sinh", -Infinity, -Infinity }, { "Sinh", Nan, Nan }, { "Sinh", 711, Infinity }, { "Sinh", Least, Least },
        { "Asinh", -0.0, -0.0 }, { "Asinh", -Infinity, -Infinity }, { "Asinh", Nan, Nan }, { "Asinh", Least, Least },
        { "Atanh", -0.0, -0.0 }, { "Atanh", 1, Infinity }, { "Atanh", -1, -Infinity }, { "Atanh", 1.5, Nan }, { "Atanh", Nan, Nan }, { "Atanh", Least, Least },
    };

    public static TheoryData<string, double, double, double> OfTwo => new()
    {
        { "Atan2", 0, 1, 0 }, { "Atan2", -0.0, 1, -0.0 }, { "Atan2", 0, -1, Math.PI }, { "Atan2", -0.0, -1, -Math.PI }, { "Atan2", 0, 0, 0 },
        { "Atan2", -0.0, 0, -0.0 }, { "Atan2", 0, -0.0, Math.PI }, { "Atan2", -0.0, -0.0, -Math.PI }, { "Atan2", 1, 0, Math.PI / 2 }, { "Atan2", -1, -0.0, -Math.PI / 2 },
        { "Atan2", Infinity, Infinity, Math.PI / 4 }, { "Atan2", -Infinity, Infinity, -Math.PI / 4 }, { "Atan2", Infinity, -Infinity, 2.356194490192345 },
        { "Atan2", 1, Infinity, 0 }, { "Atan2", -1, Infinity, -0.0 }, { "Atan2", -1, -Infinity, -Math.PI }, { "Atan2", -Infinity, -3, -Math.PI / 2 },
        { "Atan2", Nan, 1, Nan }, { "Atan2", 1, Nan, Nan }, { "Atan2", Nan, Infinity, Nan }, { "Atan2", 3e307, 3e307, Math.PI / 4 }, { "Atan2", Least, Least, Math.PI / 4 },
        { "Atan2", 1e-200, 1e200, 0 }, { "Atan2", 1e-300, -1, Math.PI }, { "Atan2", 1, 1e-300, Math.PI / 2 }, { "Atan2", 1e-160, 1, 1e-160 }, { "Atan2", 1e-310, 1e-300, 9.999999999999969E-11 },
        { "Atan2Degrees", 0, -1, 180 }, { "Atan2Degrees", -0.0, -1, -180 }, { "Atan2Degrees", 1, 0, 90 }, { "Atan2Degrees", -1e-300, 1e-300, -45 },
        { "Atan2Degrees", -2, -2, -135 }, { "Atan2Degrees", 7, 7, 45 }, { "Atan2Degrees", 7, -7, 135 }, { "Atan2Degrees", -0.0, 5, -0.0 }, { "Atan2Degrees", Nan, 5, Nan }, { "Atan2Degrees", -Infinity, 0, -90 },
        { "Pow", 0, 3, 0 }, { "Pow", -0.0, 3, -0.0 }, { "Pow", -0.0, 2, 0 }, { "Pow", 0, -1, Infinity }, { "Pow", -0.0, -1, -Infinity }, { "Pow", -0.0, -2, Infinity },
        { "Pow", Nan, 0, 1 }, { "Pow", 1, Nan, 1 }, { "Pow", Nan, 2, Nan }, { "Pow", 2, Nan, Nan }, { "Pow", -1, Infinity, 1 }, { "Pow", -1, -Infinity, 1 },
        { "Pow", 2, Infinity, Infinity }, { "Pow", 2, -Infinity, 0 }, { "Pow", 0.5, Infinity, 0 }, { "Pow", 0.5, -Infinity, Infinity }, { "Pow", Infinity, -2, 0 }, { "Pow", -Infinity, 3, -Infinity },
        { "Pow", -Infinity, -3, -0.0 }, { "Pow", -8, 1.0 / 3, Nan }, { "Pow", -2, 3, -8 }, { "Pow", -2, 4, 16 }, { "Pow", 2, 1023, 8.98846567431158E+307 }, { "Pow", 2, -1074, Least },
        { "Pow", 2, 1024, Infinity }, { "Pow", 10, -400, 0 }, { "Pow", 10, 15, 1e15 }, { "Pow", -1, 1e300, 1 }, { "Pow", Least, 0.5, 2.2227587494850775E-162 },
        { "Hypot", 3, -4, 5 }, { "Hypot", Infinity, Nan, Infinity }, { "Hypot", Nan, 1, Nan }, { "Hypot", 3e300, 4e300, 5e300 }, { "Hypot", 3e-320, 4e-320, 5e-320 }, { "Hypot", 0, -0.0, 0 }, { "Hypot", 1e308, 1e308, 1.4142135623730951E+308 },
    };

    [Theory]
    [MemberData(nameof(OfOne))]
    public void A_function_of_one_number_has_its_edges(string name, double x, double expected)
        => Same(expected, name switch
        {
            "Sin" => Elementary.Sin(x),
            "Cos" => Elementary.Cos(x),
            "Tan" => Elementary.Tan(x),
            "Atan" => Elementary.Atan(x),
            "Asin" => Elementary.Asin(x),
            "Acos" => Elementary.Acos(x),
            "Exp" => Elementary.Exp(x),
            "Expm1" => Elementary.Expm1(x),
            "Log" => Elementary.Log(x),
            "Log1p" => Elementary.Log1p(x),
            "Cbrt" => Elementary.Cbrt(x),
            "Sinh" => Elementary.Sinh(x),
            "Asinh" => Elementary.Asinh(x),
            "Atanh" => Elementary.Atanh(x),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        });

    [Theory]
    [MemberData(nameof(OfTwo))]
    public void A_function_of_two_numbers_has_its_edges(string name, double x, double y, double expected)
        => Same(expected, name switch
        {
            "Atan2" => Elementary.Atan2(x, y),
            "Atan2Degrees" => Elementary.Atan2Degrees(x, y),
            "Pow" => Elementary.Pow(x, y),
            "Hypot" => Elementary.Hypot(x, y),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        });

    [Fact]
    public void Sine_and_cosine_of_degrees_are_exact_where_they_are_rational()
    {
        (double Sin, double Cos)[] quarters = [(0, 1), (1, 0), (0, -1), (-1, 0)];
        for (var turn = -3; turn <= 3; turn++)
        {
            for (var quarter = 0; quarter < 4; quarter++)
            {
                Assert.Equal(quarters[quarter], Elementary.SinCosDegrees(360 * turn + 90 * quarter));
            }

            Assert.Equal((0.5, -0.5), (Elementary.SinCosDegrees(360 * turn + 30).Sin, Elementary.SinCosDegrees(360 * turn + 120).Cos));
            Assert.Equal((-0.5, 0.5), (Elementary.SinCosDegrees(360 * turn + 210).Sin, Elementary.SinCosDegrees(360 * turn - 60).Cos));
        }

        Assert.Equal((1, 0), Elementary.SinCosDegrees(360e12 + 90));
        Same(-0.0, Elementary.SinCosDegrees(-0.0).Sin);
        Same(double.NaN, Elementary.SinCosDegrees(double.PositiveInfinity).Cos);
        Same(double.NaN, Elementary.SinCosDegrees(double.NaN).Sin);
    }

    private static void Same(double expected, double actual)
        => Assert.True(
            double.IsNaN(expected) ? double.IsNaN(actual) : BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual),
            $"expected {expected:R}, was {actual:R}");
}
