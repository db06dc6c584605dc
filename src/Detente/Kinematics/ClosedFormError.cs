using Detente.Quantities;

namespace Detente.Kinematics;

/// <summary>
/// What the closed forms leave out, as bounds. Each rests on runs of <see cref="TrajectoryIntegrator"/> that the tests repeat; docs/kinematics.md
/// has the tables.
/// </summary>
public static class ClosedFormError
{
    /// <summary>Beyond this distance nothing was measured, and no bound is given.</summary>
    public const double MeasuredToKm = 13_000;

    /// <summary>
    /// How far the time over a given distance can be off because the Earth turns and is not round, as a part of that time:
    /// 2.7 % of √(distance / 1,000 km), at most 8 %. Longest eastward, shortest westward, both at the equator.
    /// </summary>
    /// <remarks>The ground there moves at 0.465 km/s, and the speed of launch grows with the root of the distance.</remarks>
    public static double OfTime(double distanceKm) => Math.Min(0.08, 0.027 * Math.Sqrt(distanceKm / 1000));

    /// <summary>How far the speed needed for a given distance can be off for the same reason, as a part of that speed: 1.5 % of √(distance / 1,000 km).</summary>
    public static double OfSpeed(double distanceKm) => 0.015 * Math.Sqrt(distanceKm / 1000);

    /// <summary>
    /// Minutes a flight takes longer because it starts from rest and climbs under power: none to four. Every burn that was integrated added a half to
    /// four fifths of its own length, and one of more than five minutes is not known.
    /// </summary>
    public static readonly Amount PoweredPhase = new(0, 4);

    /// <summary>Minutes a flight takes longer in the air on its way down: none to 50 seconds, for a ballistic coefficient of 2,500 kg/m² or more.</summary>
    public static readonly Amount Descent = new(0, 0.84m);
}
