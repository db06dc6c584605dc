using System.Runtime.CompilerServices;
using Detente.Geography;
using Detente.Geography.Reach;
using Detente.Geography.Zones;
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
    // Two countries may share thousands of edges: found once, and kept as long as both live.
    private static readonly ConditionalWeakTable<Territory, ConditionalWeakTable<Territory, BorderLine>> Lines = [];

    // The same places are asked about at every instant of knowledge, in every account.
    private readonly Dictionary<GeoPoint, Amount> _distances = [];
    private readonly Dictionary<GeoPoint, Amount> _toBorder = [];
    private readonly Dictionary<GeoPoint, Truth> _contains = [];

    /// <summary>Kilometres to the territory, 0 inside: the place's error and the border's own in it.</summary>
    public Amount Distance(GeoPoint place) => Kept(_distances, place, Measure);

    /// <summary>Kilometres to the territory's border, from inside or outside.</summary>
    public Amount ToBorder(GeoPoint place) => Kept(_toBorder, place, MeasureToBorder);

    /// <summary>Whether a place lies in the territory.</summary>
    public Truth Contains(GeoPoint place) => Kept(_contains, place, Locate);

    private static T Kept<T>(Dictionary<GeoPoint, T> known, GeoPoint place, Func<GeoPoint, T> measure)
    {
        if (!known.TryGetValue(place, out var value))
        {
            known[place] = value = measure(place);
        }

        return value;
    }

    private Amount Measure(GeoPoint place)
    {
        var far = new Zone.Land(Least).Contains(place) == Truth.True ? Amount.Zero : Widened(TerritoryDistance.Of(Least).To(At(place)), Least.BorderErrorMetres, place);
        return ReferenceEquals(Least, Most) ? far : new Amount(Widened(TerritoryDistance.Of(Most).To(At(place)), Most.BorderErrorMetres, place).Low, far.High);
    }

    private Amount MeasureToBorder(GeoPoint place)
    {
        var least = Widened(TerritoryDistance.Of(Least).ToBorder(At(place)), Least.BorderErrorMetres, place);
        return ReferenceEquals(Least, Most) ? least : Ranges.Hull(least, Widened(TerritoryDistance.Of(Most).ToBorder(At(place)), Most.BorderErrorMetres, place));
    }

    /// <summary>Kilometres to the line this territory shares with another, from either side; <c>null</c> where the map shows none.</summary>
    public Amount? ToLineWith(Ground other, GeoPoint place)
    {
        var (least, most) = (Line(Least, other.Least), Line(Most, other.Most));
        return least.IsEmpty || most.IsEmpty ? null
            : Ranges.Hull(Widened(least.To(At(place)), least.ErrorMetres, place), Widened(most.To(At(place)), most.ErrorMetres, place));
    }

    private Truth Locate(GeoPoint place)
    {
        var least = new Zone.Land(Least).Contains(place);
        return ReferenceEquals(Least, Most) || least == new Zone.Land(Most).Contains(place) ? least : Truth.Unknown;
    }

    /// <summary>Open areas as near to a place as the territory may be: what its distance or its side hangs on.</summary>
    public IEnumerable<string> Hinges(GeoPoint place)
    {
        var certain = ReferenceEquals(Least, Most) ? 0 : TerritoryDistance.Of(Least).To(At(place)).HighMetres;
        return Open.Where(open => TerritoryDistance.Of(open.Land).To(At(place)).LowMetres <= certain).Select(open => open.Area);
    }

    private static BorderLine Line(Territory one, Territory other) => Lines.GetValue(one, _ => []).GetValue(other, _ => BorderLine.Between(one, other));

    private static Position At(GeoPoint place) => new((double)place.Latitude, (double)place.Longitude);

    private static Amount Widened(DistanceBounds bounds, double errorMetres, GeoPoint place)
    {
        if (double.IsInfinity(bounds.LowMetres))
        {
            return new Amount(HalfTheEarthKm, null);
        }

        // To whole metres, each end outward.
        var low = (decimal)Math.Floor(bounds.LowMetres - errorMetres) / 1000 - place.ErrorKm;
        var high = (decimal)Math.Ceiling(bounds.HighMetres + errorMetres) / 1000 + place.ErrorKm;
        return new Amount(Math.Max(0, low), high);
    }

    private const decimal HalfTheEarthKm = 20_004;
}
