using System.Numerics;

namespace Detente.Tests.Functions;

/// <summary>A number of 320 bits, mantissa × 2^exponent: slow and plain, to hold the functions against. Every operation is cut, not rounded, to 320 bits.</summary>
internal readonly struct Real
{
    private const int Bits = 320;

    /// <summary>π/2 to 1,600 bits after the point, by J. Machin's formula π/4 = 4 atan(1/5) − atan(1/239).</summary>
    private static readonly BigInteger QuarterTurn = 2 * (4 * AtanOfReciprocal(5, 1640) - AtanOfReciprocal(239, 1640)) >> 40;

    private static readonly Real Two = new(1, 1);

    public static readonly Real HalfPi = new(QuarterTurn, -1600);

    public static readonly Real LogTwo = LogNearOne(Two);

    private readonly BigInteger mantissa;
    private readonly int exponent;

    private Real(BigInteger mantissa, int exponent)
    {
        var excess = (int)mantissa.GetBitLength() - Bits;
        (this.mantissa, this.exponent) = excess > 0 ? (mantissa >> excess, exponent + excess) : (mantissa, exponent);
    }

    /// <summary>Exactly a double.</summary>
    public static implicit operator Real(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(Math.Abs(value));
        var biased = (int)(bits >> 52);
        var whole = (bits & ((1L << 52) - 1)) | (biased > 0 ? 1L << 52 : 0);
        return new Real(value < 0 ? -whole : whole, Math.Max(biased, 1) - 1075);
    }

    public int Sign => mantissa.Sign;

    /// <summary>The power of two at or below its size.</summary>
    private int Place => (int)BigInteger.Abs(mantissa).GetBitLength() - 1 + exponent;

    public static Real operator -(Real a) => new(-a.mantissa, a.exponent);

    public static Real operator +(Real a, Real b)
    {
        if (a.Sign == 0 || b.Sign == 0 || Math.Abs(a.Place - b.Place) > 3 * Bits)
        {
            return b.Sign == 0 || (a.Sign != 0 && a.Place > b.Place) ? a : b;
        }

        var low = Math.Min(a.exponent, b.exponent);
        return new Real((a.mantissa << (a.exponent - low)) + (b.mantissa << (b.exponent - low)), low);
    }

    public static Real operator -(Real a, Real b) => a + -b;

    public static Real operator *(Real a, Real b) => new(a.mantissa * b.mantissa, a.exponent + b.exponent);

    public static Real operator /(Real a, Real b) => new((a.mantissa << (2 * Bits)) / b.mantissa, a.exponent - b.exponent - 2 * Bits);

    public static Real Sqrt(Real a) => Root(a, 2);

    /// <summary>The real root of a number that is not negative.</summary>
    public static Real Root(Real a, int degree)
    {
        if (a.Sign == 0)
        {
            return a;
        }

        // The integer root of the mantissa, lengthened; Newton from above.
        var shift = degree * Bits;
        shift += ((a.exponent - shift) % degree + degree) % degree;
        var radicand = a.mantissa << shift;
        var root = BigInteger.One << ((int)radicand.GetBitLength() / degree + 1);
        while (true)
        {
            var next = ((degree - 1) * root + radicand / BigInteger.Pow(root, degree - 1)) / degree;
            if (next >= root)
            {
                return new Real(root, (a.exponent - shift) / degree);
            }

            root = next;
        }
    }

    public static Real Sin(Real x) => Turned(x, 0);

    public static Real Cos(Real x) => Turned(x, 1);

    public static Real Atan(Real x)
    {
        // Half the angle, eight times: atan x = 2 atan(x / (1 + √(1 + x²))).
        for (var i = 0; i < 8; i++)
        {
            x /= 1.0 + Sqrt(1.0 + x * x);
        }

        var (sum, power, square) = (x, x, -(x * x));
        for (var n = 3; n < 60; n += 2)
        {
            power *= square;
            sum += power / n;
        }

        return new Real(sum.mantissa, sum.exponent + 8);
    }

    public static Real Exp(Real x)
    {
        var twos = (x / LogTwo).Whole();
        var rest = x - (double)twos * LogTwo;
        rest = new Real(rest.mantissa, rest.exponent - 20);
        Real sum = 1, term = 1;
        for (var n = 1; n < 25; n++)
        {
            term *= rest / n;
            sum += term;
        }

        for (var i = 0; i < 20; i++)
        {
            sum *= sum;
        }

        return new Real(sum.mantissa, sum.exponent + (int)twos);
    }

    /// <summary>The logarithm of a positive number.</summary>
    public static Real Log(Real x)
    {
        var twos = x.Place + 1;
        var m = new Real(x.mantissa, x.exponent - twos); // from 1/2 to 1
        return (double)twos * LogTwo + LogNearOne(m);
    }

    /// <summary>By how many units in its last place a double is off this number: 2^-1074 is the least unit.</summary>
    public double PlacesTo(double value)
    {
        var unit = Math.Max(Place - 52, -1074);
        var difference = this - value;
        return difference.Sign == 0 ? 0 : Math.ScaleB((double)(BigInteger.Abs(difference.mantissa) >> Math.Max(0, difference.Place - difference.exponent - 60)), difference.exponent + Math.Max(0, difference.Place - difference.exponent - 60) - unit);
    }

    /// <summary>The nearest double, for tables.</summary>
    public double Nearest()
    {
        var shift = Math.Max(0, (int)BigInteger.Abs(mantissa).GetBitLength() - 54);
        var kept = mantissa >> shift;
        // One bit more than a double has, and whether anything follows: ToEven of the conversion does the rest.
        return Math.ScaleB((double)(long)(kept * 2 + (kept << shift != mantissa ? 1 : 0)), exponent + shift - 1);
    }

    private BigInteger Whole() => exponent >= 0 ? mantissa << exponent : mantissa >> Math.Min(-exponent, 4 * Bits);

    /// <summary>sin(x + quarters × π/2).</summary>
    private static Real Turned(Real x, int quarters)
    {
        var fixedPoint = x.exponent >= -1600 ? x.mantissa << (1600 + x.exponent) : x.mantissa >> Math.Min(-1600 - x.exponent, 4 * Bits);
        var whole = BigInteger.DivRem(2 * fixedPoint + QuarterTurn, 2 * QuarterTurn, out _);
        var rest = fixedPoint - whole * QuarterTurn;
        quarters = (int)(((whole + quarters) % 4 + 4) % 4);
        var r = whole.IsZero ? x : new Real(rest, -1600);
        var (sum, term, square) = quarters % 2 == 0 ? (r, r, -(r * r)) : ((Real)1, (Real)1, -(r * r));
        for (var n = quarters % 2 == 0 ? 2 : 1; n < 90; n += 2)
        {
            term = term * square / ((double)n * (n + 1));
            sum += term;
        }

        return quarters < 2 ? sum : -sum;
    }

    /// <summary>log x = 2 artanh((x − 1)/(x + 1)), for x from 1/2 to 2.</summary>
    private static Real LogNearOne(Real x)
    {
        var t = (x - 1) / (x + 1.0);
        var (sum, power, square) = (t, t, t * t);
        for (var n = 3; n < 220; n += 2)
        {
            power *= square;
            sum += power / n;
        }

        return Two * sum;
    }

    private static BigInteger AtanOfReciprocal(int n, int bits)
    {
        var power = (BigInteger.One << bits) / n;
        var sum = power;
        for (var odd = 3; !power.IsZero; odd += 2)
        {
            power /= -n * n;
            sum += power / odd;
        }

        return sum;
    }
}
