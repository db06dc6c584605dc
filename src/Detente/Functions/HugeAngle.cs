namespace Detente.Functions;

/// <summary>
/// Angles so large, or so near to a multiple of a quarter turn, that 2/π is needed to hundreds of bits: the product in
/// integers, of which only the part below four quarter turns is kept. M. H. Payne and R. N. Hanek, Radian reduction for
/// trigonometric functions, SIGNUM Newsletter 18 (1983) 19–24.
/// </summary>
internal static class HugeAngle
{
    /// <summary>One word of zeros, then 2/π after the point, the highest bits first.</summary>
    private static ReadOnlySpan<ulong> QuartersInRadian =>
    [
        0,
        0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561, 0xB7246E3A424DD2E0, 0x06492EEA09D1921C, 0xFE1DEB1CB129A73E,
        0xE88235F52EBB4484, 0xE99C7026B45F7E41, 0x3991D639835339F4, 0x9C845F8BBDF9283B, 0x1FF897FFDE05980F, 0xEF2F118B5A0A6D1F, 0x6D367ECF27CB09B7,
        0x4F463F669E5FEA2D, 0x7527BAC7EBE5F17B, 0x3D0739F78A5292EA, 0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB, 0xF0CFBC209AF4361D, 0xA9E391615EE61B08,
    ];

    private static readonly Twofold Quarter = new(1.5707963267948966, 6.123233995736766E-17);

    /// <summary>The angle less a number of quarter turns, and that number modulo 4. Not a number for an infinity.</summary>
    public static (Twofold Angle, int Quarters) Reduce(double x)
    {
        if (!double.IsFinite(x))
        {
            return (double.NaN, 0);
        }

        // |x| is mantissa × 2^exponent, the exponent at least −53. Bits of 2/π that give whole turns are left out.
        var bits = BitConverter.DoubleToInt64Bits(Math.Abs(x));
        var mantissa = (ulong)(bits & 0xFFFFFFFFFFFFF | 0x10000000000000);
        var skipped = (int)(bits >> 52) - 1075 - 2 + 64;

        // Four words of 2/π times the mantissa, modulo 2^256: two bits of quarter turns, 254 of their fraction.
        Span<ulong> product = stackalloc ulong[4];
        ulong carry = 0;
        for (var i = 3; i >= 0; i--)
        {
            var upper = Math.BigMul(Word(skipped + 64 * i), mantissa, out var lower);
            product[i] = unchecked(lower + carry);
            carry = product[i] < lower ? upper + 1 : upper;
        }

        var quarters = (int)(product[0] >> 62);
        var fraction = new UInt128(product[0] << 2 | product[1] >> 62, product[1] << 2 | product[2] >> 62);
        var more = product[2] << 2 | product[3] >> 62;
        var isOver = fraction >> 127 != 0;
        if (isOver)
        {
            quarters++;
            (fraction, more) = (~fraction, ~more); // 1 less the fraction, but for a unit in place 2^-192
        }

        var leading = (int)UInt128.LeadingZeroCount(fraction);
        fraction = fraction << leading | (leading == 0 ? 0 : (UInt128)more << 64 >> (128 - leading));
        var rest = Quarter * Twofold.SumOrdered(
            (double)(ulong)(fraction >> 75) * Power(-53 - leading),
            (double)(ulong)(fraction >> 11 & ulong.MaxValue) * Power(-117 - leading));
        return isOver == x > 0 ? (-rest, x > 0 ? quarters : -quarters) : (rest, x > 0 ? quarters : -quarters);
    }

    /// <summary>64 bits of the table, from any bit on.</summary>
    private static ulong Word(int bit)
    {
        var (word, shift) = (bit >> 6, bit & 63);
        return shift == 0 ? QuartersInRadian[word] : QuartersInRadian[word] << shift | QuartersInRadian[word + 1] >> (64 - shift);
    }

    /// <summary>2 to a power that gives a normal number.</summary>
    private static double Power(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
}
