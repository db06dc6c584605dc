using Detente.Geography;
using Detente.Geography.Geodesics;
using Detente.Quantities;

namespace Detente.Kinematics;

/// <summary>How long a flight over a distance takes, as an interval with its parts.</summary>
public static class FlightTime
{
    /// <summary>
    /// Minutes of a ballistic flight on the path that needs the least speed, from launch to the ground.
    /// </summary>
    /// <remarks>
    /// A missile with speed to spare can fly flatter, and so shorter, or higher, and so longer. Neither is covered: which
    /// path is flown is not known before the flight. <see cref="Quickest"/> bounds the flat ones. Beyond <see cref="ClosedFormError.MeasuredToKm"/> the upper end is unbounded.
    /// </remarks>
    /// <param name="distanceKm">Kilometres on the ground. No lower end counts as zero, no upper end as half the way around.</param>
    /// <exception cref="ArgumentException">No distance satisfies the interval.</exception>
    public static FlightTimeBounds Ballistic(Amount distanceKm)
    {
        var (low, high) = Ends(distanceKm);
        var (shortest, longest) = (MinimumEnergy.Over(low).Seconds / 60, MinimumEnergy.Over(high).Seconds / 60);
        // A flight over more than was measured takes no less time than one over as much as was.
        var measured = Math.Min(low, ClosedFormError.MeasuredToKm);
        var turning = Outward.Of(
            MinimumEnergy.Over(measured).Seconds / 60 * (1 - ClosedFormError.OfTime(measured)) - shortest,
            longest * ClosedFormError.OfTime(high));
        return FlightTimeBounds.Sum(
            distanceKm,
            new TimePart("free flight on the path of least speed", Outward.Of(shortest, longest), "closed form over a round, still Earth without air"),
            new TimePart("the Earth turns and is not round", high > ClosedFormError.MeasuredToKm ? turning with { High = null } : turning, "bound measured by integration"),
            new TimePart("climb under power", ClosedFormError.PoweredPhase, "bound measured by integration, and against published flights"),
            new TimePart("air on the way down", ClosedFormError.Descent, "bound measured by integration"));
    }

    /// <summary>The same between two places, each known to within its error: over the WGS-84 geodesic, less and more both errors.</summary>
    public static FlightTimeBounds Ballistic(GeoPoint from, GeoPoint to) => Ballistic(Between(from, to));

    /// <summary>
    /// A lower bound for every ballistic path over a distance, flat ones too: the distance at the speed that the greatest range needs, which no free flight
    /// exceeds. It has no upper end, and without an upper end of the greatest range it is zero.
    /// </summary>
    /// <param name="distanceKm">Kilometres on the ground.</param>
    /// <param name="greatestRangeKm">Of the missile, with the payload in question.</param>
    /// <exception cref="ArgumentException">No distance satisfies its interval.</exception>
    public static FlightTimeBounds Quickest(Amount distanceKm, Amount greatestRangeKm)
    {
        var (low, _) = Ends(distanceKm);
        var most = greatestRangeKm is { IsEmpty: false, High: > 0 and { } high } ? Math.Min((double)high, StillEarth.FarthestKm) : 0;
        if (most is 0 or > ClosedFormError.MeasuredToKm)
        {
            return FlightTimeBounds.Sum(distanceKm, new TimePart("the quickest path", new Amount(0, null), "no greatest range is known"));
        }

        var speed = MinimumEnergy.Over(most).SpeedKmPerSecond * (1 + ClosedFormError.OfSpeed(most));
        return FlightTimeBounds.Sum(distanceKm, new TimePart("the quickest path", new Amount(Outward.Down(low / speed / 60), null), "distance over the speed of the greatest range"));
    }

    /// <summary>
    /// Minutes of a flight at a steady speed along the shortest way; a detour takes longer. Without a speed, or with one that is none, it cannot be
    /// told.
    /// </summary>
    /// <param name="distanceKm">Kilometres on the ground.</param>
    /// <param name="kmPerHour">The speed over the ground, where a source gives one.</param>
    /// <exception cref="ArgumentException">No distance satisfies its interval.</exception>
    public static FlightTimeBounds Cruise(Amount distanceKm, Amount? kmPerHour)
    {
        var (low, high) = Ends(distanceKm);
        if (kmPerHour is not { IsEmpty: false } speed || speed.High <= 0)
        {
            var why = kmPerHour is { } none ? $"no flight has a speed of {none} km/h" : "no speed is given";
            return FlightTimeBounds.Sum(distanceKm, new TimePart("flight along the shortest way", new Amount(0, null), why));
        }

        // A speed near nothing gives a time beyond any use: its lower end is cut, its upper end unbounded.
        const double Ages = 1e9;
        var shortest = speed.High is { } fastest ? Outward.Down(Math.Min(Ages, low / (double)fastest * 60)) : 0;
        decimal? longest = speed.Low is { } slowest and > 0 && high / (double)slowest * 60 is < Ages and var minutes ? Outward.Up(minutes) : null;
        return FlightTimeBounds.Sum(distanceKm, new TimePart("flight along the shortest way", new Amount(shortest, longest), $"distance over a speed of {speed} km/h"));
    }

    private static Amount Between(GeoPoint from, GeoPoint to)
    {
        var km = Geodesic.Distance(Position(from), Position(to)) / 1000;
        var error = from.ErrorKm + to.ErrorKm;
        return new Amount(Math.Max(0, Outward.Down(km) - error), Outward.Up(km) + error);

        static Position Position(GeoPoint point) => new((double)point.Latitude, (double)point.Longitude);
    }

    private static (double Low, double High) Ends(Amount distanceKm)
    {
        if (distanceKm.IsEmpty || distanceKm.High < 0)
        {
            throw new ArgumentException($"No distance satisfies {distanceKm}.", nameof(distanceKm));
        }

        return (
            Math.Clamp((double)(distanceKm.Low ?? 0), 0, StillEarth.FarthestKm),
            Math.Min((double)(distanceKm.High ?? decimal.MaxValue), StillEarth.FarthestKm));
    }
}
