using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Tests.Judgement.Oracle;
using Detente.Tests.Generators;

namespace Detente.Tests.Judgement;

/// <summary>What holds of the oracle on every world, and that the worlds are worth comparing on.</summary>
public class OracleOnRandomWorlds
{
    [Fact]
    public void The_worlds_reach_every_verdict_binding_and_form()
    {
        var findings = Enumerable.Range(0, 600).SelectMany(seed =>
        {
            var world = WorldGenerator.FromSeed(seed);
            return world.Some(3).SelectMany(point => SlowOracle.Assess(world.Agreement, world.Record, point.At, point.Known));
        }).ToList();
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            Assert.Contains(findings, finding => finding.Verdict == verdict && finding.Instance is not null);
        }

        foreach (var state in Enum.GetValues<BindingState>())
        {
            Assert.Contains(findings, finding => finding.Binds.State == state);
        }

        Assert.Contains(findings, finding => finding.Until is not null);
        Assert.Contains(findings, finding => finding.Left is not null);
    }

    [Fact]
    public void Worlds_on_the_map_reach_every_verdict_on_places_and_every_warning()
    {
        var (findings, warnings) = (new List<Finding>(), new List<Warned>());
        foreach (var world in Enumerable.Range(0, 60).Select(WorldGenerator.OnMap))
        {
            foreach (var (at, known) in world.Some(1))
            {
                var places = world.Agreement.Clauses.Where(clause => clause.Sentence is Location).Select(clause => clause.Id).ToHashSet();
                findings.AddRange(SlowOracle.Assess(world.Agreement, world.Record, at, known).Where(finding => places.Contains(finding.Clause) && finding.Instance is not null));
                warnings.AddRange(SlowOracle.Warn(world.Agreement, world.Record, at, known));
            }
        }

        Assert.All(new[] { Verdict.Kept, Verdict.NotKept, Verdict.Disputed, Verdict.Undetermined, Verdict.NotTriggered }, verdict => Assert.Contains(findings, finding => finding.Verdict == verdict));
        Assert.All(Enum.GetValues<WarningState>(), state => Assert.Contains(warnings, warning => warning.State == state));
    }
}
