using Detente.Kinematics;

namespace Detente.Tests.Kinematics;

/// <summary>Flights under power: the presets of the published model as things that climb, and no more.</summary>
internal sealed record Powered(string Name, double PayloadKg, double DiameterMetres, Stage[] Stages)
{
    public static readonly Powered[] All =
    [
        new("Scud-B preset", 1000, 0.855, [new Stage(5200, 1150, 226, 8300)]),
        new("V-2 preset", 975, 1.65, [new Stage(8900, 4000, 210, 27461)]),
        new("Nodong-A preset", 1000, 1.35, [new Stage(12798, 2294, 226, 26600)]),
        new("Nodong-B preset", 1000, 1.5, [new Stage(17858, 2146, 269, 26580)]),
        new("TD-1 preset", 1000, 1.5, [new Stage(12798, 2394, 226, 30432), new Stage(3771, 1100, 268, 6000), new Stage(196.66, 23, 280, 2039.43)]),
        new("TD-2 preset", 1158, 2, [new Stage(52124, 3532, 230, 104257), new Stage(12798, 2294, 264, 31200)]),
        new("TD-2 preset, half the payload", 579, 2, [new Stage(52124, 3532, 230, 104257), new Stage(12798, 2294, 264, 31200)]),
    ];

    /// <summary>A row of the table through the published model.</summary>
    public static IntegratedFlight Fly(FlightTable row)
    {
        var stage = new Stage(Of("fuel_mass_kg"), Of("dry_mass_kg"), Of("isp_s"), Of("thrust_kgf"));
        // The V-2 alone has a cross-section on the way down: π d²/4 misread as π d/4 by the published program, which also keeps the empty stage.
        var descent = row.Name == "V-2 preset" ? new DescendingBody(stage.DryKg + Of("payload_kg"), Math.PI * Of("diameter_m") / 4) : null;
        return Fly(Of("payload_kg"), Of("diameter_m"), Of("preset_est_range_km"), descent, stage);

        double Of(string column) => row.Number(column)!.Value;
    }

    /// <summary>A flight through the published model.</summary>
    public static IntegratedFlight Fly(double payload, double diameter, double guessedKm, DescendingBody? descent, params Stage[] stages)
        => new TrajectoryIntegrator(PlanarModel.Earth, PlanarModel.Air)
            .Fly(default, 90, new Booster(stages, payload, diameter, PlanarModel.FinalAngleDegrees(guessedKm), descent))!.Value;

    /// <summary>One of them in the air of 1976, on paths from flat to nearly straight up.</summary>
    public static IEnumerable<IntegratedFlight> Flights(Powered one)
    {
        var integrator = new TrajectoryIntegrator(PlanarModel.Earth, new StandardAtmosphere());
        for (var angle = 20.0; angle < 89; angle += 2.5)
        {
            yield return integrator.Fly(default, 90, new Booster(one.Stages, one.PayloadKg, one.DiameterMetres, angle))!.Value;
        }
    }

    /// <summary>How much longer it takes than the closed form with its range and apogee, over the time it burns.</summary>
    public static double ShareOfBurn(IntegratedFlight flight)
        => (flight.Seconds - BallisticArc.Through(flight.RangeKm, flight.ApogeeKm).Seconds) / flight.BurnoutSeconds;

    /// <summary>For each high path, how much more speed the path of the greatest range has, both by the closed form.</summary>
    public static IEnumerable<double> Gains(IReadOnlyList<IntegratedFlight> flights)
    {
        var best = MinimumEnergy.Over(flights.Max(flight => flight.RangeKm)).SpeedKmPerSecond;
        return flights.Where(flight => flight.ApogeeKm > MinimumEnergy.ApogeeKm(flight.RangeKm))
            .Select(flight => best / BallisticArc.Through(flight.RangeKm, flight.ApogeeKm).SpeedKmPerSecond - 1);
    }
}
