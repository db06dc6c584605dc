using Detente.Assessment;
using Detente.Tests.House;
using Detente.Time;
using NodaTime;

namespace Detente.Tests.Cases;

/// <summary>
/// The INF case with a few statements more. What does not keep the agreement is told where it belongs, by the statement
/// that says so, and nowhere else. The twin differs in one word, and nothing is told.
/// </summary>
public class MutatedCaseTests
{
    private const string Folder = "tests/Detente.Tests/cases/mutations";

    private static readonly LocalDate[] Moments = [new(1991, 6, 2), new(2001, 5, 31), new(2019, 8, 2)];

    private static readonly Dictionary<LocalDate, Assessment.Assessment> Before = Moments.ToDictionary(day => day, day => At(CaseFolder.Inf.Judge(), day));

    public static TheoryData<Mutation> Mutations =>
    [
        new Mutation("flight-test.yaml", "VI.1.test", "SU", "ss20-flight-1990", "SU-0097", "kind: flight-test", "kind: booster launch", null),
        new Mutation("notice.yaml", "IX.5.c", "SU", "elim-april-1990", "SU-0097", "received: 1990-03-03", "received: 1990-03-02", Verdict.Kept),
        new Mutation("inspections.yaml", "XI.5", "US", "year 2", "US-0109", "1990-05-30T", "1990-06-01T", Verdict.Undetermined),
        new Mutation("transit.yaml", "VIII.4", "SU", "postavy-to-sarny", "SU-0097", "end: 1989-03-27", "end: 1989-03-26", Verdict.Kept),
    ];

    [Theory]
    [MemberData(nameof(Mutations))]
    public void Exactly_that_finding_turns_to_not_kept(Mutation mutation)
    {
        var assessor = CaseFolder.With("cases/inf-1987", mutation.File, mutation.Text).Judge();
        foreach (var day in Moments)
        {
            var judged = At(assessor, day);
            Assert.Equal([$"{mutation.Clause} {mutation.Party}"], Turned(day, judged));
            var finding = Assert.Single(judged.Findings, f => f.Verdict == Verdict.NotKept);
            Assert.Equal((mutation.Clause, mutation.Party, mutation.Instance), (finding.Clause, finding.Party, finding.Instance));
            Assert.All(finding.Accounts, account => Assert.Equal(Verdict.NotKept, account.Verdict));
            var tick = Days.EndOf(day);
            Assert.Contains(mutation.By, Dump.Leaves(assessor.Explain(finding, tick, tick)));
            Assert.Contains(mutation.By, finding.Cites);
        }
    }

    [Theory]
    [MemberData(nameof(Mutations))]
    public void Nothing_turns_when_the_word_is_another(Mutation mutation)
    {
        var text = mutation.Text.Replace(mutation.Word, mutation.Other, StringComparison.Ordinal);
        Assert.NotEqual(mutation.Text, text);
        var assessor = CaseFolder.With("cases/inf-1987", mutation.File, text).Judge();
        foreach (var day in Moments)
        {
            var judged = At(assessor, day);
            Assert.Empty(Turned(day, judged));
            var finding = judged.Findings.SingleOrDefault(f => (f.Clause, f.Party, f.Instance) == (mutation.Clause, mutation.Party, mutation.Instance));
            Assert.Equal(mutation.Twin, finding?.Verdict);
        }
    }

    [Fact]
    public void Before_them_nothing_is_not_kept()
        => Faults.None(Before.Values.SelectMany(judged => judged.Findings.Where(f => f.Verdict == Verdict.NotKept).Select(Dump.Of)));

    /// <summary>Lines of the whole table that bear another verdict than before and are not kept, and lines that came or went.</summary>
    private static IEnumerable<string> Turned(LocalDate day, Assessment.Assessment after)
    {
        var before = Before[day].Lines;
        Assert.Equal(before.Select(l => (l.Clause.Id, l.Party)), after.Lines.Select(l => (l.Clause.Id, l.Party)));
        return before.Zip(after.Lines).Where(l => l.First.Worst.Verdict != l.Second.Worst.Verdict && l.Second.Worst.Verdict == Verdict.NotKept)
            .Select(l => $"{l.Second.Clause.Id} {l.Second.Party}");
    }

    private static Assessment.Assessment At(Assessor assessor, LocalDate day) => assessor.Assess(Days.EndOf(day), Days.EndOf(day));

    /// <summary>Statements that are added, the finding that has to turn, the word that decides it, and what becomes of it with the other word.</summary>
    public sealed record Mutation(string File, string Clause, string Party, string Instance, string By, string Word, string Other, Verdict? Twin)
    {
        public string Text => System.IO.File.ReadAllText(Path.Combine(Tree.Root, Folder, File));

        public override string ToString() => File;
    }
}
