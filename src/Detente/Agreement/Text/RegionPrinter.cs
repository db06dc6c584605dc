using Detente.Agreement.Model;
using Detente.Geography;

namespace Detente.Agreement.Text;

/// <summary>Writes parts of the Earth's surface, and whose territory is meant.</summary>
internal sealed class RegionPrinter(Wording wording)
{
    public string Region(Region region) => region switch
    {
        Model.Region.AnyOf any => string.Join("; or ", any.Parts.Select(Part)),
        Model.Region.AllOf all => string.Join("; and ", all.Parts.Select(Part)),
        Model.Region.Except except => $"{Part(except.Whole)}; except {Part(except.Without)}",
        _ => throw new InvalidOperationException($"No words for {region}."),
    };

    public string Territory(TerritoryOf of) => of switch
    {
        TerritoryOf.AnotherParty => "another Party",
        TerritoryOf.Holder => "the Party that has it",
        TerritoryOf.Named named => wording.Name(named.Territory),
        _ => throw new InvalidOperationException($"No words for {of}."),
    };

    public static string PointWithError(GeoPoint point) => Point(point) + GiveOrTake(point.ErrorKm);

    private string Part(RegionPart part) => part switch
    {
        RegionPart.Disc disc => $"circle of {Wording.Number(disc.Circle.RadiusKm)} km around {PointWithError(disc.Circle.Centre)}",
        RegionPart.Polygon polygon => "polygon " + string.Join(", ", polygon.Corners.Select(Point)) + GiveOrTake(polygon.ErrorKm),
        RegionPart.OfSites sites => "sites " + string.Join(", ", sites.Names),
        RegionPart.Land land => "land of " + string.Join(", ", land.Codes),
        RegionPart.DisputedArea area => "disputed area " + area.Name,
        RegionPart.InZone zone => "zone " + zone.Zone,
        RegionPart.OfTerritory of => "territory of " + wording.Name(of.Territory),
        RegionPart.NearBorder near => $"within {Wording.Number(near.Kilometres)} km of the border of {wording.Name(near.Territory)}",
        RegionPart.NearLine near => $"within {Wording.Number(near.Kilometres)} km of the border between {wording.Name(near.Territory)} and {wording.Name(near.Other)}",
        RegionPart.InReach reach => $"within {Wording.Number(reach.Kilometres)} km of the territory of {wording.Name(reach.Territory)}",
        _ => throw new InvalidOperationException($"No words for {part}."),
    };

    private static string Point(GeoPoint point) => $"{Degrees(point.Latitude, "N", "S")} {Degrees(point.Longitude, "E", "W")}";

    private static string GiveOrTake(decimal kilometres) => kilometres == 0 ? "" : $", give or take {Wording.Number(kilometres)} km";

    private static string Degrees(decimal degrees, string positive, string negative) =>
        $"{Wording.Number(Math.Abs(degrees))} {(degrees < 0 ? negative : positive)}";
}
