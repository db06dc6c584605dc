using Detente.Geography;
using Detente.Kinematics;

namespace Detente.Tests.Kinematics;

/// <summary>The bounds of <see cref="ClosedFormError"/> and <see cref="ObservedFlight"/>, measured again by integration. Each must hold, and be no more than it needs.</summary>
public sealed class ClosedFormErrorTests
{
    /// <summary>Presets of the published model, and two of ours between them, as things that climb under power.</summary>
    private static readonly (double Payload, double Diameter, Stage[] Stages)[] Boosters =
    [
        (1000, 0.855, [new Stage(5200, 1150, 226, 8300)]),
        (975, 1.65, [new Stage(8900, 4000, 210, 27461)]),
        (1000, 1.35, [new Stage(12798, 2294, 226, 26600)]),
        (1000, 1.5, [new Stage(17858, 2146, 269, 26580)]),
        (1000, 1.5, [new Stage(12798, 2394, 226, 30432), new Stage(3771, 1100, 268, 6000), new Stage(196.66, 23, 280, 2039.43)]),
        (1158, 2, [new Stage(52124, 3532, 230, 104257), new Stage(12798, 2294, 264, 31200)]),
        (500, 2, [new Stage(52124, 3532, 230, 104257), new Stage(12798, 2294, 264, 31200)]),
    ];

    [Fact]
    public void Time_and_speed_over_a_distance_stay_within_what_is_stated_of_the_turning_Earth()
    {
        var (worstTime, worstSpeed) = (0.0, 0.0);
        foreach (var km in new[] { 300.0, 500, 1000, 2000, 3000, 5500, 8000, 10_000, 13_000 })
        {
            var arc = MinimumEnergy.Over(km);
            foreach (var latitude in new[] { 0.0, 35, 70 })
            {
                for (var azimuth = 0; azimuth < 360; azimuth += 45)
                {
                    var (speed, seconds) = Reaching(km, arc, new Position(latitude, 0), azimuth);
                    worstTime = Math.Max(worstTime, Math.Abs(seconds / arc.Seconds - 1) / ClosedFormError.OfTime(km));
                    worstSpeed = Math.Max(worstSpeed, Math.Abs(speed / arc.SpeedKmPerSecond / 1000 - 1) / ClosedFormError.OfSpeed(km));
                }
            }
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
        var shares = Boosters.SelectMany(Flights).Select(flight =>
            (flight.Seconds - BallisticArc.Through(flight.RangeKm, flight.ApogeeKm).Seconds) / flight.BurnoutSeconds).ToList();
        Assert.InRange(shares.Min(), 0.49, 0.52);
        Assert.InRange(shares.Max(), 0.75, 0.8);
        // So a burn of five minutes adds no more than is stated.
        Assert.Equal(ClosedFormError.PoweredPhase.High, 5 * 0.8m);
    }

    [Fact]
    public void From_a_high_path_to_that_of_least_speed_the_speed_changes_no_more_than_is_stated()
    {
        var gains = new List<double>();
        foreach (var booster in Boosters)
        {
            var flights = Flights(booster).ToList();
            var best = MinimumEnergy.Over(flights.Max(flight => flight.RangeKm)).SpeedKmPerSecond;
            gains.AddRange(flights.Where(flight => flight.ApogeeKm > MinimumEnergy.ApogeeKm(flight.RangeKm))
                .Select(flight => best / BallisticArc.Through(flight.RangeKm, flight.ApogeeKm).SpeedKmPerSecond - 1));
        }

        Assert.InRange(gains.Min(), -ObservedFlight.SpeedLoss, -0.8 * ObservedFlight.SpeedLoss);
        Assert.InRange(gains.Max(), 0.03, ObservedFlight.SpeedGain);
    }

    /// <summary>One booster on paths from flat to nearly straight up.</summary>
    private static IEnumerable<IntegratedFlight> Flights((double Payload, double Diameter, Stage[] Stages) booster)
    {
        var integrator = new TrajectoryIntegrator(PlanarModel.Earth, new StandardAtmosphere());
        for (var angle = 20.0; angle < 89; angle += 2.5)
        {
            yield return integrator.Fly(default, 90, new Booster(booster.Stages, booster.Payload, booster.Diameter, angle))!.Value;
        }
    }

    /// <summary>The speed that reaches a distance at the angle of the closed form, and the time it takes: by the secant rule.</summary>
    private static (double Speed, double Seconds) Reaching(double km, BallisticArc arc, Position from, double azimuth)
    {
        var integrator = new TrajectoryIntegrator(EarthModel.Wgs84);
        var (speed, before) = (arc.SpeedKmPerSecond * 1000, arc.SpeedKmPerSecond * 990);
        var missBefore = At(before).RangeKm - km;
        for (var i = 0; i < 12; i++)
        {
            var flight = At(speed);
            var miss = flight.RangeKm - km;
            if (Math.Abs(miss) < 0.01)
            {
                return (speed, flight.Seconds);
            }

            (before, missBefore, speed) = (speed, miss, speed - miss * (speed - before) / (miss - missBefore));
        }

        throw new InvalidOperationException($"No speed was found for {km} km from {from} at {azimuth}.");

        IntegratedFlight At(double metresPerSecond) => integrator.Fly(new Launch(from, azimuth, metresPerSecond, arc.AngleDegrees))!.Value;
    }
}
