using Detente.Geography;
using Detente.Kinematics;

namespace Detente.Tests.Kinematics;

/// <summary>What the turning, flattened Earth does to a flight over a given distance at the angle of the closed form, measured by integration.</summary>
internal static class TurningEarth
{
    /// <summary>The extremes over latitudes and azimuths, each as a part of what the closed form has.</summary>
    public static (double Shortest, double Longest, double Slowest, double Fastest) Worst(double km)
    {
        var arc = MinimumEnergy.Over(km);
        var (shortest, longest, slowest, fastest) = (0.0, 0.0, 0.0, 0.0);
        foreach (var latitude in new[] { 0.0, 35, 70 })
        {
            for (var azimuth = 0; azimuth < 360; azimuth += 45)
            {
                var (speed, seconds) = Reaching(km, arc, new Position(latitude, 0), azimuth);
                var (time, effort) = (seconds / arc.Seconds - 1, speed / arc.SpeedKmPerSecond / 1000 - 1);
                (shortest, longest) = (Math.Min(shortest, time), Math.Max(longest, time));
                (slowest, fastest) = (Math.Min(slowest, effort), Math.Max(fastest, effort));
            }
        }

        return (shortest, longest, slowest, fastest);
    }

    /// <summary>The speed that reaches a distance, and the time it takes: by the secant rule.</summary>
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
