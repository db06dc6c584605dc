using Detente.Functions;

namespace Detente.Tests.Functions;

/// <summary>The functions beside those of the platform, which are within a unit in the last place themselves.</summary>
public sealed class ElementaryTests(ITestOutputHelper output)
{
    public static TheoryData<string, double, double> Ranges => new()
    {
        { "Sin", -1, 1 }, { "Sin", -100, 100 }, { "Sin", -1e6, 1e6 }, { "Sin", -1e300, 1e300 },
        { "Cos", -1, 1 }, { "Cos", -100, 100 }, { "Cos", -1e6, 1e6 }, { "Cos", -1e300, 1e300 },
        { "Tan", -1, 1 }, { "Tan", -1e3, 1e3 }, { "Tan", -1e300, 1e300 },
        { "Atan", -1, 1 }, { "Atan", -1e3, 1e3 }, { "Asin", -1, 1 }, { "Acos", -1, 1 },
        { "Exp", -1, 1 }, { "Exp", -745, 709 }, { "Log", 0.5, 2 }, { "Log", 0, 1e300 },
        { "Sinh", -1, 1 }, { "Sinh", -700, 700 },
        { "Asinh", -1, 1 }, { "Asinh", -1e6, 1e6 }, { "Atanh", -1, 1 },
    };

    [Theory]
    [MemberData(nameof(Ranges))]
    public void A_function_is_within_two_places_of_the_platforms(string name, double from, double to)
    {
        var (ours, theirs) = Pair(name);
        var dice = new Random(7);
        var (worst, at) = (0L, 0.0);
        for (var i = 0; i < 8_000; i++)
        {
            var x = from + (to - from) * dice.NextDouble();
            var apart = Apart(ours(x), theirs(x));
            (worst, at) = apart > worst ? (apart, x) : (worst, at);
        }

        output.WriteLine($"{name} {from} to {to}: {worst} places apart at {at:R}");
        Assert.InRange(worst, 0, 2);
    }

    private static (Func<double, double> Ours, Func<double, double> Theirs) Pair(string name) => name switch
    {
        "Sin" => (Elementary.Sin, Math.Sin),
        "Cos" => (Elementary.Cos, Math.Cos),
        "Tan" => (Elementary.Tan, Math.Tan),
        "Atan" => (Elementary.Atan, Math.Atan),
        "Asin" => (Elementary.Asin, Math.Asin),
        "Acos" => (Elementary.Acos, Math.Acos),
        "Exp" => (Elementary.Exp, Math.Exp),
        "Log" => (Elementary.Log, Math.Log),
        "Sinh" => (Elementary.Sinh, Math.Sinh),
        "Asinh" => (Elementary.Asinh, Math.Asinh),
        "Atanh" => (Elementary.Atanh, Math.Atanh),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>How many doubles lie between two.</summary>
    private static long Apart(double a, double b)
    {
        return double.IsNaN(a) || double.IsNaN(b) ? double.IsNaN(a) == double.IsNaN(b) ? 0 : long.MaxValue : Math.Abs(Order(a) - Order(b));

        static long Order(double x)
        {
            var bits = BitConverter.DoubleToInt64Bits(x);
            return bits < 0 ? long.MinValue - bits : bits;
        }
    }
}
