using Detente.Functions;

namespace Detente.Kinematics;

/// <summary>How and when the last stage ended.</summary>
internal readonly record struct Burnout(State State, double Seconds);

/// <summary>The part of a flight under power. The direction is given, so three coordinates and the speed are integrated.</summary>
/// <param name="earth">Its shape, gravity and turning.</param>
/// <param name="air">The air; null for none.</param>
/// <param name="booster">Stages and path.</param>
/// <param name="acrossPlane">Normal of the plane the path stays in, of length one: up × forward at launch.</param>
internal sealed class PoweredClimb(EarthModel earth, Atmosphere? air, Booster booster, Vector acrossPlane)
{
    private readonly double turnPerSecond = (booster.FinalAngleDegrees - 90) / (booster.BurnSeconds - booster.VerticalSeconds);

    private readonly double area = Math.PI / 4 * booster.DiameterMetres * booster.DiameterMetres;

    /// <summary>From rest to the end of the last stage; null where the thrust does not lift it.</summary>
    public Burnout? Run(Vector start, double longestStep)
    {
        var (point, speed, seconds, mass) = (start, 0.0, 0.0, booster.LaunchKg);
        for (var i = 0; i < booster.Stages.Count; i++)
        {
            var burn = new Burn(booster.Stages[i], i == 0, seconds, mass);
            // The path has a corner where the turn begins: no step may run across it.
            var end = seconds + burn.Stage.BurnSeconds;
            var corner = Math.Clamp(booster.VerticalSeconds, seconds, end);
            foreach (var (from, to) in new[] { (seconds, corner), (corner, end) })
            {
                var steps = Math.Ceiling((to - from) / longestStep);
                for (var n = 0; n < steps; n++)
                {
                    (point, speed) = Step(point, speed, from + (to - from) * n / steps, (to - from) / steps, burn);
                    if (speed <= 0)
                    {
                        return null;
                    }
                }
            }

            (seconds, mass) = (end, mass - burn.Stage.FuelKg - burn.Stage.DryKg);
        }

        return new Burnout(new State(point, speed * Direction(point, seconds)), seconds);
    }

    private (Vector Point, double Speed) Step(Vector point, double speed, double seconds, double length, Burn burn)
    {
        var half = length / 2;
        var (d1, a1) = Rates(point, speed, seconds, burn);
        var (d2, a2) = Rates(point + half * d1, speed + half * a1, seconds + half, burn);
        var (d3, a3) = Rates(point + half * d2, speed + half * a2, seconds + half, burn);
        var (d4, a4) = Rates(point + length * d3, speed + length * a3, seconds + length, burn);
        return (point + length / 6 * (d1 + 2 * (d2 + d3) + d4), speed + length / 6 * (a1 + 2 * (a2 + a3) + a4));
    }

    private (Vector Velocity, double Gain) Rates(Vector point, double speed, double seconds, Burn burn)
    {
        var height = Math.Max(0, earth.Height(point));
        var direction = Direction(point, seconds);
        var thrust = burn.Stage.Thrust * PlanarModel.ThrustGrowth(height, burn.IsFirst);
        var density = air?.Density(height) ?? 0;
        var drag = density == 0 ? 0 : density * speed * speed / 2 * area * DragCurve.LikeV2.At(speed / air!.SpeedOfSound(height));
        return (speed * direction, (thrust - drag) / burn.MassAt(seconds) + earth.Weight(point).Dot(direction));
    }

    private Vector Direction(Vector point, double seconds)
    {
        var up = earth.Up(point);
        var forward = acrossPlane.Cross(up).Unit();
        var (sin, cos) = Elementary.SinCosDegrees(90 + turnPerSecond * Math.Max(0, seconds - booster.VerticalSeconds));
        return sin * up + cos * forward;
    }

    private readonly record struct Burn(Stage Stage, bool IsFirst, double Since, double Mass)
    {
        public double MassAt(double seconds) => Mass - Stage.FuelKg * (seconds - Since) / Stage.BurnSeconds;
    }
}
