using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Geography;
using Detente.Geography.Geodesics;
using Detente.Quantities;
using Detente.Statements;

namespace Detente.Assessment.Forms;

/// <summary>Whether a place is one that a location clause names, in one account (rule 7.3).</summary>
/// <param name="scene">What is known.</param>
/// <param name="account">The account.</param>
/// <param name="party">Who has the items.</param>
/// <param name="all">Where the party's items are, in the account.</param>
internal sealed class PlaceTest(Scene scene, Account account, string party, List<LocationFact> all)
{
    /// <summary>How far the border map may be off, km: it is in every distance to a territory.</summary>
    public static decimal BorderError => (decimal)Geography.Borders.BorderMap.Large.BorderErrorMetres / 1000;

    public Truth IsAt(PlaceSelector selector, LocationFact fact) => selector switch
    {
        PlaceSelector.OfKind kind => IsOfKind(fact.Place, kind.SiteTerm),
        PlaceSelector.InZone zone => scene.Glossary.Zone(zone.Zone) is { } term ? account.Regions.Contains(term.Region, fact.Place, PointOf(scene, fact.Place)) : Truth.Unknown,
        PlaceSelector.Near near => IsNear(fact.Place, near.Kilometres, near.SiteTerm, _ => Truth.True),
        PlaceSelector.OfKindNearHolder near => IsOfKind(fact.Place, near.SiteTerm)
            .And(IsNear(fact.Place, near.Kilometres, near.OtherSiteTerm, site => Holds(near.Holding, site))),
        { Whose: { } whose } => PointOf(scene, fact.Place) is { } point
            ? Together(selector, Territories(scene, whose, party).Select(territory => IsAt(selector, fact, territory, point)))
            : Truth.Unknown,
        _ => throw new InvalidOperationException($"No rule for {selector}."),
    };

    /// <summary>The same with regard to one of the territories the selector names.</summary>
    /// <param name="selector">A selector that tells places by territory.</param>
    /// <param name="fact">What is where.</param>
    /// <param name="territory">The territory.</param>
    /// <param name="point">Where the place is.</param>
    public Truth IsAt(PlaceSelector selector, LocationFact fact, string territory, GeoPoint point) => selector switch
    {
        PlaceSelector.InReachOf => Reaches(account.RangeOf(fact.Type), account.Regions.Distance(territory, point)),
        PlaceSelector.NearBorder near => account.Regions.ToBorder(territory, point).Within(new Amount(0, near.Kilometres)),
        PlaceSelector.Within => account.Regions.ContainsTerritory(territory, fact.Place, point),
        PlaceSelector.Outside => account.Regions.ContainsTerritory(territory, fact.Place, point).Not(),
        _ => throw new InvalidOperationException($"No rule for {selector}."),
    };

    /// <summary>Whether a range is at least a distance: for every range and distance they may be, for none, or it cannot be told.</summary>
    public static Truth Reaches(Amount? range, Amount distance)
    {
        if (range is not { } reach)
        {
            return Truth.Unknown;
        }

        if (reach.High is { } most && distance.Low is { } nearest && (most < nearest || (most == nearest && (reach.HighOpen || distance.LowOpen))))
        {
            return Truth.False;
        }

        return reach.Low is { } least && distance.High is { } farthest && least >= farthest ? Truth.True : Truth.Unknown;
    }

    /// <summary>Whose territories a selector names, for the items of a party.</summary>
    public static IReadOnlyList<string> Territories(Scene scene, TerritoryOf of, string party) => of switch
    {
        TerritoryOf.AnotherParty => [.. scene.Parties.Where(other => other != party)],
        TerritoryOf.Holder => [party],
        TerritoryOf.Named named => [named.Territory],
        _ => throw new InvalidOperationException($"No rule for {of}."),
    };

    /// <summary>The statements a place's side rests on beside those that name it: the range of what a launcher launches, readings of disputed areas.</summary>
    public static IEnumerable<Said> RestsOn(Scene scene, Account account, Location location, string party, string type, string place)
    {
        if (location.Places.Any(selector => selector is PlaceSelector.InReachOf) && account.Type(type).Words.TryGetValue("missile-type", out var missile))
        {
            foreach (var said in scene.Describing(scene.Glossary.Canonical(missile)))
            {
                yield return said;
            }
        }

        var territories = location.Places.SelectMany(selector => selector is PlaceSelector.InZone zone
            ? scene.Glossary.Lands.TerritoriesIn(zone.Zone)
            : selector.Whose is { } whose ? Territories(scene, whose, party).SelectMany(scene.Glossary.Lands.MeasuredIn) : []);
        foreach (var territory in territories.Distinct())
        {
            foreach (var said in scene.Glossary.Lands.AreasOf(territory).SelectMany(area => AreaReadings.On(scene.Knowledge, area, territory)))
            {
                yield return said;
            }
        }
    }

    /// <summary>Where a place is, by the first site statement that says so.</summary>
    public static GeoPoint? PointOf(Scene scene, string place) =>
        scene.SitesNamed(place).Select(s => s.Point).FirstOrDefault(p => p is not null);

    // Outside several territories is outside them all; every other selector is met by one.
    private static Truth Together(PlaceSelector selector, IEnumerable<Truth> each) =>
        selector is PlaceSelector.Outside ? each.Aggregate(Truth.True, Kleene.And) : each.Aggregate(Truth.False, Kleene.Or);

    private Truth IsOfKind(string place, string kind)
    {
        var kinds = scene.SitesNamed(place).Select(s => s.Kind).ToList();
        return kinds.Count == 0 ? Truth.Unknown : Kleene.Known(kinds.Contains(kind));
    }

    private Truth IsNear(string place, decimal kilometres, string kind, Func<string, Truth> holds)
    {
        var here = PointOf(scene, place);
        var others = scene.Knowledge.JudgedOn(scene.Knowledge.Ledger.SitesSaid).Select(s => s.Content).OfType<Sites>()
            .SelectMany(s => s.List).Where(s => s.Kind == kind && s.Name != place).Select(s => s.Name).Distinct(StringComparer.Ordinal);
        var any = Truth.False;
        foreach (var other in others)
        {
            var near = here is { } a && PointOf(scene, other) is { } b ? Distance.Between(a, b).Within(new Amount(0, kilometres)) : Truth.Unknown;
            any = any.Or(near.And(holds(other)));
        }

        return any;
    }

    private Truth Holds(ItemSelector items, string site)
    {
        // What a record does not place somewhere may still be there.
        var any = Truth.Unknown;
        foreach (var fact in all.Where(f => f.Place == site))
        {
            any = any.Or(account.IsAny(fact.Type, [items]).And(fact.Certain ? Truth.True : Truth.Unknown));
        }

        return any;
    }
}
