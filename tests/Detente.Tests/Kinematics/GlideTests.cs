using Detente.Kinematics;
using Detente.Quantities;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Kinematics;

public sealed class GlideTests
{
    [Fact]
    public void Every_pair_inside_the_intervals_lies_in_the_range() => Prop.ForAll(
        Gen.Choose(0, 75).ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), Gen.Choose(0, 35).ToArbitrary(), (speed, ratio, inside) =>
    {
        var range = Glide.RangeKm(new Amount(speed / 10m, (speed + 3.5m) / 10m), new Amount(ratio / 10m, (ratio + 35) / 10m));
        var (v, q) = ((speed + inside / 10.0) / 10, (ratio + inside) / 10.0);
        var expected = q / 2 * 6371 * -Math.Log(1 - v * v * 6371 / StillEarth.Mu);
        Assert.InRange(expected, (double)range.Low!, range.High is { } high ? (double)high : double.MaxValue);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void At_half_the_speed_of_an_orbit_the_order_is_known()
    {
        // ln(4/3) = 0.28768: a glider of ratio 2 goes 1,833 km.
        var half = (decimal)(Math.Sqrt(StillEarth.Mu / 6371) / 2);
        Assert.InRange(Glide.RangeKm(Amount.Exactly(half), Amount.Exactly(2)).Low!.Value, 1832m, 1834m);
    }

    [Fact]
    public void From_the_speed_of_an_orbit_on_there_is_no_end()
    {
        Assert.Null(Glide.RangeKm(new Amount(7, 8), Amount.Exactly(2)).High);
        Assert.Null(Glide.RangeKm(new Amount(5, null), Amount.Exactly(2)).High);
        Assert.Equal(Amount.Zero, Glide.RangeKm(Amount.Exactly(8), Amount.Zero));
        Assert.Throws<ArgumentException>(() => Glide.RangeKm(new Amount(3, 2), Amount.Exactly(2)));
    }
}
