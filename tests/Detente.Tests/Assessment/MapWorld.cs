using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Geography;
using Detente.Quantities;
using Detente.Statements;
using Detente.Tests.Judgement.Oracle;

namespace Detente.Tests.Judgement;

/// <summary>
/// Two parties, Alba (A) and Borea (B), a little way apart on the map, and one clause, C, said in one line for each statement. What is
/// asked of the engine is asked of the oracle too.
/// </summary>
internal sealed record MapWorld
{
    private const string LastDay = "2001-01-01";

    /// <summary>Two polygons of two degrees each, known exactly; what is between them belongs to nobody.</summary>
    public static MapWorld Apart { get; } = new MapWorld()
        .Territory("A", Polygon(0, (54, 20), (56, 20), (56, 22), (54, 22)))
        .Territory("B", Polygon(0, (54, 24), (56, 24), (56, 26), (54, 26)))
        .Capital("A", new GeoPoint(55, 21))
        .Capital("B", new GeoPoint(55, 25));

    private IReadOnlyList<Term> Terms { get; init; } =
    [
        new ItemTerm("missile", null, ["range", "kind", "speed"]),
        new ItemTerm("launcher", null, ["missile-type"]),
        new StateTerm("deployed"),
        new StateTerm("stored"),
        new SiteTerm("base", null),
        new ActTerm("transit", null, ActObject.Item, null, HoldingsEffect.Moves, [], []),
    ];

    private Sentence? Sentence { get; init; }

    private IReadOnlyList<Statement> Said { get; init; } = [];

    public static RegionPart.Polygon Polygon(decimal errorKm, params (decimal North, decimal East)[] corners) =>
        new([.. corners.Select(corner => new GeoPoint(corner.North, corner.East))], errorKm);

    /// <summary>Declares a territory, in place of any before.</summary>
    public MapWorld Territory(string of, params RegionPart[] parts) => With(new TerritoryTerm(of, new Region.AnyOf([.. parts])));

    public MapWorld Capital(string of, GeoPoint point) => With(new CapitalTerm(of, point, null));

    public MapWorld Zone(string name, Region region) => With(new ZoneTerm(name, region));

    public MapWorld With(Term term) => this with { Terms = [.. Terms.Where(other => other.GetType() != term.GetType() || other.Name != term.Name), term] };

    /// <summary>No missile and no launcher may be where this says.</summary>
    public MapWorld Forbids(params PlaceSelector[] places) => this with { Sentence = new Location([new ItemSelector("missile"), new ItemSelector("launcher")], false, [.. places], false) };

    /// <summary>Warns of flights under so many minutes.</summary>
    public MapWorld Warns(decimal minutes, bool atMost = false) =>
        this with { Sentence = new Warning([new ItemSelector("missile"), new ItemSelector("launcher")], new TerritoryOf.AnotherParty(), minutes, atMost) };

    /// <summary>A site of Alba's, with a point or without.</summary>
    public MapWorld Site(string name, GeoPoint? point) => Says("A", Verb.Declares, new Sites([new Site(name, "base", "A", null, point)]));

    /// <summary>What a type of Alba's is, by an author.</summary>
    public MapWorld Type(string author, string type, Amount? range = null, string? kind = null, Amount? speed = null, string? launches = null) => Says(
        author,
        author == "A" ? Verb.Declares : Verb.Observes,
        new TypeProperties(
            type, "A", launches is null ? "missile" : "launcher",
            new (string Name, Quantity? Value)[] { ("range", range is { } km ? new Quantity(km, "km") : null), ("speed", speed is { } fast ? new Quantity(fast, "km/h") : null) }
                .Where(one => one.Value is not null).ToDictionary(one => one.Name, one => one.Value!.Value),
            new (string Name, string? Value)[] { ("kind", kind), ("missile-type", launches) }.Where(one => one.Value is not null).ToDictionary(one => one.Name, one => one.Value!)));

    /// <summary>So many of Alba's type at a site, by an author.</summary>
    public MapWorld Holds(string author, string type, string site, Amount amount, string asOf = "2000-03-02", string? state = null) => Says(
        author, author == "A" ? Verb.Declares : Verb.Observes, new Holdings(SmallWorld.Time(asOf), "A", [new HoldingLine(type, amount, site, state)]));

    /// <summary>An author's word on a disputed area.</summary>
    public MapWorld Reads(string author, string area, string territory, bool isPart, Verb verb = Verb.Reads) =>
        Says(author, verb, new Reading(area, territory.Length == 1 ? territory : "A", $"territory of {territory}", isPart), verb == Verb.Finds ? author == "A" ? "B" : "A" : null);

    public MapWorld Says(string author, Verb verb, Content content, string? joint = null) => this with
    {
        Said =
        [
            .. Said,
            new Statement
            {
                Author = author,
                Number = Said.Count(one => one.Author == author) + 1,
                Verb = verb,
                Content = content,
                Made = SmallWorld.Time("2000-03-10"),
                Received = SmallWorld.Time("2000-03-10"),
                JointWith = joint is null ? [] : [joint],
            },
        ],
    };

    /// <summary>The finding on Alba and an instance, as the engine and the oracle have it.</summary>
    public Finding Find(string instance) => Assert.Single(Judge().Findings, finding => finding.Party == "A" && finding.Instance == instance);

    /// <summary>What the finding is explained by, in one line and in the reasons of each account.</summary>
    public Explanation Explain(string instance) =>
        new Assessor(Agreement, Record).Explain(Find(instance), SmallWorld.Last(LastDay), SmallWorld.Last(LastDay));

    /// <summary>The warnings, as the engine and the oracle have them.</summary>
    public IReadOnlyList<FlightWarning> Warnings(string day = LastDay) => Judge(day).Warnings;

    private Assessment.Assessment Judge(string day = LastDay)
    {
        Assert.Null(EngineAndOracleAgree.Difference(Agreement, Record, SmallWorld.Last(day), SmallWorld.Last(LastDay)));
        return new Assessor(Agreement, Record).Assess(SmallWorld.Last(day), SmallWorld.Last(LastDay));
    }

    public Instrument Agreement => new()
    {
        Id = "map",
        Title = "On the map",
        Parties = [new Party("A", "Alba"), new Party("B", "Borea")],
        EntryIntoForce = new NodaTime.LocalDate(2000, 3, 1),
        Terms = [.. Terms],
        Clauses = [new Clause { Id = "C", Sentence = Sentence! }],
    };

    public Case Record => new() { Id = "map", Title = "On the map", Agreement = "map.md", Statements = [.. Said.Order(Knowledge.Order)] };
}
