using System.Runtime.CompilerServices;
using Detente.Functions;
using Detente.Geography;
using Detente.Geography.Geodesics;

namespace Detente.Kinematics;

/// <summary>
/// Integrates a flight over a turning, flattened Earth with air: Runge and Kutta's method of fourth order with fixed steps, so that
/// the same inputs give the same bytes.
/// </summary>
/// <remarks>
/// Axes turn with the Earth. Free flight: gravity with J2, what turning adds, and drag on the way down. Under power: the direction of the
/// path is given (<see cref="Booster"/>), and speed follows from thrust, drag and weight along it.
/// </remarks>
/// <param name="earth">Its shape, gravity and turning.</param>
/// <param name="air">The air; null for none.</param>
public sealed class TrajectoryIntegrator(EarthModel earth, Atmosphere? air = null)
{
    /// <summary>Seconds of a step in free flight without air. At ten the end is some millimetres off.</summary>
    public double CoastStep { get; init; } = 10;

    /// <summary>Seconds of a step on the way down through air. At a half the end is some decimetres off, or two metres where the air begins with a step.</summary>
    public double AirStep { get; init; } = 0.5;

    /// <summary>Seconds of a step under power, shortened so that whole steps fill a burn.</summary>
    public double BurnStep { get; init; } = 0.5;

    /// <summary>A flight that is not down after this many seconds is given up.</summary>
    private const double Longest = 20_000;

    /// <summary>The flight of a launch with all its speed at the ground; null where it is not down after 20,000 seconds.</summary>
    public IntegratedFlight? Fly(Launch launch)
    {
        if (!(launch.AngleDegrees > 0 && launch.AngleDegrees <= 90 && launch.SpeedMetresPerSecond > 0))
        {
            throw new ArgumentException("A launch goes upward.", nameof(launch));
        }

        var start = earth.Surface(launch.From);
        var (up, forward) = Directions(launch.From, launch.AzimuthDegrees);
        var (sin, cos) = Elementary.SinCosDegrees(launch.AngleDegrees);
        var velocity = launch.SpeedMetresPerSecond * (sin * up + cos * forward);
        return Coast(start, new State(start, velocity), 1 / launch.BallisticCoefficient, null, default);
    }

    /// <summary>The flight of a missile under power and after; null where it does not rise, or is not down after 20,000 seconds.</summary>
    public IntegratedFlight? Fly(Position from, double azimuthDegrees, Booster booster)
    {
        var start = earth.Surface(from);
        var (up, forward) = Directions(from, azimuthDegrees);
        if (new PoweredClimb(earth, air, booster, up.Cross(forward)).Run(start, BurnStep) is not { } burnout)
        {
            return null;
        }

        return Coast(start, burnout.State, booster.Descent is { } body ? body.AreaSquareMetres / body.Kg : 0, DragCurve.LikeV2, burnout);
    }

    /// <summary>Up and the horizontal direction of an azimuth, each of length one.</summary>
    private static (Vector Up, Vector Forward) Directions(Position at, double azimuthDegrees)
    {
        var (sinLat, cosLat) = Elementary.SinCosDegrees(at.Latitude);
        var (sinLon, cosLon) = Elementary.SinCosDegrees(at.Longitude);
        var (sin, cos) = Elementary.SinCosDegrees(azimuthDegrees);
        return (
            new Vector(cosLat * cosLon, cosLat * sinLon, sinLat),
            new Vector(-cos * sinLat * cosLon - sin * sinLon, -cos * sinLat * sinLon + sin * cosLon, cos * cosLat));
    }

    private IntegratedFlight? Coast(Vector start, State state, double areaOverMass, DragCurve? curve, Burnout burnout)
    {
        var (seconds, apogee) = (burnout.Seconds, earth.Height(state.Point));
        var drag = air is not null && areaOverMass > 0 ? new Drag(air, areaOverMass, curve) : (Drag?)null;
        var climb = Climb(state);
        while (seconds < Longest)
        {
            var descends = climb < 0;
            var length = drag is not null && descends && earth.Height(state.Point) + climb * CoastStep < air!.Ceiling ? AirStep : CoastStep;
            var active = descends ? drag : null;
            var next = Step(state, length, active);
            if (earth.Height(next.Point) < 0)
            {
                return Touchdown(start, state, length, active, seconds, apogee, burnout);
            }

            var nextClimb = Climb(next);
            if (climb >= 0 && nextClimb < 0)
            {
                // The climb falls nearly evenly, and near the top the height hardly depends on the time.
                apogee = earth.Height(Step(state, length * climb / (climb - nextClimb), active).Point);
            }

            (state, climb, seconds) = (next, nextClimb, seconds + length);
        }

        return null;
    }

    /// <summary>The end within a step, by Newton's method on the height.</summary>
    private IntegratedFlight Touchdown(Vector start, State state, double length, Drag? drag, double seconds, double apogee, Burnout burnout)
    {
        var part = length;
        var end = Step(state, part, drag);
        for (var i = 0; i < 6; i++)
        {
            part -= earth.Height(end.Point) / Climb(end);
            end = Step(state, part, drag);
        }

        var (from, to) = (earth.Place(start), earth.Place(end.Point));
        return new IntegratedFlight(
            to, RangeKm(start, end.Point, from, to), apogee / 1000, seconds + part, end.Velocity.Length, burnout.Seconds, burnout.State.Velocity.Length);
    }

    private double RangeKm(Vector start, Vector end, Position from, Position to) => earth.Flattening == 0
        ? earth.EquatorialRadius * Elementary.Atan2(start.Cross(end).Length, start.Dot(end)) / 1000
        : Geodesic.Distance(from, to) / 1000;

    private double Climb(State state) => earth.Up(state.Point).Dot(state.Velocity);

    private State Step(State at, double length, Drag? drag)
    {
        var half = length / 2;
        var a1 = Acceleration(at.Point, at.Velocity, drag);
        var (p2, v2) = (at.Point + half * at.Velocity, at.Velocity + half * a1);
        var a2 = Acceleration(p2, v2, drag);
        var (p3, v3) = (at.Point + half * v2, at.Velocity + half * a2);
        var a3 = Acceleration(p3, v3, drag);
        var (p4, v4) = (at.Point + length * v3, at.Velocity + length * a3);
        var a4 = Acceleration(p4, v4, drag);
        var sixth = length / 6;
        return new State(
            at.Point + sixth * (at.Velocity + 2 * (v2 + v3) + v4),
            at.Velocity + sixth * (a1 + 2 * (a2 + a3) + a4));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector Acceleration(Vector point, Vector velocity, Drag? drag)
    {
        var fall = earth.Fall(point, velocity);
        return drag is { } air ? fall - air.For(velocity.Length, earth.Height(point)) * velocity : fall;
    }
}
