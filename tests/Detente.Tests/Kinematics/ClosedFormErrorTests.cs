using Detente.Geography;
using Detente.Kinematics;

namespace Detente.Tests.Kinematics;

/// <summary>The bounds of <see cref="ClosedFormError"/> and <see cref="ObservedFlight"/>, measured again by integration. Each must hold, and be no more than it needs.</summary>
public sealed class ClosedFormErrorTests
{
    [Fact]
    public void Time_and_speed_over_a_distance_stay_within_what_is_stated_of_the_turning_Earth()
    {
        var (worstTime, worstSpeed) = (0.0, 0.0);
        foreach (var km in new[] { 300.0, 500, 1000, 2000, 3000, 5500, 8000, 10_000, ClosedFormError.MeasuredToKm })
        {
            var worst = TurningEarth.Worst(km);
            worstTime = Math.Max(worstTime, Math.Max(-worst.Shortest, worst.Longest) / ClosedFormError.OfTime(km));
            worstSpeed = Math.Max(worstSpeed, Math.Max(-worst.Slowest, worst.Fastest) / ClosedFormError.OfSpeed(km));
        }

        Assert.InRange(worstTime, 0.9, 1);
        Assert.InRange(worstSpeed, 0.9, 1);
    }

    [Fact]
    public void Drag_on_the_way_down_adds_no_more_than_is_stated()
    {
        var (still, air) = (new TrajectoryIntegrator(EarthModel.StillWgs84), new TrajectoryIntegrator(EarthModel.StillWgs84, new StandardAtmosphere()));
        var most = new[] { 300.0, 500, 1000, 3000, 5500, 10_000, 13_000 }.Max(km =>
        {
            var arc = MinimumEnergy.Over(km);
            var launch = new Launch(new Position(50, 0), 90, arc.SpeedKmPerSecond * 1000, arc.AngleDegrees);
            return air.Fly(launch with { BallisticCoefficient = 2500 })!.Value.Seconds - still.Fly(launch)!.Value.Seconds;
        });
        Assert.InRange(most / 60, (double)ClosedFormError.Descent.High! * 0.9, (double)ClosedFormError.Descent.High);
    }

    [Fact]
    public void A_climb_under_power_adds_half_to_four_fifths_of_the_burn()
    {
        var shares = Powered.All.SelectMany(Powered.Flights).Select(Powered.ShareOfBurn).ToList();
        Assert.InRange(shares.Min(), 0.49, 0.52);
        Assert.InRange(shares.Max(), 0.75, 0.8);
        // So a burn of five minutes adds no more than is stated.
        Assert.Equal(ClosedFormError.PoweredPhase.High, 5 * 0.8m);
    }

    [Fact]
    public void From_a_high_path_to_that_of_least_speed_the_speed_changes_no_more_than_is_stated()
    {
        var gains = Powered.All.SelectMany(one => Powered.Gains([.. Powered.Flights(one)])).ToList();
        Assert.InRange(gains.Min(), -ObservedFlight.SpeedLoss, -0.8 * ObservedFlight.SpeedLoss);
        Assert.InRange(gains.Max(), 0.03, ObservedFlight.SpeedGain);
    }
}
