using System.Text;
using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Quantities;
using Detente.Statements;
using Detente.Tests.Judgement.Oracle;
using Detente.Tests.Generators;
using Detente.Time;

namespace Detente.Tests.Judgement;

/// <summary>Two readings of docs/judgement.md come to the same findings, on every random world and at every instant that matters.</summary>
public class EngineAndOracleAgree
{
    private const int PointsOfEachWorld = 24;

    // Corners in which rule 7.4 can still be read in two ways, kept in sight: a cancelled announcement of an act that
    // another party says took place (342), and a report, owed without a deadline, that names its act by another's word (831).
    private static readonly int[] OpenToTwoReadings = [342, 831];

    /// <summary>The engine, of which this test knows nothing else.</summary>
    private static Func<Instrument, Case, long, long, IEnumerable<string>> Engine { get; } = (agreement, record, at, known) =>
        new Assessor(agreement, record).Assess(at, known) is var told ? told.Findings.Select(Show).Concat(told.Warnings.Select(Show)) : [];

    /// <summary>The worlds of these seeds; DETENTE_WORLDS=from-to takes others, for a longer search.</summary>
    [Fact]
    public void On_every_finding_at_every_instant_that_matters()
    {
        var (from, to) = Seeds("DETENTE_WORLDS", (0, 900));
        NoDifference(Enumerable.Range(from, to - from).Except(OpenToTwoReadings), WorldGenerator.FromSeed);
    }

    /// <summary>Worlds in which places are told by territories, borders and reach, and short flight times are warned of; DETENTE_MAP_WORLDS takes others.</summary>
    [Fact]
    public void On_every_finding_and_warning_of_worlds_on_the_map()
    {
        var (from, to) = Seeds("DETENTE_MAP_WORLDS", (0, 60));
        NoDifference(Enumerable.Range(from, to - from), WorldGenerator.OnMap);
    }

    private static (int From, int To) Seeds(string variable, (int, int) usual) =>
        Environment.GetEnvironmentVariable(variable)?.Split('-') is [var first, var last] ? (int.Parse(first), int.Parse(last)) : usual;

    private static void NoDifference(IEnumerable<int> seeds, Func<int, RandomWorld> world)
    {
        var differences = seeds.Select(seed => FirstDifference(world(seed)) is { } difference ? $"seed {seed}, {difference}" : null).ToList();
        var told = differences.OfType<string>().ToList();
        Assert.True(told.Count == 0, $"{told.Count} of {differences.Count} worlds differ.\n{string.Join('\n', told)}");
    }

    /// <summary>A difference is found where there is one: the comparison does not pass on everything.</summary>
    [Fact]
    public void And_a_difference_is_found_where_there_is_one()
    {
        var world = Enumerable.Range(0, 50).Select(WorldGenerator.FromSeed).First(w => w.Record.Statements.Count > 5);
        var (at, known) = world.Some(1).First();
        var findings = SlowOracle.Assess(world.Agreement, world.Record, at, known);
        Assert.NotEmpty(findings);
        Assert.NotEqual(Show(findings[0]), Show(findings[0] with { Since = 1 }));
        Assert.NotEqual(Show(findings[0]), Show(findings[0] with { Cites = ["A-9999"] }));
        Assert.NotEqual(Show(findings[0]), Show(findings[0] with { Late = !findings[0].Late }));
    }

    /// <summary>The first finding on which the two differ, with the world; <c>null</c> where there is none.</summary>
    internal static string? FirstDifference(RandomWorld world) => world.Some(PointsOfEachWorld)
        .Select(point => Difference(world.Agreement, world.Record, point.At, point.Known) is { } difference ? $"at {Print(point.At)}, known {Print(point.Known)}:\n{difference}\n{world}" : null)
        .FirstOrDefault(difference => difference is not null);

    /// <summary>The first finding or warning on which the two differ at one instant.</summary>
    internal static string? Difference(Instrument agreement, Case record, long at, long known)
    {
        var expected = SlowOracle.Assess(agreement, record, at, known).Select(Show).Concat(SlowOracle.Warn(agreement, record, at, known).Select(Show)).ToList();
        var actual = Engine(agreement, record, at, known).ToList();
        for (var i = 0; i < Math.Max(expected.Count, actual.Count); i++)
        {
            var (oracle, engine) = (i < expected.Count ? expected[i] : "nothing", i < actual.Count ? actual[i] : "nothing");
            if (oracle != engine)
            {
                return $"  oracle {oracle}\n  engine {engine}";
            }
        }

        return null;
    }

    /// <summary>Everything of a finding that both tell, in one line; the grade is the engine's own.</summary>
    private static string Show(Finding finding)
    {
        var text = new StringBuilder($"{finding.Clause} {finding.Party} '{finding.Instance}' {finding.Verdict}{(finding.Late ? " late" : "")}");
        text.Append($" [{string.Join(", ", finding.Accounts.Select(account => $"{account.By} {account.Verdict}"))}]");
        text.Append($" binds {finding.Binds.State} since {Print(finding.Binds.Since)} by {finding.Binds.By ?? "-"}, basis {finding.Basis?.ToString() ?? "-"}");
        text.Append($", since {Print(finding.Since)}, until {Print(finding.Until)}, due {Print(finding.Due)}, left {finding.Left?.ToString() ?? "-"}");
        text.Append($", cites [{string.Join(", ", finding.Cites)}]");
        text.Append($", settled by [{string.Join("; ", finding.SettledBy.Select(need => $"{need.Verb} by {need.By} about {need.About} as of {Print(need.AsOf)}"))}]");
        return text.ToString();
    }

    private static string Show(Warned one) => Show(one.Clause, one.Party, one.Item, one.Place, one.To, one.State, one.Accounts, one.Cites);

    private static string Show(FlightWarning one) => Show(one.Clause, one.Party, one.Item, one.Place, one.To, one.State, one.Accounts, one.Cites);

    private static string Show(string clause, string party, string item, string place, string to, WarningState state, IEnumerable<(string By, Truth Holds)> accounts, IEnumerable<string> cites) =>
        $"{clause} {party} warning of {item} at {place} to {to}: {state} [{string.Join(", ", accounts)}], cites [{string.Join(", ", cites)}]";

    private static string Print(long? tick) => tick is not { } value ? "-"
        : value <= EventTime.Beginning ? "the beginning"
        : value >= EventTime.End ? "the end"
        : Days.PrintInstant(value);
}
