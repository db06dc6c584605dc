using System.Globalization;
using System.Numerics;
using System.Text;

namespace Detente.Record.Json;

/// <summary>
/// Number::toString of ECMAScript (ECMA-262 section 6.1.6.1.20, radix 10), which RFC 8785 section 3.2.2.3 prescribes: the
/// fewest digits that are read back as the same double, of those the nearest to it, of two as near the even one; and a
/// decimal point or an exponent by the size of the number.
/// </summary>
/// <remarks>
/// The digits are found in exact integers, after Burger and Dybvig, "Printing Floating-Point Numbers Quickly and
/// Accurately", 1996. The framework's round-trip text will not do: .NET 10.0 prints 2^−25 as 2.980232238769531E-08, which
/// is read back as the double below it. The formats of the record hold integers, so no time is lost here.
/// </remarks>
internal static class EcmaNumber
{
    /// <summary>The text, in ASCII: <c>1e+21</c>, <c>0.000001</c>, <c>1e-7</c>; <c>0</c> for −0 too.</summary>
    /// <exception cref="ArgumentException">It is not a number or infinite, which JSON has no text for.</exception>
    public static string Write(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException("JSON has no text for a number that is not finite.", nameof(value));
        }

        if (value == 0)
        {
            return "0";
        }

        var digits = Digits(Math.Abs(value), out var n);
        return (value < 0 ? "-" : "") + Lay(digits, digits.Length, n);
    }

    /// <summary>The letters are the standard's: the number is 0.digits × 10^n, and there are k digits.</summary>
    private static string Lay(string digits, int k, int n) => n switch
    {
        >= 1 and <= 21 when k <= n => digits + new string('0', n - k),
        >= 1 and <= 21 => $"{digits[..n]}.{digits[n..]}",
        > -6 and <= 0 => $"0.{new string('0', -n)}{digits}",
        _ => new StringBuilder()
            .Append(digits[0]).Append(k > 1 ? "." : "").Append(digits, 1, k - 1)
            .Append('e').Append(n > 0 ? '+' : '-').Append(Math.Abs(n - 1).ToString(CultureInfo.InvariantCulture))
            .ToString(),
    };

    private static string Digits(double value, out int n)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var biased = (int)(bits >> 52);
        var mantissa = (bits & ((1L << 52) - 1)) | (biased > 0 ? 1L << 52 : 0);
        var exponent = Math.Max(biased, 1) - 1075;

        // What lies half way to a neighbour is read as the double whose mantissa is even.
        var even = mantissa % 2 == 0;

        // The neighbour below a power of two is half as far as the one above.
        var uneven = mantissa == 1L << 52 && biased > 1;

        // The number is rest / unit; numbers from (rest − below) / unit to (rest + above) / unit are read as it.
        var shift = uneven ? 2 : 1;
        var below = BigInteger.One << Math.Max(exponent, 0);
        var above = uneven ? below * 2 : below;
        var rest = new BigInteger(mantissa) << (Math.Max(exponent, 0) + shift);
        var unit = BigInteger.One << (Math.Max(-exponent, 0) + shift);

        // By the power of two below it, whose logarithm is at most log 2 less: the guess is right or one too small.
        n = (int)Math.Ceiling(Math.ILogB(value) * 0.30102999566398114 - 1e-10);
        var power = BigInteger.Pow(10, Math.Abs(n));
        (rest, above, below, unit) = n >= 0 ? (rest, above, below, unit * power) : (rest * power, above * power, below * power, unit);
        if (even ? rest + above >= unit : rest + above > unit)
        {
            unit *= 10;
            n++;
        }

        var digits = new StringBuilder(17);
        while (true)
        {
            (rest, above, below) = (rest * 10, above * 10, below * 10);
            var digit = (int)BigInteger.DivRem(rest, unit, out rest);
            var downIsSame = even ? rest <= below : rest < below;
            var upIsSame = even ? rest + above >= unit : rest + above > unit;
            if (downIsSame || upIsSame)
            {
                var half = (rest * 2).CompareTo(unit);
                var up = downIsSame && upIsSame ? half > 0 || (half == 0 && digit % 2 != 0) : upIsSame;
                return digits.Append((char)('0' + digit + (up ? 1 : 0))).ToString();
            }

            digits.Append((char)('0' + digit));
        }
    }
}
