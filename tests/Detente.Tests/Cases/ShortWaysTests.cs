using Detente.Assessment;
using Detente.Tests.Generators;
using Detente.Tests.House;
using Detente.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Detente.Tests.Cases;

/// <summary>What the engine does to be quick comes to the same as doing everything: running counts, and one explanation alone.</summary>
public class ShortWaysTests
{
    private static readonly CaseFolder Moratorium = CaseFolder.Load("cases/minimal/moratorium");
    private static readonly LocalDate[] Moments = [new(1988, 9, 15), new(1991, 6, 2), new(2001, 5, 31), new(2015, 12, 31), new(2019, 8, 2)];

    [Fact]
    public void A_running_count_is_the_count_of_the_findings() => Prop.ForAll(
        (from moves in MoratoriumRecords.Contested.Generator
         from instants in Gen.ArrayOf(
             from at in MoratoriumRecords.Instants(moves.Length) from known in MoratoriumRecords.Instants(moves.Length) select (at, known)).Resize(8)
         select (moves, instants)).ToArbitrary(),
        given =>
        {
            var statements = MoratoriumRecords.Said(given.moves);
            var edges = statements.SelectMany(s => new[] { (s.Received.LastTick, s.Received.LastTick), (s.Received.LastTick + 2 * Days.TicksPerDay, s.Received.LastTick) });
            SameCounts(Moratorium.Holding(statements), [.. given.instants, .. edges]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Theory]
    [InlineData("cases/inf-1987")]
    [InlineData("cases/minimal/answer")]
    [InlineData("cases/minimal/moratorium")]
    public void A_running_count_is_the_count_of_the_findings_of_a_case(string folder)
    {
        var @case = CaseFolder.Load(folder);
        long[] ticks = folder.Contains("inf", StringComparison.Ordinal)
            ? [.. Moments.Select(Days.EndOf)]
            : [.. @case.Record.Statements.Select(s => s.Received.LastTick)];
        SameCounts(@case, [.. ticks.SelectMany(at => ticks.Select(known => (at, known)))]);
    }

    [Fact]
    public void One_explanation_alone_is_that_of_the_whole_picture() => Prop.ForAll(
        (from moves in MoratoriumRecords.Contested.Generator
         from at in MoratoriumRecords.Instants(moves.Length)
         from known in MoratoriumRecords.Instants(moves.Length)
         select (moves, at, known)).ToArbitrary(),
        given => SameReasons(Moratorium.Holding(MoratoriumRecords.Said(given.moves)), given.at, given.known))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void One_explanation_alone_is_that_of_the_whole_picture_of_the_INF_case()
    {
        SameReasons(CaseFolder.Inf, Days.EndOf(new LocalDate(1988, 9, 15)), Days.EndOf(new LocalDate(1988, 9, 15)));
        SameReasons(CaseFolder.Inf, Days.EndOf(new LocalDate(1991, 6, 2)), Days.EndOf(new LocalDate(1990, 1, 1)));
    }

    private static void SameCounts(CaseFolder @case, IReadOnlyList<(long At, long Known)> instants)
    {
        var assessor = @case.Judge();
        Faults.None(instants.SelectMany(i =>
        {
            var counted = assessor.Count(i.At, i.Known).Select(c => $"{c.Key.Clause} {c.Key.Party} {c.Key.Verdict}: {c.Value}");
            var found = assessor.Assess(i.At, i.Known).Findings.Where(f => f.Instance is not null).GroupBy(f => (f.Clause, f.Party, f.Verdict))
                .Select(g => $"{g.Key.Clause} {g.Key.Party} {g.Key.Verdict}: {g.Count()}").ToList();
            var (more, less) = (counted.Except(found), found.Except(counted));
            return more.Select(c => $"at {Days.PrintInstant(i.At)} known {Days.PrintInstant(i.Known)}: counted {c}")
                .Concat(less.Select(c => $"at {Days.PrintInstant(i.At)} known {Days.PrintInstant(i.Known)}: found {c}"));
        }));
    }

    private static void SameReasons(CaseFolder @case, long at, long known)
    {
        var whole = @case.Judge();
        var alone = @case.Judge();
        var quick = @case.Agreement.Clauses.Where(Tally.Counts).Select(c => c.Id).ToHashSet();

        // Clauses that need the whole picture would make it, and from then on it would be used.
        foreach (var finding in whole.Assess(at, known).Findings.Where(f => f.Instance is not null && quick.Contains(f.Clause)))
        {
            Assert.Equal(Dump.Of(whole.Explain(finding, at, known)), Dump.Of(alone.Explain(finding, at, known)));
        }
    }
}
