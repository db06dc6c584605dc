using Detente.Record.Tests.Mutations;

namespace Detente.Record.Tests;

/// <summary>
/// Mutated bytes at every reader: nothing is thrown, and nothing is accepted that is not true. A fixed budget here; the bench runs the same
/// campaign for as long as one likes (<c>mutate --count</c>).
/// </summary>
public sealed class MutationTests
{
    private const int CasesEach = 4000;

    public static TheoryData<string> Names => [.. Targets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_sample_is_accepted_and_no_mutation_is_believed(string name)
    {
        var target = Targets.All.Single(target => target.Name == name);
        foreach (var sample in target.Samples)
        {
            Assert.Null(target.Read(sample).Fault);
        }

        var campaign = new Campaign([target], seed: 20260101);
        campaign.Run(CasesEach);
        Assert.True(campaign.Faults.Count == 0, string.Join('\n', campaign.Faults));
        Assert.Equal(CasesEach, campaign.Cases);
        Assert.InRange(campaign.Accepted, 1, CasesEach - 1);
    }

    [Fact]
    public void A_reader_that_throws_or_believes_is_found()
    {
        byte[][] samples = [[1, 2, 3], [4, 5, 6]];
        var throwing = new Campaign([new MutationTarget("throws", samples, bytes => bytes.Length > 3 ? throw new InvalidOperationException("no") : Outcome.Accepted)], 1);
        throwing.Run(1000);
        Assert.Contains("InvalidOperationException", throwing.Faults[0], StringComparison.Ordinal);

        var believing = new Campaign([new MutationTarget("believes", samples, bytes => Outcome.Require(bytes.Length == 3, "another length"))], 1);
        believing.Run(1000);
        Assert.StartsWith("believes: another length", believing.Faults[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_cases()
    {
        var one = new Campaign(Targets.All, 7);
        var two = new Campaign(Targets.All, 7);
        one.Run(500);
        two.Run(500);
        Assert.Equal(one.Rules.OrderBy(rule => rule.Key), two.Rules.OrderBy(rule => rule.Key));
        Assert.Equal(one.Accepted, two.Accepted);
    }
}
