using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Detente.Agreement.Canonical;
using Detente.Agreement.Model;
using Detente.Geography;
using Detente.Quantities;
using Detente.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Detente.Tests.Agreement.Canonical;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void What_is_written_is_read_back_and_written_the_same() => Prop.ForAll(CanonicalInstrumentGenerator.Instruments, instrument =>
    {
        var bytes = CanonicalJson.Write(instrument);
        var (read, diagnostics) = CanonicalJson.Read(bytes, canonicalOnly: true);
        Assert.Empty(diagnostics);
        Assert.Equal(instrument, read);
        Assert.Equal(bytes, CanonicalJson.Write(read!));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_spelling_is_the_same_agreement_and_not_the_canonical_bytes() => Prop.ForAll(CanonicalInstrumentGenerator.Instruments, instrument =>
    {
        var spelled = Respell(CanonicalJson.Write(instrument));
        var (read, diagnostics) = CanonicalJson.Read(spelled);
        Assert.Empty(diagnostics);
        Assert.Equal(instrument, read);

        var (refused, why) = CanonicalJson.Read(spelled, canonicalOnly: true);
        Assert.Null(refused);
        Assert.Equal("J1012", Assert.Single(why).Code);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_generator_makes_every_record_of_the_model()
    {
        var made = new HashSet<Type>();
        for (var seed = 0; seed < 200; seed++)
        {
            CanonicalInstrumentGenerator.Instrument(seed, out var types);
            made.UnionWith(types);
        }

        Assert.Empty(CanonicalInstrumentGenerator.Records().Except(made));
    }

    [Fact]
    public void An_agreement_reads_plainly()
    {
        var instrument = Small with
        {
            EntryIntoForce = new LocalDate(1988, 6, 1),
            Clauses =
            [
                new Clause
                {
                    Id = "IV.2.a.ii",
                    From = new TimeExpression(new Anchor.EntryIntoForce(), new Lapse(29, LapseUnit.Month)),
                    Sentence = new Limit(new Bearer.EachParty(), [new ItemSelector("intermediate-range missile", "deployed")], "warheads", [new Phase(180)]),
                },
            ],
        };
        Assert.Equal(
            """{"clauses":[{"from":{"anchor":{"kind":"entry-into-force"},"offset":{"count":29,"unit":"month"}},"id":"IV.2.a.ii","sentence":{"bearer":{"kind":"each-party"},"form":"limit","items":[{"state":"deployed","term":"intermediate-range missile"}],"phases":[{"max":180}],"property":"warheads"}}],"entry-into-force":"1988-06-01","format":"detente-agreement-1","id":"x","parties":[],"terms":[],"title":"X"}""",
            Encoding.UTF8.GetString(CanonicalJson.Write(instrument)));
    }

    [Theory]
    [InlineData("1.50", "1.5")]
    [InlineData("5500.000", "5500")]
    [InlineData("-0.0", "0")]
    [InlineData("100", "100")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    public void A_decimal_has_one_spelling(string written, string canonical)
    {
        var zone = new ZoneTerm("North", new Region.AnyOf([new RegionPart.Disc(new Circle(new GeoPoint(0, 0), decimal.Parse(written, System.Globalization.CultureInfo.InvariantCulture)))]));
        var json = Encoding.UTF8.GetString(CanonicalJson.Write(Small with { Terms = [zone] }));
        Assert.Contains($"\"radius-km\":\"{canonical}\"", json);
    }

    public static TheoryData<string, Instrument> Unwritable => new()
    {
        { "half a surrogate pair", Small with { Title = "\ud800" } },
        { "a negative count", Sentence(new Leaving(new Lapse(-1, LapseUnit.Day), false, false)) },
        { "a unit of no kind", Small with { Terms = [new ClassTerm("c", null, [], new PropertyTest("b", [], [new NumberIn("range", new Quantity(Amount.Zero, "miles"))]))] } },
        { "a year before 0", Small with { Signature = new LocalDate(-1, 1, 1) } },
        { "another calendar", Small with { Signature = new LocalDate(2000, 1, 1, CalendarSystem.Julian) } },
        { "a small letter", Sentence(new Right("inspection", new Trigger.OnRequest('q', "inspection"), null, null)) },
        { "a member the form drops", Small with { Terms = [new StateTerm("deployed") { Plural = "deployeds" }] } },
        { "deep nesting", Sentence(new Limit(new Bearer.EachParty(), [Enumerable.Range(0, 70).Aggregate(new ItemSelector("m"), (inner, _) => new ItemSelector("m", null, inner))], null, [])) },
    };

    [Theory]
    [MemberData(nameof(Unwritable))]
    public void What_the_form_has_no_place_for_is_not_written(string what, Instrument instrument)
    {
        Assert.NotEmpty(what);
        Assert.ThrowsAny<ArgumentException>(() => CanonicalJson.Write(instrument));
    }

    private static Instrument Small { get; } = new() { Id = "x", Title = "X", Parties = [], Terms = [], Clauses = [] };

    private static Instrument Sentence(Sentence sentence) => Small with { Clauses = [new Clause { Id = "I", Sentence = sentence }] };

    /// <summary>The same value with members in reverse, white space, and escapes where none are needed.</summary>
    private static byte[] Respell(byte[] canonical)
    {
        static JsonNode? Reverse(JsonNode? node) => node switch
        {
            JsonObject members => new JsonObject(members.Reverse().Select(member => KeyValuePair.Create(member.Key, Reverse(member.Value)))),
            JsonArray items => new JsonArray([.. items.Select(Reverse)]),
            _ => node?.DeepClone(),
        };

        return Encoding.UTF8.GetBytes(Reverse(JsonNode.Parse(canonical))!.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }
}
