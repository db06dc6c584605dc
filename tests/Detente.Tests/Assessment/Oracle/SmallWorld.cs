using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;
using NodaTime.Text;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>A world of two parties, A and B, and one clause, C, said in one line for each statement. Each step is a new world.</summary>
internal sealed record SmallWorld
{
    private Clause? Clause { get; init; }

    private IReadOnlyList<Statement> Said { get; init; } = [];

    private IReadOnlyList<string>? Covered { get; init; }

    /// <summary>The world with this clause.</summary>
    public SmallWorld With(Sentence sentence, params Condition[] conditions) => this with { Clause = new Clause { Id = "C", Sentence = sentence, Conditions = [.. conditions] } };

    /// <summary>A reconstruction in which only this is covered, for both.</summary>
    public SmallWorld Covers(params string[] what) => this with { Covered = what };

    /// <summary>One more statement, made when it was received; an act is its author's unless it says so.</summary>
    public SmallWorld Says(string author, string received, Verb verb, Content content, string? joint = null, string? supersedes = null) => this with
    {
        Said =
        [
            .. Said,
            new Statement
            {
                Author = author,
                Number = Said.Count(one => one.Author == author) + 1,
                Verb = verb,
                Content = content is ActWord { By: "A" } act && verb is Verb.Reports or Verb.Announces ? (ActWord)content with { By = author } : content,
                Made = Time(received),
                Received = Time(received),
                JointWith = joint is null ? [] : [joint],
                Supersedes = supersedes,
            },
        ],
    };

    /// <summary>A request for clarification.</summary>
    public SmallWorld Asks(string author, string received, string name) => Says(author, received, Verb.Asks, new Message(name, [], null, "clarification"));

    /// <summary>An exchange that is complete for missiles.</summary>
    public SmallWorld Holds(string author, string asOf, int amount) => Says(
        author, asOf, Verb.Declares, new Holdings(Time(asOf), author, [new HoldingLine("T1", Amount.Exactly(amount))], "data exchange", ["missile"]));

    /// <summary>The finding on a party and an instance, at the end of a day, with the knowledge of that day.</summary>
    public Finding Find(string party, string? instance, string day) => At(party, instance, Last(day));

    /// <summary>The same at a tick.</summary>
    public Finding At(string party, string? instance, long tick) => Assert.Single(Assess(tick, tick), finding => finding.Party == party && finding.Instance == instance);

    /// <summary>Every finding.</summary>
    public IReadOnlyList<Finding> Assess(long at, long known) => SlowOracle.Assess(
        new Instrument
        {
            Id = "small",
            Title = "Small",
            Parties = [new Party("A", "A"), new Party("B", "B")],
            EntryIntoForce = new NodaTime.LocalDate(2000, 3, 1),
            Terms =
            [
                new ItemTerm("missile", null, ["range"]),
                new ClassTerm("long missile", null, [new NamedType("T1", [])], new PropertyTest("missile", [new WordIs("launch", "ground")], [new NumberIn("range", new Quantity(new Amount(500, null), "km"))])),
                new ClassTerm("named missile", null, [new NamedType("T1", [])], null),
                new ActTerm("test", null, ActObject.Item, null, HoldingsEffect.None, [], []),
                new ActTerm("elimination", null, ActObject.Item, null, HoldingsEffect.Removes, [], []),
                new ActTerm("production", null, ActObject.Item, null, HoldingsEffect.Adds, [], []),
                new ActTerm("inspection", null, ActObject.Site, null, HoldingsEffect.None, [], []),
                new ActTerm("meeting", null, ActObject.Item, null, HoldingsEffect.None, [], []),
                new YearTerm("treaty-year", new TimeExpression(new Anchor.EntryIntoForce())),
            ],
            Clauses = [Clause!],
        },
        new Case
        {
            Id = "small",
            Title = "Small",
            Agreement = "small.md",
            IsReconstruction = Covered is not null,
            Coverage =
            [
                .. from what in Covered ?? []
                   from party in new[] { "A", "B" }
                   select new Coverage(what, party, null, Time("1999-01-01").FirstTick, Time("2010-01-01").FirstTick, Basis.Inspected, Grade.Read, "hand"),
            ],
            Statements = [.. Said.Order(Knowledge.Order)],
        },
        at,
        known);

    /// <summary>A day, or an instant.</summary>
    public static EventTime Time(string text) => text.Contains('T', StringComparison.Ordinal)
        ? EventTime.AtTick(Tick(text))
        : EventTime.On(LocalDatePattern.Iso.Parse(text).Value);

    /// <summary>An instant.</summary>
    public static long Tick(string text) => InstantPattern.ExtendedIso.Parse(text).Value.ToUnixTimeTicks();

    /// <summary>The first tick of a day.</summary>
    public static long? First(string day) => Time(day).FirstTick;

    /// <summary>The last tick of a day.</summary>
    public static long Last(string day) => Time(day).LastTick;
}
