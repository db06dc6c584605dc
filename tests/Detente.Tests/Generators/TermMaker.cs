using Detente.Agreement.Model;
using Detente.Geography;
using Detente.Quantities;
using NodaTime;

namespace Detente.Tests.Generators;

/// <summary>Terms of every kind: a fixed stock, so that clauses find what they need, in random order and with random meanings.</summary>
internal sealed class TermMaker(Dice dice)
{
    private static readonly string[] Types = ["Pershing II", "BGM-109G", "RSD-10", "R-12", "R-14", "9M729", "OTR-23"];

    public List<Term> Make()
    {
        var terms = new List<Term>
        {
            new ItemTerm("missile", null, ["launch", "purpose", "range", "warheads"]),
            new ItemTerm("launcher", null, ["missile-type", "warhead-capacity"]),
            new ItemTerm("launcher for booster systems", "launchers for booster systems", []),
            new StateTerm("deployed"),
            new StateTerm("non-deployed"),
            new SiteTerm("missile operating base", null),
            new SiteTerm("elimination facility", dice.Maybe() ? "elimination plants" : null),
            new SiteTerm("depot", null),
            new ActTerm("flight-test", null, ActObject.Item, "missile", HoldingsEffect.None, ["flown-range"], []),
            new ActTerm("transit", null, ActObject.Item, null, HoldingsEffect.Moves, [], []),
            new ActTerm("production", null, ActObject.Item, null, HoldingsEffect.Adds, dice.Maybe() ? ["mass", "cost"] : [], []),
            new ActTerm("elimination", null, ActObject.Item, null, HoldingsEffect.Removes, dice.Maybe() ? ["mass"] : [], ["of a site", "by launching", "otherwise"]),
            new ActTerm("short-notice inspection", null, ActObject.Site, null, HoldingsEffect.None, [], []),
            new ActTerm("meeting", null, ActObject.Item, null, HoldingsEffect.None, [], []),
            new DeclarationTerm("data exchange", null, ["missile", "launcher", "site"]),
            new YearTerm("treaty-year", new TimeExpression(new Anchor.EntryIntoForce())),
            new YearTerm("calendar year", null),
            new ZoneTerm("North", dice.Maybe() ? new Region.AnyOf([Disc(), new RegionPart.OfSites(["Kapustin Yar"])]) : new Region.AnyOf([Disc()])),
            new ZoneTerm("Test Ranges", new Region.AnyOf([new RegionPart.OfSites(["Kapustin Yar", "Chita"])])),
            new ZoneTerm("Mixed", Mixed()),
            new TerritoryTerm("US", new Region.AnyOf([new RegionPart.Land(["USA", "PRI"])])),
            new TerritoryTerm("SU", new Region.AnyOf([new RegionPart.Land(["RUS"]), Polygon()])),
            new TerritoryTerm("Far Isles", new Region.AnyOf([Polygon()])),
            new TerritoryTerm("BO", new Region.AnyOf([Disc()])),
            new CapitalTerm("BO", null, "Oslo"),
            new CapitalTerm("US", Point(), null),
            new CapitalTerm("SU", null, "Moscow"),
        };
        terms.Add(Class("intermediate-range missile"));
        terms.Add(Class("shorter-range missile"));
        return dice.Shuffle(terms);
    }

    private RegionPart Disc() => new RegionPart.Disc(new Circle(Point(), dice.Between(1, 20_000)));

    private GeoPoint Point() => Corner() with { ErrorKm = dice.Maybe() ? dice.Between(1, 50) / 10m : 0 };

    private GeoPoint Corner() => new(dice.Between(-900, 900) / 10m, dice.Between(-1800, 1800) / 10m);

    private RegionPart Polygon()
    {
        List<GeoPoint> corners;
        do
        {
            corners = [.. Enumerable.Range(0, dice.Between(3, 6)).Select(_ => Corner())];
        }
        while (Detente.Geography.Polygon.FaultOf(corners) != PolygonFault.None);

        return new RegionPart.Polygon([.. corners], dice.Maybe() ? dice.Between(1, 50) : 0);
    }

    // A part of every kind, joined in every way.
    private Region Mixed()
    {
        RegionPart[] parts =
        [
            Disc(), Polygon(), new RegionPart.OfSites(["Chita"]), new RegionPart.Land(["POL", "DEU"]), new RegionPart.DisputedArea("Crimea"),
            new RegionPart.InZone("North"), new RegionPart.OfTerritory("US"), new RegionPart.OfTerritory("Far Isles"), new RegionPart.NearBorder(dice.Between(0, 900), "SU"),
            new RegionPart.NearLine(dice.Between(0, 900) / 4m, "US", "SU"), new RegionPart.InReach(dice.Between(0, 9000), "Far Isles"),
        ];
        var some = dice.Some(parts, 4).ToList();
        return some.Count == 1 ? new Region.AnyOf([.. some]) : dice.Between(0, 2) switch
        {
            0 => new Region.AnyOf([.. some]),
            1 => new Region.AllOf([.. some]),
            _ => new Region.Except(some[0], some[1]),
        };
    }

    private ClassTerm Class(string name)
    {
        var types = dice.Maybe(0.7) ? dice.Some(Types, 4).Select(Type).ToArray() : [];
        return new ClassTerm(name, null, [.. types], types.Length == 0 || dice.Maybe() ? Test() : null);
    }

    private NamedType Type(string name) => new(name, dice.Maybe(0.3) ? ["also " + name, name + " M"] : []);

    private PropertyTest Test() => new(
        "missile",
        dice.Maybe() ? [new WordIs("launch", dice.Pick("ground", "sea", "ground or air".Replace(" or ", "-")))] : [],
        dice.Maybe(0.8) ? [new NumberIn("range", new Quantity(Interval(), "km")), .. dice.Maybe() ? new[] { new NumberIn("warheads", new Quantity(Interval())) } : []] : []);

    private Amount Interval()
    {
        var low = dice.Between(1, 1000) / 2m;
        var high = low + dice.Between(1, 5000);
        return dice.Between(0, 4) switch
        {
            0 => Amount.Exactly(low),
            1 => new Amount(low, null, LowOpen: dice.Maybe()),
            2 => new Amount(null, high, HighOpen: dice.Maybe()),
            _ => new Amount(low, high, dice.Maybe(), dice.Maybe()),
        };
    }
}
