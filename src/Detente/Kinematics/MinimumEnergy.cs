using Detente.Functions;

namespace Detente.Kinematics;

/// <summary>
/// The arc that needs the least speed for its range (A. D. Wheelon, <i>Free Flight of a Ballistic Missile</i>, ARS Journal 29,
/// 1959, 915–926; Bate, Mueller and White, 1971, chapter 6).
/// </summary>
/// <remarks>
/// With φ half the angle of the range at the centre, R the radius and Q = v² R / μ: Q = 2 sin φ / (1 + sin φ), the angle of
/// launch is 45° − φ/2 and the apogee R (sin φ + cos φ − 1) / 2.
/// </remarks>
public static class MinimumEnergy
{
    /// <summary>The arc over a range of 0 to <see cref="StillEarth.FarthestKm"/> kilometres.</summary>
    public static BallisticArc Over(double rangeKm) => BallisticArc.Through(rangeKm, ApogeeKm(rangeKm));

    /// <summary>The apogee of that arc, in kilometres. It is greatest, 1,320 km, at a quarter of the way around.</summary>
    public static double ApogeeKm(double rangeKm)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rangeKm);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rangeKm, StillEarth.FarthestKm);
        // sin φ + cos φ − 1 = 2 sin(φ/2) (cos(φ/2) − sin(φ/2)), which is exact for short ranges too.
        var (sin, cos) = Elementary.SinCos(rangeKm / StillEarth.RadiusKm / 4);
        return Math.Max(0, StillEarth.RadiusKm * sin * (cos - sin));
    }

    /// <summary>The greatest range at a speed of launch, in kilometres. From the speed of a low orbit on (7.91 km/s) it is every place: <see cref="StillEarth.FarthestKm"/>.</summary>
    public static double GreatestRangeKm(double speedKmPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(speedKmPerSecond);
        var q = speedKmPerSecond * speedKmPerSecond * StillEarth.RadiusKm / StillEarth.Mu;
        return q >= 1 ? StillEarth.FarthestKm : Math.Min(StillEarth.FarthestKm, 2 * StillEarth.RadiusKm * Elementary.Asin(q / (2 - q)));
    }
}
