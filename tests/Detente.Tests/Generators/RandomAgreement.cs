using Detente.Agreement.Model;
using Detente.Geography;
using Detente.Quantities;
using Detente.Time;

namespace Detente.Tests.Generators;

/// <summary>Agreements over one small vocabulary, with one to four clauses of any form; with a map, mostly on places.</summary>
internal sealed class RandomAgreement(Chance chance, MapSetting? map = null)
{
    public static readonly string[] Items = ["T1", "T2", "T3", "T1x", "L1"];
    public static readonly string[] ItemTerms = ["missile", "long missile", "short missile", "named missile", "launcher"];
    public static readonly string[] ActTerms = ["test", "elimination", "production", "transit", "inspection", "meeting"];
    public static readonly string[] Places = ["S1", "S2", "S3"];
    public static readonly string[] Kinds = ["base", "depot"];
    public static readonly string[] Asked = ["clarification", "inspection"];

    private static readonly Quantity Long = new(new Amount(500, 5500, LowOpen: true), "km");
    private static readonly Quantity Short = new(new Amount(300, 500), "km");

    private static readonly ValueList<Term> Terms =
    [
        new ItemTerm("missile", null, ["launch", "range", "warheads"]),
        new ClassTerm("long missile", null, [new NamedType("T1", ["T1x"])], new PropertyTest("missile", [new WordIs("launch", "ground")], [new NumberIn("range", Long)])),
        new ClassTerm("short missile", null, [], new PropertyTest("missile", [new WordIs("launch", "ground")], [new NumberIn("range", Short)])),
        new ClassTerm("named missile", null, [new NamedType("T1", []), new NamedType("T2", [])], null),
        new ItemTerm("launcher", null, ["missile-type"]),
        new StateTerm("deployed"),
        new SiteTerm("base", null),
        new SiteTerm("depot", null),
        new ActTerm("test", null, ActObject.Item, "missile", HoldingsEffect.None, [], []),
        new ActTerm("elimination", null, ActObject.Item, null, HoldingsEffect.Removes, [], ["by launching", "otherwise"]),
        new ActTerm("production", null, ActObject.Item, null, HoldingsEffect.Adds, [], []),
        new ActTerm("transit", null, ActObject.Item, null, HoldingsEffect.Moves, [], []),
        new ActTerm("inspection", null, ActObject.Site, null, HoldingsEffect.None, [], []),
        new ActTerm("meeting", null, ActObject.Item, null, HoldingsEffect.None, [], []),
        new DeclarationTerm("data exchange", null, ["missile", "launcher"]),
        new YearTerm("treaty-year", new TimeExpression(new Anchor.EntryIntoForce())),
        new YearTerm("calendar year", null),
        new ZoneTerm("North", new Region.AnyOf([new RegionPart.Disc(new Circle(new GeoPoint(55, 20), 300))])),
        new ZoneTerm("Named", new Region.AnyOf([new RegionPart.OfSites(["S1"])])),
    ];

    private int clauses;

    public Instrument Make()
    {
        clauses = chance.Below(4) + 1;
        var names = chance.Of(20) ? new[] { "A", "B", "C" } : ["A", "B"];
        return new Instrument
        {
            Id = "random",
            Title = "Random",
            Parties = [.. names.Select(name => new Party(name, name))],
            Neutrals = chance.Of(30) ? [new Party("N", "N")] : [],
            Signature = chance.Of(80) ? Chance.Start.PlusDays(-1) : null,
            EntryIntoForce = chance.Of(85) ? Chance.Start : null,
            KnowsSuspension = chance.Of(50),
            Terms = map is null ? Terms : [.. Terms.Where(term => term is not ZoneTerm), .. map.Terms()],
            Clauses = [.. Enumerable.Range(1, clauses).Select(Clause)],
        };
    }

