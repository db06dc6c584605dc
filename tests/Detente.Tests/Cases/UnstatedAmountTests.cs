using Detente.Assessment;
using Detente.Statements;
using Detente.Time;
using NodaTime;

namespace Detente.Tests.Cases;

/// <summary>
/// RSD-10 were launched at Chita, and how many was not said (SU-0040). An act that changes holdings is of at least one
/// item: to count it as one would be to know more than was said, even where the record covers every elimination.
/// </summary>
public class UnstatedAmountTests
{
    private static readonly long At = Days.EndOf(new LocalDate(1988, 9, 15));

    [Theory]
    [InlineData("SU", Verdict.Undetermined, null)]
    [InlineData("US", Verdict.Kept, 100)]
    public void Launches_of_no_stated_number_are_not_one(string party, Verdict verdict, int? left)
    {
        var covered = new Coverage("elimination", party, null, Days.StartOf(new LocalDate(1988, 6, 1)), Days.StartOf(new LocalDate(1989, 1, 1)), Basis.Inspected, Grade.Read, "harahan-6a");
        var line = CaseFolder.Inf.Covering(covered).Judge().Assess(At, At).Lines.Single(l => l.Clause.Id == "X.5.a" && l.Party == party);
        Assert.Equal((verdict, left), (line.Worst.Verdict, line.Worst.Left));
    }
}
