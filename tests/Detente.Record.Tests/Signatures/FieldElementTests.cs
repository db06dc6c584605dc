using System.Numerics;
using Detente.Record.Signatures;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Signatures;

/// <summary>Against whole numbers.</summary>
public sealed class FieldElementTests
{
    /// <summary>Where carries begin and end.</summary>
    private static readonly BigInteger[] Edges =
    [
        0, 1, 2, 18, 19, 20, IntegerCurve.P - 1, IntegerCurve.P, IntegerCurve.P + 1, IntegerCurve.P + 18, IntegerCurve.P - 19,
        .. Enumerable.Range(1, 4).SelectMany(limb => new[] { BigInteger.Pow(2, 51 * limb) - 1, BigInteger.Pow(2, 51 * limb), IntegerCurve.P - BigInteger.Pow(2, 51 * limb) }),
        (IntegerCurve.P - 1) / 2, (IntegerCurve.P + 1) / 2,
    ];

    private static readonly Arbitrary<BigInteger> Numbers = Gen.Frequency(
        (1, Gen.Elements(Edges)),
        (3, Gen.Choose(0, 255).ArrayOf(32).Select(bytes => IntegerCurve.Number([.. bytes.Select(b => (byte)b)]) >> 1))).ToArbitrary();

    [Fact]
    public void Operations_are_those_of_whole_numbers_modulo_p() => Prop.ForAll(Numbers, Numbers, (a, b) =>
    {
        var (x, y) = (Of(a), Of(b));
        FieldElement.Add(x, y, out var sum);
        FieldElement.Subtract(x, y, out var difference);
        FieldElement.Negate(x, out var negated);
        FieldElement.Multiply(x, y, out var product);
        FieldElement.Square(x, out var square);
        FieldElement.Square(x, 5, out var power);
        Same(a + b, sum);
        Same(a - b, difference);
        Same(-a, negated);
        Same(a * b, product);
        Same(a * a, square);
        Same(BigInteger.ModPow(a, 32, IntegerCurve.P), power);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Inverses_and_roots_are_powers() => Prop.ForAll(Numbers, a =>
    {
        FieldElement.Invert(Of(a), out var inverse);
        FieldElement.PowerForRoot(Of(a), out var root);
        Same(BigInteger.ModPow(a, IntegerCurve.P - 2, IntegerCurve.P), inverse);
        Same(BigInteger.ModPow(a, (IntegerCurve.P - 5) / 8, IntegerCurve.P), root);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Seven_units_are_multiplied_right() => Prop.ForAll(Numbers, Numbers, Numbers, (a, b, c) =>
    {
        // a − b has five units, and two more with 2c: the most that a formula makes. Limbs of 2^51 − 1 fill them.
        var (x, n) = Fill(a, b, c);
        var (y, m) = Fill(IntegerCurve.P + 18, 0, IntegerCurve.P + 18);
        FieldElement.Multiply(x, y, out var product);
        FieldElement.Square(x, out var square);
        FieldElement.Multiply(y, y, out var most);
        FieldElement.Square(y, out var mostSquared);
        Same(n * m, product);
        Same(n * n, square);
        Same(m * m, most);
        Same(m * m, mostSquared);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_result_may_be_written_over_what_it_is_made_of() => Prop.ForAll(Numbers, Numbers, (a, b) =>
    {
        var (x, y, z) = (Of(a), Of(b), Of(a));
        FieldElement.Multiply(x, y, out x);
        FieldElement.Multiply(z, y, out y);
        FieldElement.Square(z, out z);
        Same(a * b, x);
        Same(a * b, y);
        Same(a * a, z);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, true)]
    [InlineData(17, false)]
    [InlineData(18, false)]
    public void Zero_is_zero_in_either_encoding(int more, bool isZero)
    {
        Assert.True(Of(IntegerCurve.P).IsZero);
        Assert.Equal(isZero, Of(IntegerCurve.P + more).IsZero);
        Assert.Equal(isZero, Of(more).IsZero);
        Assert.Equal(more % 2 == 1, Of(more).IsOdd);
    }

    private static (FieldElement Element, BigInteger Number) Fill(BigInteger a, BigInteger b, BigInteger c)
    {
        FieldElement.Subtract(Of(a), Of(b), out var sum);
        FieldElement.Add(sum, Of(c), out sum);
        FieldElement.Add(sum, Of(c), out sum);
        return (sum, a - b + 2 * c);
    }

    private static FieldElement Of(BigInteger number) => FieldElement.Of(IntegerCurve.Bytes(number));

    private static void Same(BigInteger number, in FieldElement element)
    {
        var bytes = new byte[FieldElement.Size];
        element.CopyTo(bytes);
        Assert.Equal(IntegerCurve.Mod(number), IntegerCurve.Number(bytes));
    }
}
