using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Detente.Record.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Json;

/// <summary>
/// Numbers, by a route that shares nothing with the framework's: in exact integers, from the definition of rounding. A
/// decimal is read as a double when it lies no further than half way to that double's neighbours, and half way only where
/// the double is even.
/// </summary>
public sealed partial class EcmaNumberTests
{
    [Theory]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(123456789012345680000.0, "123456789012345680000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1.5e21, "1.5e+21")]
    [InlineData(1e-6, "0.000001")]
    [InlineData(1.5e-6, "0.0000015")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(1.5e-7, "1.5e-7")]
    [InlineData(0.1, "0.1")]
    [InlineData(10, "10")]
    [InlineData(-12.5, "-12.5")]
    [InlineData(9007199254740993, "9007199254740992")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(2.2250738585072014e-308, "2.2250738585072014e-308")]
    [InlineData(618970019642690137449562112.0, "6.189700196426902e+26")] // 2^89
    [InlineData(2.9802322387695312e-8, "2.9802322387695312e-8")] // 2^-25: the framework's round-trip text is another number
    [InlineData(4.1045368012983762e-289, "4.1045368012983762e-289")] // 2^-958: likewise
    public void The_size_decides_the_layout(double value, string text) => Assert.Equal(text, EcmaNumber.Write(value));

    [Fact]
    public void Any_bits() => Prop.ForAll(
        ArbMap.Default.ArbFor<ulong>(),
        bits => Check(BitConverter.UInt64BitsToDouble(bits))).QuickCheckThrowOnFailure();

    /// <summary>FsCheck's own integers are small or evenly spread; bits of any exponent reach every size.</summary>
    [Fact]
    public void Bits_of_every_exponent()
    {
        var random = new Random(20260822);
        for (var exponent = 0L; exponent < 2047; exponent++)
        {
            // A power of two has a nearer neighbour below than above: the one place where the interval is uneven.
            Check(BitConverter.Int64BitsToDouble(exponent << 52));
            Check(BitConverter.Int64BitsToDouble((exponent << 52) | 1));
            Check(BitConverter.Int64BitsToDouble((exponent << 52) | ((1L << 52) - 1)));
            Check(BitConverter.Int64BitsToDouble((exponent << 52) | random.NextInt64(1L << 52)));
        }
    }

    [Fact]
    public void Powers_of_ten_and_their_neighbours()
    {
        for (var power = -323; power <= 308; power++)
        {
            var value = double.Parse($"1e{power}", CultureInfo.InvariantCulture);
            Check(value);
            Check(Math.BitIncrement(value));
            Check(Math.BitDecrement(value));
        }
    }

    [Fact]
    public void Short_decimals_are_written_as_they_are_read() => Prop.ForAll(
        Gen.Choose(1, 999_999_999).Zip(Gen.Choose(-300, 290)).ToArbitrary(),
        pair =>
        {
            var value = double.Parse($"{pair.Item1}e{pair.Item2}", CultureInfo.InvariantCulture);
            Check(value);
            var (digits, _) = Parts(EcmaNumber.Write(value));
            Assert.Equal(pair.Item1.ToString(CultureInfo.InvariantCulture).TrimEnd('0'), digits.ToString(CultureInfo.InvariantCulture));
        }).QuickCheckThrowOnFailure();

    private static void Check(double value)
    {
        if (!double.IsFinite(value) || value == 0)
        {
            return;
        }

        var text = EcmaNumber.Write(value);
        Assert.Equal(value, double.Parse(text, CultureInfo.InvariantCulture));
        Assert.Equal(value < 0, text.StartsWith('-'));
        Assert.Matches(Layout(), text);

        var (digits, exponent) = Parts(text.TrimStart('-'));
        var interval = Interval.Of(Math.Abs(value));
        Assert.True(interval.Holds(digits, exponent), text);

        // No string with one digit fewer is read as the same double: the two nearest such strings are not.
        var shorter = digits / 10;
        Assert.False(interval.Holds(shorter, exponent + 1) || interval.Holds(shorter + 1, exponent + 1), text);

        // Of as many digits that are read as the same double, none is nearer, and of two as near the even one stands.
        foreach (var other in new[] { digits - 1, digits + 1 }.Where(other => interval.Holds(other, exponent)))
        {
            var further = interval.Distance(other, exponent) - interval.Distance(digits, exponent);
            Assert.True(further > 0 || (further == 0 && digits.IsEven), text);
        }
    }

    /// <summary>The significant digits without zeros at the end, and the power of ten they are multiplied with.</summary>
    private static (BigInteger Digits, int Exponent) Parts(string text)
    {
        var match = Layout().Match(text);
        var fraction = match.Groups["fraction"].Value;
        var exponent = match.Groups["exponent"].Value is { Length: > 0 } written ? int.Parse(written, CultureInfo.InvariantCulture) : 0;
        var digits = BigInteger.Parse(match.Groups["whole"].Value + fraction, CultureInfo.InvariantCulture);
        exponent -= fraction.Length;
        for (; digits % 10 == 0; digits /= 10)
        {
            exponent++;
        }

        return (digits, exponent);
    }

    [GeneratedRegex(@"^-?(?<whole>0|[1-9][0-9]{0,20})(\.(?<fraction>[0-9]*[1-9]))?(e(?<exponent>\+[1-9][0-9]*|-[1-9][0-9]*))?$")]
    private static partial Regex Layout();

    /// <summary>The decimals that are read as one positive double: between two bounds, in units of a quarter of 2^exponent.</summary>
    private sealed record Interval(BigInteger Value, BigInteger Low, BigInteger High, int Exponent, bool WithBounds)
    {
        public static Interval Of(double value)
        {
            var bits = BitConverter.DoubleToInt64Bits(value);
            var biased = (int)(bits >> 52);
            var mantissa = (bits & ((1L << 52) - 1)) | (biased == 0 ? 0 : 1L << 52);
            var below = mantissa == 1L << 52 && biased > 1 ? 1 : 2;
            return new Interval(4 * (BigInteger)mantissa, (4 * (BigInteger)mantissa) - below, (4 * (BigInteger)mantissa) + 2, Math.Max(biased, 1) - 1075 - 2, mantissa % 2 == 0);
        }

        public bool Holds(BigInteger digits, int power)
        {
            var (decimals, unit) = Scaled(digits, power);
            return WithBounds ? decimals >= Low * unit && decimals <= High * unit : decimals > Low * unit && decimals < High * unit;
        }

        /// <summary>How far a decimal lies from the double, in a unit that is the same for one power of ten.</summary>
        public BigInteger Distance(BigInteger digits, int power)
        {
            var (decimals, unit) = Scaled(digits, power);
            return BigInteger.Abs(decimals - (Value * unit));
        }

        /// <summary>digits × 10^power and 2^exponent, both multiplied until they are whole.</summary>
        private (BigInteger Decimals, BigInteger Unit) Scaled(BigInteger digits, int power)
        {
            var ten = BigInteger.Pow(10, Math.Abs(power));
            var two = BigInteger.Pow(2, Math.Abs(Exponent));
            return ((power >= 0 ? digits * ten : digits) * (Exponent < 0 ? two : 1), (power < 0 ? ten : 1) * (Exponent >= 0 ? two : 1));
        }
    }
}
