using Detente.Agreement.Model;
using Detente.Geography;
using Detente.Geography.Geodesics;
using Detente.Quantities;
using Detente.Statements;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>7.3: what is known of sites, the same in every account, and where they lie, which rests on how each account reads disputed areas.</summary>
internal sealed class Places(World world)
{
    /// <summary>7.3: some known statement gives the place that kind: true; gives only others: false; none: cannot be told.</summary>
    public Truth IsOfKind(string place, string kind)
    {
        var said = Said(place);
        return said.Count == 0 ? Truth.Unknown : Kleene.Known(said.Any(one => one.Site.Kind == kind));
    }

    /// <summary>7.3: in the zone.</summary>
    public Truth IsInZone(string place, string zone, string x) =>
        world.Term<ZoneTerm>(zone) is { } term ? IsIn(place, term.Region, x) : Truth.Unknown;

    /// <summary>7.3: in the territory; cannot be told without a point.</summary>
    public Truth IsInTerritory(string place, string territory, string x) =>
        Point(place) is { } point ? world.Territories.Contains(territory, point, x, region => IsIn(place, region, x)) : Truth.Unknown;

    /// <summary>7.3: within so many kilometres of the border, on either side.</summary>
    public Truth IsNearBorder(string place, string territory, decimal kilometres, string x) =>
        Point(place) is { } point ? world.Territories.ToBorder(territory, point, x).Within(new Amount(0, kilometres)) : Truth.Unknown;

    /// <summary>7.3: an item's range is at least the distance: for every value of both, for none, else it cannot be told.</summary>
    public Truth IsReached(string place, string territory, Amount? range, string x) =>
        Point(place) is { } point ? Reaches(range, world.Territories.Distance(territory, point, x)) : Truth.Unknown;

    /// <summary>7.3, 7.10: equality counts.</summary>
    public static Truth Reaches(Amount? range, Amount distance) => (range, distance) switch
    {
        (null, _) => Truth.Unknown,
        ({ Low: { } least }, { High: { } farthest }) when least >= farthest => Truth.True,
        ({ High: { } most, HighOpen: false }, { Low: { } nearest }) when most < nearest => Truth.False,
        ({ High: { } most, HighOpen: true }, { Low: { } nearest }) when most <= nearest => Truth.False,
        _ => Truth.Unknown,
    };

    /// <summary>7.3: or, and, except by strong Kleene logic.</summary>
    private Truth IsIn(string place, Region region, string x) => region switch
    {
        Region.AnyOf any => any.Parts.Select(part => IsIn(place, part, x)).Aggregate(Truth.False, Kleene.Or),
        Region.AllOf all => all.Parts.Select(part => IsIn(place, part, x)).Aggregate(Truth.True, Kleene.And),
        Region.Except except => IsIn(place, except.Whole, x).And(IsIn(place, except.Without, x).Not()),
        _ => throw new InvalidOperationException($"No rule for {region}."),
    };

    /// <summary>7.3: where by some reading there is no such line, far from either border is far, else it cannot be told.</summary>
    private Truth IsNearLine(string place, RegionPart.NearLine near, GeoPoint point, string x) =>
        world.Territories.ToLine(near.Territory, near.Other, point, x) is { } line ? line.Within(new Amount(0, near.Kilometres))
        : IsNearBorder(place, near.Territory, near.Kilometres, x).And(IsNearBorder(place, near.Other, near.Kilometres, x)).And(Truth.Unknown);

    /// <summary>7.3: a site by name is or is not meant; anything else needs a point.</summary>
    private Truth IsIn(string place, RegionPart part, string x) => (part, Point(place)) switch
    {
        (RegionPart.OfSites sites, _) => Kleene.Known(sites.Names.Contains(place)),
        (RegionPart.InZone zone, _) => IsInZone(place, zone.Zone, x),
        (_, null) => Truth.Unknown,
        (RegionPart.Disc disc, { } point) => Distance.Between(disc.Circle.Centre, point).Within(new Amount(0, disc.Circle.RadiusKm)),
        (RegionPart.OfTerritory of, _) => IsInTerritory(place, of.Territory, x),
        (RegionPart.NearBorder near, _) => IsNearBorder(place, near.Territory, near.Kilometres, x),
        (RegionPart.NearLine near, { } point) => IsNearLine(place, near, point, x),
        (RegionPart.InReach reach, { } point) => world.Territories.Distance(reach.Territory, point, x).Within(new Amount(0, reach.Kilometres)),
        (_, { } point) => world.Territories.Contains(part, point),
    };

