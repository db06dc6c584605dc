using System.Numerics;
using Detente.Record.Signatures;

namespace Detente.Record.Tests.Signatures;

/// <summary>Against the curve in whole numbers. Points with a part of low order are among them: the formulas must hold for all.</summary>
public sealed class EdwardsPointTests
{
    private static readonly List<(BigInteger X, BigInteger Y)> Points = Make();

    [Fact]
    public void The_base_point() => Assert.Equal("5866666666666666666666666666666666666666666666666666666666666666", Hex(EdwardsPoint.Base()));

    [Fact]
    public void Every_point_is_read_and_written()
    {
        foreach (var point in Points)
        {
            Assert.Equal(Hex(point), Hex(Of(point)));
        }
    }

    [Fact]
    public void A_y_without_a_point_is_refused()
    {
        var refused = 0;
        for (var y = 0; y < 200; y++)
        {
            var known = IntegerCurve.Decode(IntegerCurve.Bytes(y)) is not null;
            Assert.Equal(known, EdwardsPoint.TryDecode(IntegerCurve.Bytes(y), out _));
            refused += known ? 0 : 1;
        }

        Assert.InRange(refused, 60, 140);
    }

    [Fact]
    public void Sums_differences_doubles_and_negatives_are_those_of_whole_numbers()
    {
        foreach (var a in Points)
        {
            Of(a).Negate(out var negated);
            Assert.Equal(Hex((IntegerCurve.Mod(-a.X), a.Y)), Hex(negated));
            Of(a).Double(3, out var eight);
            Assert.Equal(Hex(IntegerCurve.Multiply(8, a)), Hex(eight));

            foreach (var b in Points)
            {
                Of(b).ToAddend(out var addend);
                Of(a).Add(addend, out var sum);
                Of(a).Subtract(addend, out var difference);
                Assert.Equal(Hex(IntegerCurve.Add(a, b)), Hex(sum));
                Assert.Equal(Hex(IntegerCurve.Add(a, (IntegerCurve.Mod(-b.X), b.Y))), Hex(difference));
            }
        }
    }

    [Fact]
    public void Tables_hold_the_odd_multiples_of_each_word()
    {
        var tables = EdwardsAddend.OddMultiplesByWord(EdwardsPoint.Base(), 4);
        Assert.Equal(Scalar.Words, tables.Length);
        var start = IntegerCurve.Base;
        foreach (var table in tables)
        {
            Assert.Equal(4, table.Length);
            var multiple = start;
            foreach (var addend in table)
            {
                Of(IntegerCurve.Zero).Add(addend, out var sum);
                Assert.Equal(Hex(multiple), Hex(sum));
                multiple = IntegerCurve.Add(IntegerCurve.Add(multiple, start), start);
            }

            start = IntegerCurve.Multiply(BigInteger.Pow(2, 64), start);
        }
    }

    private static List<(BigInteger X, BigInteger Y)> Make()
    {
        var random = new Random(8032);
        var points = new List<(BigInteger X, BigInteger Y)>(IntegerCurve.OfLowOrder) { IntegerCurve.Base };
        for (var i = 0; i < 3; i++)
        {
            var bytes = new byte[31];
            random.NextBytes(bytes);
            var point = IntegerCurve.Multiply(IntegerCurve.Number(bytes), IntegerCurve.Base);
            points.Add(point);
            points.Add(IntegerCurve.Add(point, IntegerCurve.OfLowOrder[1 + i]));
        }

        return points;
    }

    private static EdwardsPoint Of((BigInteger X, BigInteger Y) point)
    {
        Assert.True(EdwardsPoint.TryDecode(IntegerCurve.Encode(point), out var decoded));
        return decoded;
    }

    private static string Hex((BigInteger X, BigInteger Y) point) => Convert.ToHexStringLower(IntegerCurve.Encode(point));

    private static string Hex(in EdwardsPoint point)
    {
        // Through an addition of nothing, which is how points are written.
        Of(IntegerCurve.Zero).ToAddend(out var zero);
        point.Add(zero, out var sum);
        return Hex(sum);
    }

    private static string Hex(in EdwardsSum sum)
    {
        var bytes = new byte[FieldElement.Size];
        sum.Encode(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
