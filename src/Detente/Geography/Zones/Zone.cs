using Detente.Geography.Geodesics;
using Detente.Geography.Reach;
using Detente.Quantities;

namespace Detente.Geography.Zones;

/// <summary>
/// A part of the Earth's surface of which one can ask whether a place lies in it. There are three answers: the place's error, the zone's and the
/// border data's are all counted, and what is decided by less than a metre is not told.
/// </summary>
public abstract record Zone
{
    // Nearer than this to the line nothing is told, kilometres.
    private const decimal Hair = 0.001m;

    private Zone()
    {
    }

    /// <summary>Every place within a radius of a centre.</summary>
    public sealed record Disc(Circle Circle) : Zone
    {
        /// <inheritdoc/>
        public override ZoneAnswer Judge(GeoPoint place)
            => UpTo(this, Distance.Between(Circle.Centre, place), Circle.RadiusKm, place.ErrorKm, Circle.Centre.ErrorKm, 0);
    }

    /// <summary>The land of a territory, or of a polygon drawn by its corners (<see cref="Polygon"/>: edges straight in longitude and latitude).</summary>
    public sealed record Land(Territory Territory) : Zone
    {
        /// <inheritdoc/>
        public override ZoneAnswer Judge(GeoPoint place)
        {
            var distance = TerritoryDistance.Of(Territory);
            var border = Km(Territory.BorderErrorMetres);
            var away = Widened(distance.ToBorder(place.Position), place.ErrorKm + border);
            var inside = away.Low > Hair ? Kleene.Known(distance.Contains(place.Position)) : Truth.Unknown;
            return new ZoneAnswer(inside, [new ZoneMeasure(this, inside, away, null, place.ErrorKm, 0, border)]);
        }
    }

    /// <summary>Every place within so many kilometres of a territory's border, on both sides.</summary>
    public sealed record NearBorder(Territory Territory, decimal Kilometres) : Zone
    {
        /// <inheritdoc/>
        public override ZoneAnswer Judge(GeoPoint place) => Within(
            this, place, TerritoryDistance.Of(Territory).ToBorder(place.Position), Kilometres, Territory.BorderErrorMetres);
    }

    /// <summary>Every place from which a territory is within so many kilometres, the territory itself with it: its reach.</summary>
    public sealed record InReach(Territory Territory, decimal Kilometres) : Zone
    {
        /// <inheritdoc/>
        public override ZoneAnswer Judge(GeoPoint place)
        {
            // Clear of the border the distance is nought, however wrong the border may be.
            return new Land(Territory).Contains(place) == Truth.True
                ? UpTo(this, Amount.Zero, Kilometres, place.ErrorKm, 0, Km(Territory.BorderErrorMetres))
                : Within(this, place, TerritoryDistance.Of(Territory).To(place.Position), Kilometres, Territory.BorderErrorMetres);
        }
    }

    /// <summary>A strip of so many kilometres on both sides of the border that two territories share.</summary>
    public sealed record Strip(BorderLine Border, decimal Kilometres) : Zone
    {
        /// <inheritdoc/>
        public override ZoneAnswer Judge(GeoPoint place) => Within(this, place, Border.To(place.Position), Kilometres, Border.ErrorMetres);
    }

    /// <summary>What lies in any of its parts.</summary>
    public sealed record Union(IReadOnlyList<Zone> Parts) : Zone
    {
        /// <inheritdoc/>
        public override ZoneAnswer Judge(GeoPoint place) => Of(Parts, place, Truth.False, Kleene.Or);
    }

    /// <summary>What lies in all of its parts.</summary>
    public sealed record Intersection(IReadOnlyList<Zone> Parts) : Zone
    {
        /// <inheritdoc/>
        public override ZoneAnswer Judge(GeoPoint place) => Of(Parts, place, Truth.True, Kleene.And);
    }

    /// <summary>What lies in one zone and not in another.</summary>
    public sealed record Difference(Zone Whole, Zone Without) : Zone
    {
        /// <inheritdoc/>
        public override ZoneAnswer Judge(GeoPoint place)
        {
            var (whole, without) = (Whole.Judge(place), Without.Judge(place));
            return new ZoneAnswer(whole.Inside.And(without.Inside.Not()), [.. whole.Measures, .. without.Measures]);
        }
    }

    /// <summary>Whether a place lies in it, with the figures.</summary>
    public abstract ZoneAnswer Judge(GeoPoint place);

    /// <summary>Whether a place lies in it.</summary>
    public Truth Contains(GeoPoint place) => Judge(place).Inside;

    // Every part is asked, also where one has decided: the figures of all may be wanted.
    private static ZoneAnswer Of(IReadOnlyList<Zone> parts, GeoPoint place, Truth of, Func<Truth, Truth, Truth> join)
    {
        var answers = parts.Select(part => part.Judge(place)).ToList();
        return new ZoneAnswer(answers.Select(answer => answer.Inside).Aggregate(of, join), [.. answers.SelectMany(answer => answer.Measures)]);
    }

    private static ZoneAnswer Within(Zone zone, GeoPoint place, DistanceBounds bounds, decimal kilometres, double borderErrorMetres)
        => UpTo(zone, Widened(bounds, place.ErrorKm + Km(borderErrorMetres)), kilometres, place.ErrorKm, 0, Km(borderErrorMetres));

    private static ZoneAnswer UpTo(Zone zone, Amount distance, decimal kilometres, decimal placeError, decimal zoneError, decimal borderError)
    {
        var inside = distance.High is { } high && (high + Hair <= kilometres || high == 0) ? Truth.True
            : distance.Low - Hair > kilometres ? Truth.False
            : Truth.Unknown;
        return new ZoneAnswer(inside, [new ZoneMeasure(zone, inside, distance, kilometres, placeError, zoneError, borderError)]);
    }

    private static Amount Widened(DistanceBounds bounds, decimal errorKm) => Distance.OfMetres(bounds.LowMetres, bounds.HighMetres, errorKm);

    private static decimal Km(double metres) => (decimal)metres / 1000;
}
