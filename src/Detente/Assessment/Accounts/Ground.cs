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
    /// <summary>Up to so many open areas every way of reading them is looked at; beyond, what is a border under some reading and under each.</summary>
    private const int ReadOneByOne = 3;

    private readonly Lazy<IReadOnlyList<Territory>> _readings = new(() => ReadEveryWay(Least, Most, Open));
    private readonly Lazy<LineDistance[]> _loose = new(() => [new LineDistance(Some(Least, Open)), new LineDistance(Every(Least, Open))]);

    // The same places are asked about at every instant of knowledge, in every account.
    private readonly Dictionary<GeoPoint, Amount> _distances = [];
    private readonly Dictionary<GeoPoint, Amount> _toBorder = [];
    private readonly Dictionary<GeoPoint, Truth> _contains = [];

    /// <summary>Kilometres to the territory, 0 inside: the place's error and the border's own in it.</summary>
    public Amount Distance(GeoPoint place) => Kept(_distances, place, Measure);

    /// <summary>Kilometres to the territory's border, from inside or outside, whichever way its open areas are read.</summary>
    public Amount ToBorder(GeoPoint place) => Kept(_toBorder, place, MeasureToBorder);

    /// <summary>Whether a place lies in the territory.</summary>
    public Truth Contains(GeoPoint place) => Kept(_contains, place, Locate);

    /// <summary>Kilometres to the line two territories share, whichever way the open areas of both are read.</summary>
    /// <param name="lines">What <see cref="Shared"/> gave for the two.</param>
    /// <param name="errorMetres">The greater border error of the two.</param>
    /// <param name="place">The place.</param>
    public static Amount ToLine(IReadOnlyList<LineDistance> lines, double errorMetres, GeoPoint place) =>
        Hull(lines.Select(line => Widened(line.To(place.Position), errorMetres, place)));

    /// <summary>The lines two territories may share, between whose nearest and farthest the true one lies.</summary>
    public static IReadOnlyList<LineDistance> Shared(Ground a, Ground b)
    {
        if (a.Open.Count + b.Open.Count <= ReadOneByOne)
        {
            return [.. from mine in a._readings.Value from theirs in b._readings.Value select Line(mine.Edges, theirs.Edges)];
        }

        var open = a.Open.Concat(b.Open).SelectMany(area => area.Land.Edges).SelectMany(edge => new[] { edge, edge.Reversed() }).ToHashSet();
        return [Line(Some(a.Least, a.Open), Some(b.Least, b.Open)), Line(a.Least.Edges.Where(edge => !open.Contains(edge)), b.Least.Edges)];

        static LineDistance Line(IEnumerable<Edge> mine, IEnumerable<Edge> theirs)
        {
            var reversed = theirs.Select(edge => edge.Reversed()).ToHashSet();
            return new LineDistance(mine.Where(reversed.Contains));
        }
    }

    /// <summary>Open areas as near to a place as the territory may be: what its distance or its side hangs on.</summary>
    public IEnumerable<string> Hinges(GeoPoint place)
    {
        var certain = ReferenceEquals(Least, Most) ? 0 : TerritoryDistance.Of(Least).To(place.Position).HighMetres;
        return Open.Where(open => TerritoryDistance.Of(open.Land).To(place.Position).LowMetres <= certain).Select(open => open.Area);
    }

    private Amount Measure(GeoPoint place)
    {
        var far = new Zone.Land(Least).Contains(place) == Truth.True ? Amount.Zero : Widened(TerritoryDistance.Of(Least).To(place.Position), Least.BorderErrorMetres, place);
        return ReferenceEquals(Least, Most) ? far : new Amount(Widened(TerritoryDistance.Of(Most).To(place.Position), Most.BorderErrorMetres, place).Low, far.High);
    }

    private Amount MeasureToBorder(GeoPoint place) => Hull(Open.Count <= ReadOneByOne
        ? _readings.Value.Select(reading => Widened(TerritoryDistance.Of(reading).ToBorder(place.Position), reading.BorderErrorMetres, place))
        : _loose.Value.Select(line => Widened(line.To(place.Position), Most.BorderErrorMetres, place)));

    private Truth Locate(GeoPoint place)
    {
        var least = new Zone.Land(Least).Contains(place);
        return ReferenceEquals(Least, Most) || least == new Zone.Land(Most).Contains(place) ? least : Truth.Unknown;
    }

    private static T Kept<T>(Dictionary<GeoPoint, T> known, GeoPoint place, Func<GeoPoint, T> measure)
    {
        if (!known.TryGetValue(place, out var value))
        {
            known[place] = value = measure(place);
        }

        return value;
    }

    private static IReadOnlyList<Territory> ReadEveryWay(Territory least, Territory most, IReadOnlyList<(string Area, Territory Land)> open) =>
        open.Count == 0 ? [least] : [.. Enumerable.Range(0, 1 << open.Count).Select(taken =>
            taken == 0 ? least : taken == (1 << open.Count) - 1 ? most
            : Territory.Union(least.Name, open.Where((_, i) => (taken >> i & 1) == 1).Select(area => area.Land).Prepend(least)))];

    private static IEnumerable<Edge> Some(Territory least, IReadOnlyList<(string Area, Territory Land)> open) =>
        least.Edges.Concat(open.SelectMany(area => area.Land.Edges));

    private static IEnumerable<Edge> Every(Territory least, IReadOnlyList<(string Area, Territory Land)> open)
    {
        var doubtful = open.SelectMany(area => area.Land.Edges).Select(edge => edge.Reversed()).ToHashSet();
        return least.Edges.Where(edge => !doubtful.Contains(edge));
    }

    private static Amount Hull(IEnumerable<Amount> all) => all.Aggregate(Ranges.Hull);

    private static Amount Widened(DistanceBounds bounds, double errorMetres, GeoPoint place)
    {
        if (double.IsInfinity(bounds.LowMetres))
        {
            return Geography.Geodesics.Distance.Nowhere;
        }

        // To whole metres, each end outward, and a metre more: what is decided by less is not told.
        var low = (decimal)Math.Floor(bounds.LowMetres - errorMetres - 1) / 1000 - place.ErrorKm;
        var high = (decimal)Math.Ceiling(bounds.HighMetres + errorMetres + 1) / 1000 + place.ErrorKm;
        return new Amount(Math.Max(0, low), high);
    }
}