    private Clause Clause(int number) => new()
    {
        Id = $"C{number}",
        From = chance.Maybe(25, Time),
        Until = chance.Maybe(25, () => new TimeExpression(new Anchor.EntryIntoForce(), chance.One(new Lapse(30, LapseUnit.Day), new Lapse(33, LapseUnit.Day), new Lapse(1, LapseUnit.Year), new Lapse(6, LapseUnit.Month)))),
        Conditions = chance.Below(10) switch
        {
            0 or 1 => [new Condition.Reciprocal([Named(), .. chance.Some(0, 1, Named)])],
            2 => [new Condition.Once([Named()])],
            _ => [],
        },
        Sentence = Sentence(),
    };

    private string Named() => $"C{chance.Below(clauses) + 1}";

    private Sentence Sentence() => map is not null && chance.Of(75) ? OnMap(map) : chance.Below(12) switch
    {
        0 or 1 => Limit(),
        2 => new Ban(Each(), [Acts(), .. chance.Some(0, 1, Acts)], [.. chance.Some(0, 1, Acts)]),
        3 => new Location([Item(state: chance.Of(20)), .. chance.Some(0, 1, () => Item())], chance.Of(50), [Place(), .. chance.Some(0, 1, Place)], chance.Of(20)),
        4 => Prior(),
        5 => OnAct(),
        6 => OnRequest(),
        7 => new Periodic(Each(), "data exchange", Time(), chance.Of(60) ? chance.One(new Lapse(6, LapseUnit.Month), new Lapse(30, LapseUnit.Day), new Lapse(1, LapseUnit.Month)) : null, chance.Lapse(), chance.Of(20)),
        8 => Quota(),
        9 => new QuotaShare(Each(), Named()),
        10 => new Right("inspection", null, chance.Of(60) ? chance.Lapse() : null, null),
        _ => new Leaving(chance.Lapse(), chance.Of(50), chance.Of(20)),
    };

    private Sentence OnMap(MapSetting map)
    {
        ValueList<ItemSelector> items = [Item(), .. chance.Some(0, 1, () => Item())];
        var only = chance.Of(30);
        return chance.Of(30) ? map.Warning(items) : new Location(items, only, [map.Selector(only), .. chance.Some(0, 1, () => map.Selector(only))], false);
    }

    private Limit Limit()
    {
        var state = chance.Of(25);
        var phases = chance.Of(70)
            ? (ValueList<Phase>)[new Phase(chance.Below(4))]
            : [new Phase(chance.Below(6), null, new TimeExpression(new Anchor.EntryIntoForce(), new Lapse(30, LapseUnit.Day))), new Phase(chance.Below(3), new TimeExpression(new Anchor.EntryIntoForce(), new Lapse(1, LapseUnit.Month)))];
        return new Limit(Each(), [Item(state), .. chance.Some(0, 1, () => Item(state))], chance.Of(20) ? "warheads" : null, phases);
    }

    private Quota Quota() => chance.Of(25) ? new(Each(), Acts(), null, [new QuotaStep(chance.Below(4), null, null)]) : new(Each(), Acts(), chance.One("treaty-year", "treaty-year", "calendar year"), chance.Of(60)
        ? [new QuotaStep(chance.Below(4), null, null)]
        : [new QuotaStep(chance.Below(3), 1, 1), new QuotaStep(chance.Below(5), 2, 3)]);

    private TriggeredDuty Prior() => new(
        new Trigger.OnAct('E', Acts(), "start"),
        new Duty(new Bearer.ThatParty(), new Deed.Send(MessageKind.Notification, 'E', chance.Of(20)), new Due.AtLeastBefore(chance.Lapse(), new TriggerTime.OfAct('E', chance.Of(75) ? "announced-start" : "actual-start"), chance.Of(15))),
        chance.Maybe(10, () => new Agreed(new Bearer.EveryOtherParty(), null)),
        []);

