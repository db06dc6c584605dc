using Detente.Agreement.Model;
using Detente.Geography;

namespace Detente.Agreement.Canonical;

/// <summary>Parts of the Earth's surface, and whose territory is meant.</summary>
internal static class RegionShapes
{
    /// <summary><c>{"latitude": "54.7", "longitude": "20.5", "error-km": "2"}</c>.</summary>
    public static readonly Shape<GeoPoint> Point = new ObjectShape<GeoPoint>("point", "Degrees of WGS-84, north and east positive; the true place lies within error-km.", f => new(
        f.Required("latitude", Leaf.Decimal, p => p.Latitude),
        f.Required("longitude", Leaf.Decimal, p => p.Longitude),
        f.Required("error-km", Leaf.Decimal, p => p.ErrorKm)));

    private static readonly Shape<Circle> Circle = new ObjectShape<Circle>("circle", "Every place within a radius of a centre.", f => new(
        f.Required("centre", Point, c => c.Centre),
        f.Required("radius-km", Leaf.Decimal, c => c.RadiusKm)));

    private static readonly Shape<RegionPart> Part = new UnionShape<RegionPart>("region-part", "kind", "One part of a region.")
        .Case<RegionPart.Disc>("disc", "Every place within a radius of a centre.", f => new(
            f.Required("circle", Circle, p => p.Circle)))
        .Case<RegionPart.Polygon>("polygon", "What lines straight in longitude and latitude enclose, from corner to corner.", f => new(
            f.List("corners", Point, p => p.Corners),
            f.Required("error-km", Leaf.Decimal, p => p.ErrorKm)))
        .Case<RegionPart.OfSites>("sites", "Named sites.", f => new(
            f.List("names", Leaf.Text, p => p.Names)))
        .Case<RegionPart.Land>("land", "The land of states and dependencies by code, de facto as published.", f => new(
            f.List("codes", Leaf.Text, p => p.Codes)))
        .Case<RegionPart.DisputedArea>("disputed-area", "A disputed area by the name of the border data.", f => new(
            f.Required("name", Leaf.Text, p => p.Name)))
        .Case<RegionPart.InZone>("zone", "A zone.", f => new(
            f.Required("zone", Leaf.Text, p => p.Zone)))
        .Case<RegionPart.OfTerritory>("territory", "A territory.", f => new(
            f.Required("of", Leaf.Text, p => p.Territory)))
        .Case<RegionPart.NearBorder>("near-border", "Within a distance of a territory's border, on both sides.", f => new(
            f.Required("within-km", Leaf.Decimal, p => p.Kilometres),
            f.Required("of", Leaf.Text, p => p.Territory)))
        .Case<RegionPart.NearLine>("near-line", "Within a distance of the line two territories share, on both sides.", f => new(
            f.Required("within-km", Leaf.Decimal, p => p.Kilometres),
            f.Required("of", Leaf.Text, p => p.Territory),
            f.Required("and", Leaf.Text, p => p.Other)))
        .Case<RegionPart.InReach>("in-reach", "Within a distance of a territory.", f => new(
            f.Required("within-km", Leaf.Decimal, p => p.Kilometres),
            f.Required("of", Leaf.Text, p => p.Territory)));

    /// <summary><c>{"join": "any-of", "parts": [{"kind": "land", "codes": ["RUS"]}]}</c>.</summary>
    public static readonly Shape<Region> Region = new UnionShape<Region>("region", "join", "A part of the Earth's surface.")
        .Case<Region.AnyOf>("any-of", "What lies in any part.", f => new(
            f.List("parts", Part, r => r.Parts)))
        .Case<Region.AllOf>("all-of", "What lies in all parts.", f => new(
            f.List("parts", Part, r => r.Parts)))
        .Case<Region.Except>("except", "What lies in one part and not in another.", f => new(
            f.Required("whole", Part, r => r.Whole),
            f.Required("without", Part, r => r.Without)));

    /// <summary><c>{"kind": "another-party"}</c>.</summary>
    public static readonly Shape<TerritoryOf> Territory = new UnionShape<TerritoryOf>("territory-of", "kind", "Whose territory is meant.")
        .Case<TerritoryOf.AnotherParty>("another-party", "Any party but the one that has the item.", f => new())
        .Case<TerritoryOf.Holder>("holder", "The party that has the item.", f => new())
        .Case<TerritoryOf.Named>("named", "A party by its code, or a territory by its name.", f => new(
            f.Required("of", Leaf.Text, t => t.Territory)));
}
