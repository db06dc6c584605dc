using System.Numerics;
using Detente.Record.Signatures;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Signatures;

public sealed class ScalarTests
{
    [Fact]
    public void Below_the_order_is_canonical()
    {
        Assert.True(Scalar.IsCanonical(IntegerCurve.Bytes(0)));
        Assert.True(Scalar.IsCanonical(IntegerCurve.Bytes(IntegerCurve.L - 1)));
        Assert.False(Scalar.IsCanonical(IntegerCurve.Bytes(IntegerCurve.L)));
        Assert.False(Scalar.IsCanonical(IntegerCurve.Bytes(IntegerCurve.L + 1)));
        Assert.False(Scalar.IsCanonical(IntegerCurve.Bytes(BigInteger.Pow(2, 256) - 1)));
    }

    [Fact]
    public void Sixty_four_bytes_are_taken_modulo_the_order()
    {
        foreach (var multiple in (BigInteger[])[0, 1, 2, BigInteger.Pow(2, 200)])
        {
            foreach (var rest in (BigInteger[])[0, 1, IntegerCurve.L - 1])
            {
                var wide = new byte[64];
                (multiple * IntegerCurve.L + rest).TryWriteBytes(wide, out _, isUnsigned: true);
                var scalar = new byte[Scalar.Size];
                scalar.AsSpan().Fill(0xff);
                Scalar.Reduce(wide, scalar);
                Assert.Equal(rest, IntegerCurve.Number(scalar));
            }
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    public void The_non_adjacent_form_is_the_number_in_odd_digits_far_apart(int width)
    {
        foreach (var edge in (ulong[])[0, 1, 15, 16, 17, 127, 128, 255, ulong.MaxValue, ulong.MaxValue - 1, 1UL << 63, (1UL << 63) - 1, 0xAAAAAAAAAAAAAAAA, 0xF0F0F0F0F0F0F0F0])
        {
            Check(edge, width);
        }

        Prop.ForAll(ArbMap.Default.ArbFor<ulong>(), number => Check(number, width)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static void Check(ulong number, int width)
    {
        var digits = new sbyte[Scalar.Digits];
        digits.AsSpan().Fill(77);
        Scalar.ToNonAdjacentForm(number, width, digits);

        var sum = BigInteger.Zero;
        for (var i = 0; i < digits.Length; i++)
        {
            sum += digits[i] * BigInteger.Pow(2, i);
            Assert.True(digits[i] == 0 || (digits[i] % 2 != 0 && Math.Abs(digits[i]) < 1 << (width - 1)));
            Assert.InRange(digits.Skip(i).Take(width).Count(digit => digit != 0), 0, 1);
        }

        Assert.Equal(number, sum);
    }
}
