using Detente.Geography.Geodesics;
using Detente.Quantities;
using NodaTime;

namespace Detente.Geography.Zones;

/// <summary>
/// A track of fixes and the time it spent in a zone. Between two fixes it runs along the geodesic at even speed; with a greatest speed given, it
/// may be anywhere that speed allows. Between fixes farther apart than a stated gap it is not observed, and nothing is said.
/// </summary>
/// <remarks>
/// A stretch of the track is judged by its middle, with half its length as error: what holds for all of that circle holds for the stretch.
/// Otherwise it is halved, down to a second.
/// </remarks>
public sealed class Track
{
    private static readonly Duration Shortest = Duration.FromSeconds(1);

    private readonly IReadOnlyList<Fix> _fixes;
    private readonly Duration _gap;
    private readonly decimal? _kmPerHour;

    /// <summary>A track.</summary>
    /// <param name="fixes">In order of time.</param>
    /// <param name="gap">Fixes farther apart leave the time between them not observed.</param>
    /// <param name="greatestKmPerHour">No faster than this; null where the geodesic is taken for the way.</param>
    /// <exception cref="ArgumentException">A fix is earlier than the one before it.</exception>
    public Track(IReadOnlyList<Fix> fixes, Duration gap, decimal? greatestKmPerHour = null)
    {
        for (var i = 1; i < fixes.Count; i++)
        {
            if (fixes[i].Time < fixes[i - 1].Time)
            {
                throw new ArgumentException($"Fix {i + 1} of the track is earlier than the one before it.", nameof(fixes));
            }
        }

        (_fixes, _gap, _kmPerHour) = (fixes, gap, greatestKmPerHour);
    }

    /// <summary>How long the track was inside and outside of a zone.</summary>
    public TimeInZone In(Zone zone)
    {
        var sum = default(TimeInZone);
        for (var i = 1; i < _fixes.Count; i++)
        {
            var (from, to) = (_fixes[i - 1], _fixes[i]);
            var span = to.Time - from.Time;
            var leg = new Leg(from.Place, to.Place, span, _kmPerHour);
            sum = span > _gap || leg.IsTooFast
                ? sum with { NotObserved = sum.NotObserved + span }
                : Add(sum, zone, leg, Duration.Zero, span);
        }

        return sum;
    }

    private static TimeInZone Add(TimeInZone sum, Zone zone, Leg leg, Duration start, Duration end)
    {
        var span = end - start;
        var inside = zone.Contains(leg.Between(start, end));
        if (inside == Truth.Unknown && span > Shortest)
        {
            var middle = start + span / 2;
            return Add(Add(sum, zone, leg, start, middle), zone, leg, middle, end);
        }

        return inside switch
        {
            Truth.True => sum with { Inside = sum.Inside + span },
            Truth.False => sum with { Outside = sum.Outside + span },
            _ => sum with { CannotTell = sum.CannotTell + span },
        };
    }

    /// <summary>The way from one fix to the next.</summary>
    private readonly struct Leg
    {
        private readonly GeoPoint _from;
        private readonly Duration _span;
        private readonly GeodesicInverse _way;
        private readonly decimal _error;
        private readonly decimal? _kmPerHour;

        public Leg(GeoPoint from, GeoPoint to, Duration span, decimal? kmPerHour)
        {
            (_from, _span, _kmPerHour) = (from, span, kmPerHour);
            _way = Geodesic.Inverse(from.Position, to.Position);
            _error = from.ErrorKm + to.ErrorKm;
            IsTooFast = kmPerHour is { } speed && Km(_way.DistanceMetres) - from.ErrorKm - to.ErrorKm > speed * Hours(span);
        }

        public bool IsTooFast { get; }

        /// <summary>A circle that holds where it was between two times after the first fix.</summary>
        public GeoPoint Between(Duration start, Duration end)
        {
            var part = _span == Duration.Zero ? 0 : (start + end).TotalSeconds / 2 / _span.TotalSeconds;
            var middle = Geodesic.Direct(_from.Position, _way.Azimuth1, _way.DistanceMetres * part).Position;
            var half = _span == Duration.Zero ? Km(_way.DistanceMetres) : Km(_way.DistanceMetres * (end - start).TotalSeconds / 2 / _span.TotalSeconds);
            return new GeoPoint(Decimal(middle.Latitude), Decimal(middle.Longitude), _error + half + Stray(start, end) + Rounding);
        }

        // How far off the geodesic the greatest speed allows: no farther from either fix than it can go, and the geodesic's place is no farther either.
        private decimal Stray(Duration start, Duration end)
            => _kmPerHour is { } speed ? 2 * speed * Hours(Duration.Min(end, _span - start)) : 0;

        private static decimal Km(double metres) => Decimal(metres / 1000);

        private static decimal Hours(Duration span) => Decimal(span.TotalHours);

        private static decimal Decimal(double value) => (decimal)Math.Round(value, 9);

        // Of nine decimals, in kilometres.
        private const decimal Rounding = 0.000_001m;
    }
}
