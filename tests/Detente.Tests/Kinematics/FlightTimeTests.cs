using Detente.Geography;
using Detente.Kinematics;
using Detente.Quantities;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Kinematics;

public sealed class FlightTimeTests
{
    private static readonly Gen<Amount> Distances =
        from low in Gen.Choose(0, 12_000) from width in Gen.Choose(0, 3_000) select new Amount(low, low + width);

    [Fact]
    public void The_parts_add_up_to_the_time() => Prop.ForAll(Distances.ToArbitrary(), km =>
    {
        var time = FlightTime.Ballistic(km);
        Assert.Equal(time.Parts.Aggregate(Amount.Zero, (sum, part) => sum + part.Minutes), time.Minutes);
        Assert.All(time.Parts, part => Assert.NotEmpty(part.Source));
        Assert.Equal(km, time.DistanceKm);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_closed_form_of_every_distance_in_the_interval_lies_in_the_time() => Prop.ForAll(Distances.ToArbitrary(), Gen.Choose(0, 100).ToArbitrary(), (km, percent) =>
    {
        var inside = (double)(km.Low!.Value + (km.High!.Value - km.Low.Value) * percent / 100);
        var free = FlightTime.Ballistic(km).Parts[0].Minutes;
        Assert.InRange(MinimumEnergy.Over(inside).Seconds / 60, (double)free.Low!, (double)free.High!);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_wider_distance_gives_no_narrower_time() => Prop.ForAll(Distances.ToArbitrary(), Gen.Choose(0, 500).ToArbitrary(), (km, more) =>
    {
        var wider = new Amount(Math.Max(0, km.Low!.Value - more), km.High + more);
        // Each part is rounded outward to a hundredth, so their sum may move by one against another.
        var (narrow, wide) = (FlightTime.Ballistic(km).Minutes, FlightTime.Ballistic(wider).Minutes);
        Assert.True(wide.Low <= narrow.Low + 0.01m && (wide.High is null || wide.High >= narrow.High - 0.01m), $"{wide} is narrower than {narrow}");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_warning_under_ten_minutes_is_true_false_or_cannot_be_told()
    {
        var underTen = new Amount(0, 10, HighOpen: true);
        Assert.Equal(Truth.True, FlightTime.Ballistic(Amount.Exactly(300)).Minutes.Within(underTen));
        Assert.Equal(Truth.Unknown, FlightTime.Ballistic(Amount.Exactly(1353)).Minutes.Within(underTen));
        Assert.Equal(Truth.False, FlightTime.Ballistic(Amount.Exactly(2500)).Minutes.Within(underTen));
    }

    [Fact]
    public void Beyond_what_was_measured_the_upper_end_is_open_and_the_lower_holds()
    {
        var far = FlightTime.Ballistic(new Amount(14_000, 15_000)).Minutes;
        Assert.Null(far.High);
        // A flight that is longer on the ground is not shorter in time.
        Assert.True(far.Low >= FlightTime.Ballistic(Amount.Exactly(13_000)).Minutes.Low - 0.05m);
        Assert.NotNull(FlightTime.Ballistic(Amount.Exactly(13_000)).Minutes.High);
    }

    [Fact]
    public void Nothing_known_of_the_distance_leaves_any_time() => Assert.Equal(new Amount(0, null), FlightTime.Ballistic(default).Minutes with { LowOpen = false });

    [Fact]
    public void A_distance_that_does_not_reconcile_is_refused()
    {
        Assert.Throws<ArgumentException>(() => FlightTime.Ballistic(new Amount(3, 2)));
        Assert.Throws<ArgumentException>(() => FlightTime.Ballistic(Amount.Exactly(-1)));
    }

    [Fact]
    public void Between_places_the_errors_of_both_widen_the_distance()
    {
        var (mutlangen, moscow) = (new GeoPoint(48.80m, 9.80m, 2), new GeoPoint(55.7522m, 37.6156m, 5));
        var time = FlightTime.Ballistic(mutlangen, moscow);
        // 2,028 km from other town points; on the ellipsoid it is 0.3 % more.
        Assert.InRange(time.DistanceKm.Low!.Value, 2010m, 2035m);
        Assert.InRange((time.DistanceKm.High - time.DistanceKm.Low)!.Value, 14m, 14.02m);
        Assert.Equal(time.Minutes, FlightTime.Ballistic(time.DistanceKm).Minutes);
    }

    [Fact]
    public void At_a_speed_the_time_is_the_distance_over_it()
    {
        var time = FlightTime.Cruise(new Amount(900, 1000), new Amount(800, 900));
        Assert.Equal(new Amount(60, 75), time.Minutes);
        Assert.Contains("800 to 900", Assert.Single(time.Parts).Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_speed_it_cannot_be_told()
    {
        Assert.Equal(new Amount(0, null), FlightTime.Cruise(Amount.Exactly(900), null).Minutes);
        Assert.Equal(new Amount(60, null), FlightTime.Cruise(Amount.Exactly(900), new Amount(null, 900)).Minutes);
        Assert.Equal(new Amount(0, 60), FlightTime.Cruise(Amount.Exactly(900), new Amount(900, null)).Minutes);
        Assert.Null(FlightTime.Cruise(Amount.Exactly(900), Amount.Exactly(0.0000000000000000001m)).Minutes.High);
        Assert.Equal(new Amount(0, null), FlightTime.Cruise(Amount.Exactly(900), Amount.Zero).Minutes);
        Assert.Equal(new Amount(0, null), FlightTime.Cruise(Amount.Exactly(900), new Amount(2, 1)).Minutes);
    }

    [Fact]
    public void No_path_over_a_distance_is_quicker_than_the_quickest() => Prop.ForAll(
        Gen.Choose(100, 12_000).ToArbitrary(), Gen.Choose(1, 100).ToArbitrary(), Gen.Choose(1, 89).ToArbitrary(), (most, percent, angle) =>
    {
        // Whatever the angle, at no more than the speed of the greatest range; over the still sphere, and eastward over the turning Earth.
        var speed = MinimumEnergy.Over(most).SpeedKmPerSecond * percent * 10;
        foreach (var earth in new[] { EarthModel.Sphere, EarthModel.Wgs84 })
        {
            var flight = new TrajectoryIntegrator(earth).Fly(new Launch(new Position(0, 0), 90, speed, angle))!.Value;
            var quickest = FlightTime.Quickest(Amount.Exactly((decimal)flight.RangeKm), Amount.Exactly(most)).Minutes;
            Assert.True((double)quickest.Low! <= flight.Seconds / 60);
            Assert.Null(quickest.High);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_quickest_bounds_the_path_of_least_speed_and_needs_a_greatest_range()
    {
        var km = Amount.Exactly(1353);
        Assert.InRange(FlightTime.Quickest(km, new Amount(1770, 1931)).Minutes.Low!.Value, 5m, FlightTime.Ballistic(km).Minutes.Low!.Value);
        Assert.Equal(new Amount(0, null), FlightTime.Quickest(km, new Amount(1770, null)).Minutes);
        Assert.Equal(new Amount(0, null), FlightTime.Quickest(km, new Amount(2, 1)).Minutes);
        Assert.Equal(new Amount(0, null), FlightTime.Quickest(km, Amount.Exactly(14_000)).Minutes);
    }
}
