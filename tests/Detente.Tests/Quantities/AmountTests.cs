using Detente.Quantities;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Quantities;

/// <summary>Amounts with small ends against the set of half-integers they hold: enough to see every open and closed end.</summary>
public sealed class AmountTests
{
    private static readonly decimal[] Line = [.. Enumerable.Range(-4, 32).Select(n => n / 2m)];

    private static readonly Gen<Amount> Small =
        from low in End()
        from high in End()
        from lowOpen in Gen.Elements(true, false)
        from highOpen in Gen.Elements(true, false)
        select new Amount(low, high, low is not null && lowOpen, high is not null && highOpen);

    private static readonly Gen<Amount> Counts =
        from low in Gen.Choose(0, 6) from width in Gen.Choose(0, 5) from isOpen in Gen.Elements(true, false) select new Amount(low, isOpen ? null : low + width);

    [Fact]
    public void An_intersection_holds_what_both_hold() => Check(Small, Small, (a, b) =>
        Assert.Equal(Members(a).Intersect(Members(b)), Members(a.Intersect(b))));

    [Fact]
    public void An_amount_is_empty_when_it_holds_nothing() => Check(Small, Small, (a, _) => Assert.Equal(Members(a).Count == 0, a.IsEmpty));

    [Fact]
    public void Within_is_true_of_all_false_of_none_and_else_unknown() => Check(Small, Small, (a, b) =>
    {
        var shared = Members(a).Intersect(Members(b)).Count();
        var expected = shared == 0 ? Truth.False : shared == Members(a).Count ? Truth.True : Truth.Unknown;
        Assert.Equal(a.IsEmpty || b.IsEmpty ? Truth.False : expected, a.Within(b));
    });

    [Fact]
    public void Disjoint_amounts_share_nothing() => Check(Small, Small, (a, b) =>
    {
        Assert.Equal(!Members(a).Intersect(Members(b)).Any(), a.IsDisjointFrom(b));
        Assert.Equal(a.IsDisjointFrom(b), b.IsDisjointFrom(a));
    });

    [Fact]
    public void Intersecting_is_commutative_associative_and_idempotent() => Check(Small, Small, (a, b) =>
    {
        Assert.Equal(a.Intersect(b), b.Intersect(a));
        Assert.Equal(a, a.Intersect(a));
        var c = new Amount(1, 6, LowOpen: true);
        Assert.Equal(a.Intersect(b).Intersect(c), a.Intersect(b.Intersect(c)));
    });

    [Fact]
    public void A_sum_holds_every_sum_and_a_product_every_product() => Check(Counts, Counts, (a, b) =>
    {
        foreach (var x in Whole(a))
        {
            foreach (var y in Whole(b))
            {
                Assert.Equal(Truth.True, Amount.Exactly(x + y).Within(a + b));
                Assert.Equal(Truth.True, Amount.Exactly(x * y).Within(a * b));
                Assert.Equal(Truth.True, Amount.Exactly(Math.Max(0, x - y)).Within(a.Less(b)));
            }
        }
    });

    [Fact]
    public void A_sum_and_a_difference_are_no_wider_than_they_need_be()
    {
        Assert.Equal(new Amount(4, 9), new Amount(1, 3) + new Amount(3, 6));
        Assert.Equal(new Amount(4, null), new Amount(1, null) + new Amount(3, 6));
        Assert.Equal(new Amount(2, 7), new Amount(5, 9).Less(new Amount(2, 3)));
        Assert.Equal(Amount.Zero, Amount.Exactly(3).Less(Amount.Exactly(5)));
        Assert.Equal(new Amount(0, 9), new Amount(5, 9).Less(Amount.AnyCount));
        Assert.Equal(Amount.Zero, Amount.Zero * Amount.AnyCount);
    }

    [Theory]
    [InlineData(5, 5, false, false, "5")]
    [InlineData(5, null, false, false, "at least 5")]
    [InlineData(5, null, true, false, "over 5")]
    [InlineData(null, 5, false, false, "at most 5")]
    [InlineData(null, 5, false, true, "under 5")]
    [InlineData(5, 9, true, false, "over 5 to 9")]
    [InlineData(5, 9, false, true, "5 to under 9")]
    [InlineData(null, null, false, false, "not known")]
    public void It_prints_whether_its_ends_count(int? low, int? high, bool lowOpen, bool highOpen, string printed) =>
        Assert.Equal(printed, new Amount(low, high, lowOpen, highOpen).ToString());

    [Fact]
    public void Quantities_of_different_units_cannot_be_compared()
    {
        var range = new Quantity(Amount.Exactly(480), "km");
        Assert.Equal(Truth.True, range.Within(new Quantity(new Amount(0, 500), "km")));
        Assert.Equal(Truth.Unknown, range.Within(new Quantity(new Amount(0, 500), "kg")));
        Assert.Equal("480 km", range.ToString());
    }

    private static Gen<decimal?> End() => Gen.OneOf(Gen.Constant<decimal?>(null), Gen.Choose(0, 6).Select(n => (decimal?)n));

    private static List<decimal> Members(Amount amount) => [.. Line.Where(x =>
        (amount.Low is not { } low || (amount.LowOpen ? x > low : x >= low)) && (amount.High is not { } high || (amount.HighOpen ? x < high : x <= high)))];

    private static IEnumerable<decimal> Whole(Amount amount) => Members(amount).Where(x => x == decimal.Truncate(x));

    private static void Check(Gen<Amount> first, Gen<Amount> second, Action<Amount, Amount> law) =>
        Prop.ForAll((from a in first from b in second select (a, b)).ToArbitrary(), pair => law(pair.a, pair.b)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