    /// <summary>7.3: within a distance of some other site that a test holds for.</summary>
    public Truth IsNear(string place, decimal kilometres, string kind, Func<string, Truth> holds) => Names()
        .Where(other => other != place)
        .Select(other => IsOfKind(other, kind) == Truth.True ? IsWithin(place, other, kilometres).And(holds(other)) : Truth.False)
        .Aggregate(Truth.False, Kleene.Or);

    /// <summary>7.4: the owner of a site, by the first statement that names it.</summary>
    public string? Owner(string place) => Said(place).Select(one => one.Site.Of).FirstOrDefault();

    /// <summary>7.3, 7.7: the country of a site, the first stated.</summary>
    public string? Country(string? place) => place is null ? null
        : Said(place).Select(one => one.Site.Country).FirstOrDefault(country => country is not null);

    /// <summary>7.4: the inspected party of an act: the owner of the site it is at; with two parties, the other one.</summary>
    public string? Inspected(Act act)
    {
        var place = world.Accounts.Place(act, act.Actor);
        return (place is null ? null : Owner(place)) ?? (world.Parties.Count == 2 ? world.Parties.FirstOrDefault(party => party != act.Actor) : null);
    }

    private Truth IsWithin(string place, string other, decimal kilometres) =>
        Point(place) is { } a && Point(other) is { } b ? Distance.Between(a, b).Within(new Amount(0, kilometres)) : Truth.Unknown;

    /// <summary>7.3: the first stated.</summary>
    public GeoPoint? Point(string place) => Said(place).Select(one => one.Site.Point).FirstOrDefault(point => point is not null);

    /// <summary>7.3: the territories a zone is told by.</summary>
    public IEnumerable<string> TerritoriesIn(string zone) => world.Term<ZoneTerm>(zone) is { } term ? TerritoriesIn(term.Region) : [];

    /// <summary>7.3: every statement that reads an area on which a territory depends, or one of those it is told by.</summary>
    public IEnumerable<Word> Readings(string territory) => world.Territories.IsMeasured(territory)
        ? world.Territories.Readings(territory)
        : world.Agreement.Terms.OfType<TerritoryTerm>().Where(term => term.Of == territory).SelectMany(term => TerritoriesIn(term.Region)).SelectMany(Readings);

    private IEnumerable<string> TerritoriesIn(Region region) => region switch
    {
        Region.AnyOf any => any.Parts.SelectMany(TerritoriesIn),
        Region.AllOf all => all.Parts.SelectMany(TerritoriesIn),
        Region.Except except => TerritoriesIn(except.Whole).Concat(TerritoriesIn(except.Without)),
        _ => [],
    };

    private IEnumerable<string> TerritoriesIn(RegionPart part) => part switch
    {
        RegionPart.InZone zone => TerritoriesIn(zone.Zone),
        RegionPart.OfTerritory of => [of.Territory],
        RegionPart.NearBorder near => [near.Territory],
        RegionPart.NearLine near => [near.Territory, near.Other],
        RegionPart.InReach reach => [reach.Territory],
        _ => [],
    };

    /// <summary>Every statement that names a site.</summary>
    public IEnumerable<Word> Words(string place) => Said(place).Select(one => one.Word);

    private IEnumerable<string> Names() => Said().Select(one => one.Site.Name).Distinct();

    private List<(Word Word, Site Site)> Said(string place) => [.. Said().Where(one => one.Site.Name == place)];

    private IEnumerable<(Word Word, Site Site)> Said() =>
        from word in world.Words where word.Content is Sites from site in ((Sites)word.Content).List select (word, site);
}
