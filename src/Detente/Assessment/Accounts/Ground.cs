using Detente.Geography;
using Detente.Geography.Reach;
using Detente.Quantities;

namespace Detente.Assessment.Accounts;

/// <summary>
/// A territory as one account has it: the least land that is certainly in it, and the most that may be. They differ by disputed
/// areas that nobody's word decides.
/// </summary>
/// <param name="Least">What certainly belongs to it.</param>
/// <param name="Most">With every area that may belong to it; the same object where there is none.</param>
/// <param name="Open">The areas by which they differ, by name, and the land of each.</param>
internal sealed record Ground(Territory Least, Territory Most, IReadOnlyList<(string Area, Territory Land)> Open)
{
    /// <summary>Kilometres to the territory, 0 inside: the place's error and the border's own in it.</summary>
    public Amount Distance(GeoPoint place)
    {
        var far = Inside(Least, place) == Truth.True ? Amount.Zero : Widened(TerritoryDistance.Of(Least).To(At(place)), Least, place);
        return ReferenceEquals(Least, Most) ? far : new Amount(Widened(TerritoryDistance.Of(Most).To(At(place)), Most, place).Low, far.High);
    }

    /// <summary>Kilometres to the territory's border, from inside or outside.</summary>
    public Amount ToBorder(GeoPoint place)
    {
        var least = Widened(TerritoryDistance.Of(Least).ToBorder(At(place)), Least, place);
        return ReferenceEquals(Least, Most) ? least : Ranges.Hull(least, Widened(TerritoryDistance.Of(Most).ToBorder(At(place)), Most, place));
    }

    /// <summary>Whether a place lies in the territory.</summary>
    public Truth Contains(GeoPoint place)
    {
        var least = Inside(Least, place);
        return ReferenceEquals(Least, Most) || least == Inside(Most, place) ? least : Truth.Unknown;
    }

    /// <summary>Open areas as near to a place as the territory may be: what its distance or its side hangs on.</summary>
    public IEnumerable<string> Hinges(GeoPoint place)
    {
        var certain = ReferenceEquals(Least, Most) ? 0 : TerritoryDistance.Of(Least).To(At(place)).HighMetres;
        return Open.Where(open => TerritoryDistance.Of(open.Land).To(At(place)).LowMetres <= certain).Select(open => open.Area);
    }

    private static Position At(GeoPoint place) => new((double)place.Latitude, (double)place.Longitude);

    // Nearer to the border than both errors, and a metre for the drawing, it may lie on either side.
    private static Truth Inside(Territory territory, GeoPoint place)
    {
        var distance = TerritoryDistance.Of(territory);
        var clear = distance.ToBorder(At(place)).LowMetres > territory.BorderErrorMetres + ((double)place.ErrorKm * 1000) + 1;
        return clear ? Kleene.Known(distance.Contains(At(place))) : Truth.Unknown;
    }

    private static Amount Widened(DistanceBounds bounds, Territory territory, GeoPoint place)
    {
        if (double.IsInfinity(bounds.LowMetres))
        {
            return new Amount(HalfTheEarthKm, null);
        }

        // To whole metres, each end outward.
        var low = (decimal)Math.Floor(bounds.LowMetres - territory.BorderErrorMetres) / 1000 - place.ErrorKm;
        var high = (decimal)Math.Ceiling(bounds.HighMetres + territory.BorderErrorMetres) / 1000 + place.ErrorKm;
        return new Amount(Math.Max(0, low), high);
    }

    private const decimal HalfTheEarthKm = 20_004;
}
