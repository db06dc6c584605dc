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
            new ZoneTerm("North", Circle(), dice.Maybe() ? ["Kapustin Yar"] : []),
            new ZoneTerm("Test Ranges", null, ["Kapustin Yar", "Chita"]),
        };
        terms.Add(Class("intermediate-range missile"));
        terms.Add(Class("shorter-range missile"));
        return dice.Shuffle(terms);
    }

    private Circle Circle() => new(
        new GeoPoint(dice.Between(-900, 900) / 10m, dice.Between(-1800, 1800) / 10m, dice.Maybe() ? dice.Between(1, 50) / 10m : 0),
        dice.Between(1, 20_000));

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
