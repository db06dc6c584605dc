using Detente.Geography;
using Detente.Geography.Geodesics;

namespace Detente.Kinematics;

/// <summary>
/// The farthest points from a launch point, for drawing; one for each azimuth, in even steps from north over east. What is decided is
/// decided by distance, not by a drawing.
/// </summary>
/// <param name="Launch">The point flown from.</param>
/// <param name="RangeKm">The range. With <see cref="RingConvention.SameSpeed"/> that which the speed gives over a still Earth.</param>
/// <param name="Convention">What is the same in every direction.</param>
/// <param name="Points">The first is due north, or begins there. Not closed: the last is joined to the first.</param>
public sealed record RangeRing(Position Launch, double RangeKm, RingConvention Convention, IReadOnlyList<Position> Points)
{
    /// <summary>The ring of a range, of 3 points or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// No range above zero, or one beyond half the way around; with <see cref="RingConvention.SameSpeed"/> beyond <see cref="ClosedFormError.MeasuredToKm"/>.
    /// </exception>
    public static RangeRing Around(Position launch, double rangeKm, RingConvention convention, int points = 360)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rangeKm);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rangeKm, convention == RingConvention.SameSpeed ? ClosedFormError.MeasuredToKm : StillEarth.FarthestKm);
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 3);
        var azimuths = Enumerable.Range(0, points).Select(i => 360.0 * i / points);
        return new RangeRing(launch, rangeKm, convention, convention switch
        {
            RingConvention.SameDistance => [.. azimuths.Select(azimuth => Geodesic.Direct(launch, azimuth, rangeKm * 1000).Position)],
            _ => Flown(launch, MinimumEnergy.Over(rangeKm), azimuths),
        });
    }

    private static List<Position> Flown(Position launch, BallisticArc arc, IEnumerable<double> azimuths)
    {
        var integrator = new TrajectoryIntegrator(EarthModel.Wgs84);
        return [.. azimuths
            .Select(azimuth => integrator.Fly(new Launch(launch, azimuth, arc.SpeedKmPerSecond * 1000, arc.AngleDegrees)))
            .Select(flight => flight?.End ?? throw new InvalidOperationException("A flight over a measured range is down in time."))];
    }
}
