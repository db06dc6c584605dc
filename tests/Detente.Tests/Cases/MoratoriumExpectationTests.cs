using Detente.Assessment;
using Detente.Tests.House;
using NodaTime;

namespace Detente.Tests.Cases;

/// <summary>The moratorium as if it had been in force, held against its expected.yaml, which was written before the engine was run on it.</summary>
public class MoratoriumExpectationTests
{
    private const string Folder = "cases/moratorium";

    [Fact]
    public void What_would_have_been_told_is_what_was_expected()
    {
        var day = new LocalDate(2016, 5, 12);
        var @case = CaseFolder.Load(Folder);
        var assumed = @case.Agreement with { Signature = day, EntryIntoForce = day };
        var expected = Expectation.Read($"{Folder}/expected.yaml");
        Assert.True(expected.Count >= 140, $"{expected.Count} expectations, at least 140 were there.");
        Faults.None(Comparison.Of(new Assessor(assumed, @case.Record), expected));
    }
}
