using Detente.Functions;

namespace Detente.Kinematics;

/// <summary>
/// The free flight over a <see cref="StillEarth"/>: a piece of an ellipse with a focus at the Earth's centre, from the ground to
/// the ground (R. R. Bate, D. D. Mueller, J. E. White, <i>Fundamentals of Astrodynamics</i>, 1971, chapter 6).
/// </summary>
/// <param name="RangeKm">On the ground, 0 to <see cref="StillEarth.FarthestKm"/>.</param>
/// <param name="ApogeeKm">Greatest height over the ground.</param>
/// <param name="SpeedKmPerSecond">At either end.</param>
/// <param name="AngleDegrees">Over the horizon at launch, and under it at the end.</param>
/// <param name="Seconds">From the ground to the ground.</param>
public readonly record struct BallisticArc(double RangeKm, double ApogeeKm, double SpeedKmPerSecond, double AngleDegrees, double Seconds)
{
    /// <summary>The only arc with this range and this apogee.</summary>
    /// <remarks>
    /// With φ half the angle of the range at the centre and k = 2 R sin²(φ/2), the eccentricity is h / (h + k), the tangent of the
    /// angle of launch h / ((R + h) tan φ/2), and the eccentric anomaly, counted from apogee, 2 atan(√((2h + k) / 2R) / cos φ/2). No
    /// difference of near numbers is taken, so a flight of one kilometre is as exact as one to the other side.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A range beyond half the way around, or a negative one; a negative apogee.</exception>
    public static BallisticArc Through(double rangeKm, double apogeeKm)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rangeKm);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rangeKm, StillEarth.FarthestKm);
        ArgumentOutOfRangeException.ThrowIfNegative(apogeeKm);
        if (rangeKm == 0 && apogeeKm == 0)
        {
            return default;
        }

        var half = rangeKm / StillEarth.RadiusKm / 2;
        var (sinHalf, cosHalf) = Elementary.SinCos(half / 2);
        var k = 2 * StillEarth.RadiusKm * sinHalf * sinHalf;
        var eccentricity = apogeeKm / (apogeeKm + k);
        var axis = (StillEarth.RadiusKm + apogeeKm) / (1 + eccentricity);
        var anomaly = 2 * Elementary.Atan(Math.Sqrt((2 * apogeeKm + k) / (2 * StillEarth.RadiusKm)) / cosHalf);
        var speed = Math.Sqrt(StillEarth.Mu * (2 / StillEarth.RadiusKm - 1 / axis));
        return new BallisticArc(
            rangeKm,
            apogeeKm,
            speed,
            Elementary.Atan2Degrees(apogeeKm * cosHalf, (StillEarth.RadiusKm + apogeeKm) * sinHalf),
            2 * Math.Sqrt(axis / StillEarth.Mu) * axis * (anomaly + eccentricity * Elementary.Sin(anomaly)));
    }
}
