using Detente.Agreement.Model;
using Detente.Geography;
using Detente.Quantities;
using Detente.Statements;

namespace Detente.Tests.Generators;

/// <summary>
/// The ground a random world stands on: territories, capitals, zones and points. Mostly drawn, side by side or apart, some over the
/// antimeridian or the meridian of Greenwich; else land of the border map with an area that one holds and the other claims.
/// </summary>
internal sealed class MapSetting
{
    private static readonly Country[] Countries =
    [
        new(["ISR", "SYR"], ["Golan Heights", "Shebaa Farms"], [(33.0m, 35.8m), (32.8m, 35.5m), (33.5m, 36.3m), (33.2m, 35.62m), (34.5m, 38m), (32.1m, 34.8m)]),
        new(["MAR", "ESH"], ["W. Sahara (MAR)", "W. Sahara (ESH)", "Ceuta"], [(24m, -14.5m), (26m, -12m), (31.6m, -8m), (27.15m, -13.2m), (35.85m, -5.4m), (24.7m, -11m)]),
    ];

    private readonly Chance chance;
    private readonly Country? country;
    private readonly decimal west;

    public MapSetting(Chance chance)
    {
        this.chance = chance;
        country = chance.Of(25) ? chance.One(Countries) : null;
        west = chance.One(20m, 178.5m, -1.5m);
    }

    /// <summary>Terms of the vocabulary, declared anew for each world.</summary>
    public IEnumerable<Term> Terms()
    {
        yield return new TerritoryTerm("A", Home(0));
        yield return new TerritoryTerm("B", Home(1));
        yield return new TerritoryTerm("C", One(Polygon((50, 0), (51, 0), (51, 1), (50, 1))));
        yield return new TerritoryTerm("Isle", One(chance.One<RegionPart>(
            Polygon((57, 1), (57.5m, 1.5m), (57.2m, 2)), Polygon((57, 1), (57.2m, 2), (57.5m, 1.5m)), Disc(100), new RegionPart.InZone("North"))));
        yield return new CapitalTerm("A", At(0), null);
        yield return new CapitalTerm("B", At(2), null);
        yield return new CapitalTerm("C", Place(50.5m, 0.5m), null);
        yield return new ZoneTerm("North", new Region.AnyOf([Disc(300), .. chance.Some(0, 1, () => (RegionPart)Polygon((55, 1), (56, 1), (56, 3)))]));
        yield return new ZoneTerm("Named", One(new RegionPart.OfSites(["S1"])));
        yield return new ZoneTerm("Line", Joined());
        yield return new ZoneTerm("Mixed", Joined());
    }

    public PlaceSelector Selector(bool only) => chance.Below(only ? 7 : 9) switch
    {
        0 => new PlaceSelector.OfKind(chance.One(RandomAgreement.Kinds)),
        1 or 2 => new PlaceSelector.InZone(chance.One("North", "Named", "Line", "Mixed")),
        3 => new PlaceSelector.NearBorder(Kilometres(), Whose()),
        4 or 5 => new PlaceSelector.Within(Whose()),
        6 => new PlaceSelector.Outside(Whose()),
        _ => new PlaceSelector.InReachOf(Whose()),
    };

    public Warning Warning(ValueList<ItemSelector> items) => new(
        items, chance.Of(60) ? new TerritoryOf.AnotherParty() : new TerritoryOf.Named(chance.One("A", "B")), chance.One(6m, 8m, 10m, 45m), chance.Of(50));

    public GeoPoint Point() => At(chance.Below(10)) with { ErrorKm = chance.One(0m, 0m, 0.5m, 2m, 50m) };

    public Amount Range() => chance.One(
        Amount.Exactly(480), new Amount(500, null, LowOpen: true), new Amount(400, 600), Amount.Exactly(64), new Amount(30, 150), Amount.Exactly(100), new Amount(0, 64, HighOpen: true), new Amount(5500, null));

    public Amount Speed() => chance.One(Amount.Exactly(800), new Amount(600, 1200), Amount.Exactly(5000), Amount.Zero, new Amount(0, 900));

    /// <summary>What is known from the beginning in most worlds: where sites lie, and a type of the party's with some of them there.</summary>
    public IEnumerable<Content> Baseline(string party, string type)
    {
        yield return new Sites([.. RandomAgreement.Places.Select(place => new Site(place, chance.One(RandomAgreement.Kinds), party, null, Point()))]);
        yield return new TypeProperties(
            type, party, "missile", new Dictionary<string, Quantity> { ["range"] = new(Range(), "km"), ["speed"] = new(Speed(), "km/h") },
            new Dictionary<string, string> { ["launch"] = "ground", ["kind"] = chance.One("ballistic", "ballistic", "cruise") });
        yield return new Holdings(Detente.Time.EventTime.On(Chance.Start), party, [.. RandomAgreement.Places.Select(place => new HoldingLine(type, Amount.Exactly(chance.Below(3)), place))]);
    }

