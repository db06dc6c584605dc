using Detente.Kinematics;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Kinematics;

public sealed class BallisticArcTests
{
    private static readonly Gen<(double Range, double Apogee)> Arcs =
        from range in Gen.Choose(1, 200_000) from apogee in Gen.Choose(1, 100_000) select (range / 10.0, apogee / 10.0);

    [Fact]
    public void Newtons_law_in_small_steps_comes_to_the_same_flight() => Prop.ForAll(Arcs.ToArbitrary(), sample =>
    {
        var arc = BallisticArc.Through(sample.Range, sample.Apogee);
        var (range, apogee, seconds) = Orbit.Fly(arc.SpeedKmPerSecond, arc.AngleDegrees);
        Assert.InRange(range - arc.RangeKm, -0.01, 0.01);
        Assert.InRange(apogee - arc.ApogeeKm, -0.01, 0.01);
        Assert.InRange(seconds - arc.Seconds, -0.05, 0.05);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void Time_grows_with_range_and_with_apogee_and_speed_grows_with_range() => Prop.ForAll(Arcs.ToArbitrary(), Arcs.ToArbitrary(), (a, b) =>
    {
        var (near, far, low, high) = (Math.Min(a.Range, b.Range), Math.Max(a.Range, b.Range), Math.Min(a.Apogee, b.Apogee), Math.Max(a.Apogee, b.Apogee));
        Assert.True(BallisticArc.Through(near, low).Seconds <= BallisticArc.Through(far, low).Seconds);
        Assert.True(BallisticArc.Through(near, low).Seconds <= BallisticArc.Through(near, high).Seconds);
        Assert.True(BallisticArc.Through(near, low).SpeedKmPerSecond <= BallisticArc.Through(far, low).SpeedKmPerSecond);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_other_path_over_a_range_needs_less_speed_than_that_of_minimum_energy() => Prop.ForAll(Arcs.ToArbitrary(), sample =>
        Assert.True(MinimumEnergy.Over(sample.Range).SpeedKmPerSecond <= BallisticArc.Through(sample.Range, sample.Apogee).SpeedKmPerSecond * (1 + 1e-12)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Straight_up_it_takes_what_free_fall_takes()
    {
        var arc = BallisticArc.Through(0, 100);
        Assert.Equal(90, arc.AngleDegrees, 1e-10);
        // From the energy: v² = 2 μ (1/R − 1/(R + h)).
        Assert.Equal(Math.Sqrt(2 * StillEarth.Mu * (1 / 6371.0 - 1 / 6471.0)), arc.SpeedKmPerSecond, 1e-12);
        Assert.Equal(Orbit.Fly(arc.SpeedKmPerSecond, 90).Seconds, arc.Seconds, 1e-2);
    }

    [Fact]
    public void A_metre_is_as_exact_as_the_way_around()
    {
        // Over so short a way the Earth is flat: a parabola at 45 degrees.
        var arc = MinimumEnergy.Over(0.001);
        Assert.Equal(0.00025, arc.ApogeeKm, 1e-10);
        var gravity = StillEarth.Mu / 6371 / 6371;
        Assert.Equal(1, arc.SpeedKmPerSecond / Math.Sqrt(0.001 * gravity), 1e-6);
        Assert.Equal(1, arc.Seconds / Math.Sqrt(2 * 0.001 / gravity), 1e-6);
    }

    [Fact]
    public void Nowhere_takes_no_time() => Assert.Equal(default, BallisticArc.Through(0, 0));

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(20_016, 10)]
    [InlineData(100, -1)]
    public void What_is_no_flight_is_refused(double range, double apogee)
        => Assert.Throws<ArgumentOutOfRangeException>(() => BallisticArc.Through(range, apogee));
}