    private TriggeredDuty OnAct()
    {
        var edge = chance.One("start", "end", "end", "naming");
        var deed = chance.Below(5) switch
        {
            0 => (Deed)new Deed.Reach('E', chance.One("end", "arrival")),
            1 => new Deed.Conduct("inspection", 'E'),
            _ => new Deed.Send(chance.One(MessageKind.Report, MessageKind.Notification, MessageKind.Explanation), 'E', chance.Of(20)),
        };
        var bearer = deed is Deed.Conduct
            ? chance.One<Bearer>(new Bearer.EveryOtherParty(), new Bearer.ThatParty())
            : chance.One<Bearer>(new Bearer.ThatParty(), new Bearer.ThatParty(), new Bearer.InspectedParty(), new Bearer.EveryOtherParty());
        Due due = chance.Of(15) ? new Due.Unstated() : new Due.Within(chance.Lapse(), Time('E', edge), chance.Of(15));
        return new TriggeredDuty(
            new Trigger.OnAct('E', Acts(), edge),
            new Duty(bearer, deed, due),
            chance.Maybe(25, () => new Agreed(new Bearer.EveryOtherParty(), chance.Of(50) ? chance.Lapse() : null)),
            [.. chance.Some(0, 1, () => new Duty(bearer, new Deed.Send(MessageKind.Explanation, 'E', false), new Due.Within(chance.Lapse(), new TriggerTime.Deadline(), false)))]);
    }

    private TriggeredDuty OnRequest()
    {
        var asked = chance.One(Asked);
        var deed = asked == "inspection" && chance.Of(60) ? (Deed)new Deed.Admit('Q') : new Deed.Send(MessageKind.Answer, 'Q', chance.Of(20));
        Due due = chance.Of(15) ? new Due.Unstated() : new Due.Within(chance.Lapse(), chance.Of(80) ? new TriggerTime.Receipt() : new TriggerTime.Dispatch(), chance.Of(15));
        return new TriggeredDuty(
            new Trigger.OnRequest('Q', asked),
            new Duty(new Bearer.ThatParty(), deed, due),
            null,
            [.. chance.Some(0, 1, () => new Duty(new Bearer.ThatParty(), new Deed.Conduct("meeting", 'Q'), new Due.Within(chance.Lapse(), new TriggerTime.Deadline(), false)))]);
    }

    private TriggerTime Time(char variable, string edge) => chance.Of(90) ? new TriggerTime.OfAct(variable, edge) : new TriggerTime.Fixed(Time());

    private TimeExpression Time() => new(
        chance.One<Anchor>(new Anchor.EntryIntoForce(), new Anchor.EntryIntoForce(), new Anchor.Signature(), new Anchor.Date(chance.Day())),
        chance.Of(50) ? chance.One(new Lapse(30, LapseUnit.Day), new Lapse(1, LapseUnit.Month), new Lapse(9, LapseUnit.Day)) : null);

    private Bearer Each() => chance.Of(80) ? new Bearer.EachParty() : new Bearer.Named(chance.One("A", "B"));

    private ItemSelector Item(bool state = false) => chance.One(ItemTerms) is var term && term == "launcher" && chance.Of(50)
        ? new ItemSelector(term, state ? "deployed" : null, new ItemSelector("long missile"))
        : new ItemSelector(term, state ? "deployed" : null);

    private ActSelector Acts()
    {
        var term = chance.One(ActTerms);
        return new ActSelector(term, term == "elimination" && chance.Of(40) ? chance.One("by launching", "otherwise") : null, [.. chance.Some(0, 2, () => Item())]);
    }

    private PlaceSelector Place() => chance.Below(5) switch
    {
        0 or 1 => new PlaceSelector.OfKind(chance.One(Kinds)),
        2 => new PlaceSelector.InZone(chance.One("North", "Named")),
        3 => new PlaceSelector.Near(chance.One(100m, 1000m), chance.One(Kinds)),
        _ => new PlaceSelector.OfKindNearHolder(chance.One(Kinds), 1000, chance.One(Kinds), Item()),
    };
}