    public Reading Reading()
    {
        var whose = chance.One("A", "B", "B");
        return new Reading(chance.One(country?.Areas ?? ["Crimea"]), whose, $"territory of {whose}", chance.Of(50));
    }

    private Region Home(int which)
    {
        if (country is not null)
        {
            var land = new RegionPart.Land([country.Codes[which]]);
            return chance.Below(8) switch
            {
                0 => new Region.AnyOf([land, new RegionPart.DisputedArea(chance.One(country.Areas))]),
                1 => new Region.Except(land, new RegionPart.DisputedArea(chance.One(country.Areas))),
                2 => new Region.AnyOf([land, Polygon((57, 1), (57.5m, 1.5m), (57.2m, 2))]),
                _ => One(land),
            };
        }

        if (which == 0)
        {
            var first = Polygon((54, 0), (56, 0), (56, 2), (54, 2));
            return new Region.AnyOf([first, .. chance.Below(8) switch
            {
                0 => [Polygon((55, 1), (57, 1), (57, 1.5m), (55, 1.5m))], // overlaps
                1 => [Polygon((56, 0), (57, 0), (57, 2), (56, 2))], // shares a side
                2 => [Polygon((56, 0), (57, 0), (57, 1), (56, 1))], // shares part of one
                3 => [new RegionPart.OfTerritory("Isle")],
                _ => Array.Empty<RegionPart>(),
            }]);
        }

        return One(chance.One(
            Polygon((54, 2), (56, 2), (56, 4), (54, 4)), Polygon((54, 2), (56, 2), (55.3m, 5)), Polygon((54, 3), (56, 3), (56, 5), (54, 5)), Polygon((54, 2), (54, 4), (55, 2.6m), (56, 2))));
    }

    private Region Joined()
    {
        var parts = chance.Some(1, 3, Part);
        return parts.Count == 1 ? One(parts[0]) : chance.Below(3) switch
        {
            0 => new Region.AnyOf([.. parts]),
            1 => new Region.AllOf([.. parts]),
            _ => new Region.Except(parts[0], parts[1]),
        };
    }

    private RegionPart Part() => chance.Below(country is null ? 9 : 11) switch
    {
        0 => Disc(chance.One(30, 100)),
        1 => Polygon((54.5m, 0.5m), (55.5m, 0.5m), (55.5m, 3)),
        2 => new RegionPart.OfSites([chance.One(RandomAgreement.Places)]),
        3 => new RegionPart.InZone(chance.One("North", "Named")),
        4 => new RegionPart.OfTerritory(chance.One("A", "B", "Isle")),
        5 => new RegionPart.NearBorder(Kilometres(), chance.One("A", "B")),
        6 or 7 => new RegionPart.NearLine(Kilometres(), "A", "B"),
        8 => new RegionPart.InReach(Kilometres(), chance.One("A", "B", "Isle")),
        9 => new RegionPart.Land([chance.One(country!.Codes)]),
        _ => new RegionPart.DisputedArea(chance.One(country!.Areas)),
    };

    private TerritoryOf Whose() => chance.Below(5) switch
    {
        0 or 1 => new TerritoryOf.AnotherParty(),
        2 => new TerritoryOf.Holder(),
        _ => new TerritoryOf.Named(chance.One("A", "B", "Isle")),
    };

    private decimal Kilometres() => chance.One(3m, 10m, 64m, 150m);

    private RegionPart.Disc Disc(decimal kilometres) => new(new Circle(At(1) with { ErrorKm = chance.One(0m, 2m) }, kilometres));

    private RegionPart.Polygon Polygon(params (decimal North, decimal East)[] corners) =>
        new([.. corners.Select(corner => Place(corner.North, corner.East))], chance.One(0m, 1m, 5m));

    private GeoPoint At(int which)
    {
        if (country is not null)
        {
            return new GeoPoint(country.Points[which % country.Points.Length].North, country.Points[which % country.Points.Length].East);
        }

        (decimal North, decimal East)[] points = [(55, 0.5m), (55, 1), (55, 3), (55, 1.98m), (55, 2.1m), (54, 0), (56.05m, 1), (57.2m, 1.5m), (50.5m, 0.4m), (60, 10)];
        return Place(points[which].North, points[which].East);
    }

    private GeoPoint Place(decimal north, decimal east) => new(north, west + east > 180 ? west + east - 360 : west + east);

    private static Region.AnyOf One(RegionPart part) => new([part]);

    private sealed record Country(string[] Codes, string[] Areas, (decimal North, decimal East)[] Points);
}
