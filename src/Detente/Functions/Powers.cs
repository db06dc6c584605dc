namespace Detente.Functions;

/// <summary>x to the power y: e^(y log x), with the logarithm in two doubles.</summary>
internal static class Powers
{
    public static double Pow(double x, double y)
    {
        if (y == 0 || x == 1)
        {
            return 1;
        }

        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        var isInteger = Math.Floor(y) == y; // an infinity is one, and even
        var isOdd = isInteger && Math.Abs(y) < 1e16 && Math.Abs(y % 2) == 1;
        var isNegative = double.IsNegative(x) && isOdd;
        var a = Math.Abs(x);
        if (a == 0 || double.IsInfinity(a) || double.IsInfinity(y))
        {
            var grows = a == 1 ? 0 : a > 1 == y > 0 ? 1 : -1;
            var limit = grows == 0 ? 1 : grows > 0 ? double.PositiveInfinity : 0;
            return isNegative ? -limit : limit;
        }

        if (x < 0 && !isInteger)
        {
            return double.NaN;
        }

        var value = a == 1 ? 1 : OfPositive(a, y);
        return isNegative ? -value : value;
    }

    private static double OfPositive(double x, double y)
    {
        var logarithm = x >= 2.2250738585072014E-308
            ? Logarithm.Twofold(x)
            : Logarithm.Twofold(x * (1L << 54)) - Logarithm.Twofold(1L << 54);
        if (Math.Abs(logarithm.High * y) > 746)
        {
            return logarithm.High > 0 == y > 0 ? double.PositiveInfinity : 0;
        }

        var (value, exponent) = Exponential.Twofold(logarithm * y);
        return Exponential.Scale(value.Value, exponent);
    }
}
