using Detente.Tests.House;

namespace Detente.Tests.Cases;

/// <summary>Cases held against their expected.yaml, which was written before the engine was run on them.</summary>
public class ExpectationTests
{
    [Theory]
    [InlineData("cases/inf-1987", 100)]
    [InlineData("cases/minimal/answer", 20)]
    [InlineData("cases/minimal/moratorium", 20)]
    [InlineData("cases/minimal/testing-pause", 13)]
    public void What_is_told_is_what_was_expected(string folder, int least)
    {
        var expected = Expectation.Read($"{folder}/expected.yaml");
        Assert.True(expected.Count >= least, $"{expected.Count} expectations in {folder}, at least {least} were there.");
        Faults.None(Comparison.Of(CaseFolder.Load(folder).Judge(), expected));
    }

    [Fact]
    public void A_wrong_expectation_is_found_in_all_its_parts()
    {
        var differences = Comparison.Of(CaseFolder.Inf.Judge(), Expectation.Read("tests/Detente.Tests/cases/mutations/wrong-expectations.yaml")).ToList();
        string[] parts = ["verdict", "binds", "due", "account of US", "cites not", "no such finding", "since", "not settled by"];
        Assert.Equal([], parts.Where(part => !differences.Exists(d => d.Contains(part, StringComparison.Ordinal))));
    }
}
