using Detente.Kinematics;
using Detente.Quantities;

namespace Detente.Tests.Kinematics;

public sealed class RangeClassTests
{
    [Theory]
    [InlineData(480, Truth.False, Truth.False)]
    [InlineData(500, Truth.True, Truth.False)]
    [InlineData(1000, Truth.True, Truth.False)]
    [InlineData(1001, Truth.False, Truth.True)]
    [InlineData(5500, Truth.False, Truth.True)]
    [InlineData(5501, Truth.False, Truth.False)]
    public void The_ends_count_as_the_treaty_has_them(int km, Truth shorter, Truth intermediate)
    {
        var claim = Cruise(Amount.Exactly(km));
        Assert.Equal(shorter, RangeClass.ShorterRange.Holds(claim));
        Assert.Equal(intermediate, RangeClass.IntermediateRange.Holds(claim));
    }

    [Fact]
    public void A_claim_that_crosses_an_end_cannot_be_told()
    {
        Assert.Equal(Truth.Unknown, RangeClass.ShorterRange.Holds(Cruise(new Amount(480, 520))));
        Assert.Equal(Truth.True, RangeClass.ShorterRange.Holds(Cruise(new Amount(500, null, LowOpen: true).Intersect(new Amount(null, 1000)))));
    }

    [Fact]
    public void A_figure_under_another_definition_cannot_be_told()
    {
        var inside = Cruise(Amount.Exactly(2000));
        Assert.Equal(Truth.True, RangeClass.IntermediateRange.Holds(inside));
        Assert.Equal(Truth.Unknown, RangeClass.IntermediateRange.Holds(inside with { Definition = RangeDefinition.GreatestTested }));
        Assert.Equal(Truth.Unknown, RangeClass.IntermediateRange.Holds(inside with { Definition = RangeDefinition.Unstated }));
        Assert.Equal(Truth.Unknown, RangeClass.IntermediateRange.Holds(inside with { Kind = FlightKind.Ballistic }));
        Assert.Equal(Truth.Unknown, RangeClass.IntermediateRange.Holds(inside with { Kind = FlightKind.Glide, Definition = RangeDefinition.Computed }));
    }

    [Fact]
    public void Both_accounts_of_one_missile_keep_their_own_answer()
    {
        // The 9M729: 480 km by one account, over 500 km by another. Neither is the room's to choose.
        Assert.Equal(Truth.False, RangeClass.ShorterRange.Holds(Cruise(Amount.Exactly(480))));
        Assert.Equal(Truth.Unknown, RangeClass.ShorterRange.Holds(Cruise(new Amount(500, null, LowOpen: true))));
    }

    [Fact]
    public void A_tested_range_is_at_least_the_farthest_test()
    {
        var flights = new[] { new ObservedFlight(new Amount(700, 800)), new ObservedFlight(Amount.Exactly(750)), new ObservedFlight(new Amount(null, 900)) };
        Assert.Equal(new Amount(750, null), RangeClaim.Tested(flights, areAll: false, "the test").Km);
        Assert.Equal(new Amount(750, 900), RangeClaim.Tested(flights, areAll: true, "the test").Km);
        Assert.Equal(Amount.AnyCount, RangeClaim.Tested([], areAll: false, "the test").Km);
        Assert.Equal(Truth.Unknown, RangeClass.ShorterRange.Holds(RangeClaim.Tested(flights, areAll: false, "the test")));
        Assert.Equal(Truth.True, RangeClass.ShorterRange.Holds(RangeClaim.Tested(flights, areAll: true, "the test")));
    }

    private static RangeClaim Cruise(Amount km) => new(FlightKind.Cruise, RangeDefinition.FuelExhaustion, km, "standard design mode", null, "the test");
}
