using Detente.Agreement.Model;
using Detente.Geography;
using Detente.Geography.Zones;
using Detente.Quantities;

namespace Detente.Assessment.Accounts;

/// <summary>Whether a place lies in a region of the agreement, in one account (rule 7.3).</summary>
internal sealed class Regions(Glossary glossary, Lands lands, AreaReadings readings)
{
    private readonly Dictionary<string, Ground?> _grounds = new(StringComparer.Ordinal);

    /// <summary>Inside, outside, or cannot be told. Each part is asked, also where another has decided.</summary>
    /// <param name="region">The region.</param>
    /// <param name="place">The place's name.</param>
    /// <param name="point">Where it is; <c>null</c> where nobody says.</param>
    public Truth Contains(Region region, string place, GeoPoint? point) => region switch
    {
        Region.AnyOf any => any.Parts.Aggregate(Truth.False, (truth, part) => truth.Or(Contains(part, place, point))),
        Region.AllOf all => all.Parts.Aggregate(Truth.True, (truth, part) => truth.And(Contains(part, place, point))),
        Region.Except except => Contains(except.Whole, place, point).And(Contains(except.Without, place, point).Not()),
        _ => throw new InvalidOperationException($"No rule for {region}."),
    };

    private Truth Contains(RegionPart part, string place, GeoPoint? point) => part switch
    {
        RegionPart.OfSites sites => Kleene.Known(sites.Names.Contains(place)),
        RegionPart.InZone zone => glossary.Zone(zone.Zone) is { } term ? Contains(term.Region, place, point) : Truth.Unknown,
        _ when point is not { } => Truth.Unknown,
        RegionPart.Disc disc => new Zone.Disc(disc.Circle).Contains(point.Value),
        RegionPart.Polygon or RegionPart.Land or RegionPart.DisputedArea => lands.Ground(part)?.Contains(point.Value) ?? Truth.Unknown,
        RegionPart.OfTerritory of => ContainsTerritory(of.Territory, place, point.Value),
        RegionPart.NearBorder near => Ground(near.Territory)?.ToBorder(point.Value).Within(UpTo(near.Kilometres)) ?? Truth.Unknown,
        RegionPart.InReach reach => Ground(reach.Territory)?.Distance(point.Value).Within(UpTo(reach.Kilometres)) ?? Truth.Unknown,
        RegionPart.NearLine near => NearLine(near, point.Value),
        _ => throw new InvalidOperationException($"No rule for {part}."),
    };

    // Territories drawn apart share no line on the map; still, what is far from either border is far from both.
    private Truth NearLine(RegionPart.NearLine near, GeoPoint point) =>
        lands.ToLine(near.Territory, near.Other, readings, point) is { } line ? line.Within(UpTo(near.Kilometres))
        : ToBorder(near.Territory, point).Within(UpTo(near.Kilometres)).And(ToBorder(near.Other, point).Within(UpTo(near.Kilometres))).And(Truth.Unknown);

    /// <summary>Whether a place lies in a declared territory.</summary>
    public Truth ContainsTerritory(string territory, string place, GeoPoint point) =>
        Ground(territory)?.Contains(point)
        ?? (glossary.Territory(territory) is { } term ? Contains(term.Region, place, point) : Truth.Unknown);

    /// <summary>Kilometres from a place to a declared territory; anything where it cannot be measured to.</summary>
    public Amount Distance(string territory, GeoPoint point) => Ground(territory)?.Distance(point) ?? Amount.AnyCount;

    /// <summary>Kilometres from a place to the border of a declared territory.</summary>
    public Amount ToBorder(string territory, GeoPoint point) => Ground(territory)?.ToBorder(point) ?? Amount.AnyCount;

    /// <summary>What each part of a region is measured by, in words: distances with their errors, and areas nobody's word decides.</summary>
    public IEnumerable<string> Figures(Region region, GeoPoint point) => region.EachPart.SelectMany(part => Figures(part, point));

    private IEnumerable<string> Figures(RegionPart part, GeoPoint point) => part switch
    {
        RegionPart.Disc disc => [$"{Distances.Whole(Geography.Geodesics.Distance.Between(disc.Circle.Centre, point))} from the centre of a circle of {disc.Circle.RadiusKm} km"],
        RegionPart.Polygon or RegionPart.Land or RegionPart.DisputedArea => lands.Ground(part) is { } land ? [$"{Distances.Whole(land.ToBorder(point))} from the edge of its land"] : [],
        RegionPart.InZone zone => glossary.Zone(zone.Zone) is { } term ? Figures(term.Region, point) : [],
        RegionPart.OfTerritory of => [.. OfBorder(of.Territory, point)],
        RegionPart.NearBorder near => [.. OfBorder(near.Territory, point)],
        RegionPart.NearLine near => lands.ToLine(near.Territory, near.Other, readings, point) is { } line
            ? [$"{Distances.Whole(line)} from the border between {glossary.NameOf(near.Territory)} and {glossary.NameOf(near.Other)}"]
            : [$"the map shows no border between {glossary.NameOf(near.Territory)} and {glossary.NameOf(near.Other)}"],
        RegionPart.InReach reach => [$"{Distances.Whole(Distance(reach.Territory, point))} from the territory of {glossary.NameOf(reach.Territory)}", .. Open(reach.Territory, point)],
        _ => [],
    };

    private IEnumerable<string> OfBorder(string territory, GeoPoint point) =>
        [$"{Distances.Whole(ToBorder(territory, point))} from the border of {glossary.NameOf(territory)}", .. Open(territory, point)];

    private IEnumerable<string> Open(string territory, GeoPoint point) =>
        Hinges(territory, point) is { Count: > 0 } open ? [$"whose land {string.Join(", ", open)} is, this account does not say"] : [];

    /// <summary>Disputed areas that nobody's word decides and that are as near as the territory itself.</summary>
    public IReadOnlyList<string> Hinges(string territory, GeoPoint point) => [.. Ground(territory)?.Hinges(point) ?? []];

    private Ground? Ground(string territory)
    {
        if (!_grounds.TryGetValue(territory, out var ground))
        {
            _grounds[territory] = ground = lands.Ground(territory, readings);
        }

        return ground;
    }

    private static Amount UpTo(decimal kilometres) => new(0, kilometres);
}
