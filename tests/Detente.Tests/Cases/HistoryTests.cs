using Detente.Assessment;
using Detente.Statements;
using Detente.Tests.House;
using Detente.Time;
using NodaTime;

namespace Detente.Tests.Cases;

/// <summary>The INF case at the moments that matter; all else stands in cases/inf-1987/expected.yaml.</summary>
public class HistoryTests
{
    private static readonly string[] Both = ["US", "SU"];

    [Fact]
    public void On_15_September_1988_the_deadlines_lie_ahead()
    {
        var judged = On(1988, 9, 15);
        foreach (var party in Both)
        {
            foreach (var (clause, daysLeft) in new[] { ("IV.1", 989), ("V.1", 442) })
            {
                var line = LineOf(judged, clause, party);
                Assert.Equal((Verdict.Pending, BindingState.NotYet), (line.Worst.Verdict, line.Worst.Binds.State));
                Assert.Equal(daysLeft, Days.Of(line.NextDue!.Value) - Days.Of(judged.At));
            }
        }
    }

    [Fact]
    public void On_31_May_2001_both_classes_are_gone_type_by_type()
    {
        var assessor = CaseFolder.Inf.Judge();
        var (at, judged) = (End(2001, 5, 31), On(2001, 5, 31));
        foreach (var (clause, party, gone) in new[]
        {
            ("IV.1", "SU", "RSD-10: none since 1991-05-12"), ("IV.1", "US", "Pershing II: none since 1991-05-06"),
            ("V.1", "US", "Pershing IA: none since 1989-07-06"), ("V.1", "SU", "OTR-23: none since 1989-10-27"),
        })
        {
            var finding = LineOf(judged, clause, party).Worst;
            Assert.Equal((Verdict.Kept, BindingState.InForce, Basis.Declared, Grade.Recalled), (finding.Verdict, finding.Binds.State, finding.Basis, finding.Grade));
            var account = Assert.Single(assessor.Explain(finding, at, at).Accounts);
            Assert.Contains(account.Reason.Children, type => type.Text == gone);
        }

        Faults.None(judged.Lines.Where(l => l.Clause.Id.StartsWith("IV.2.a.", StringComparison.Ordinal))
            .Where(l => l.Worst.Verdict != Verdict.Undetermined || l.Worst.SettledBy.Count == 0)
            .Select(l => $"{l.Clause.Id} {l.Party} is {l.Worst.Verdict}: there is no public monthly series"));
    }

    [Fact]
    public void In_March_2019_each_side_is_suspended_by_its_own_notice()
    {
        var judged = On(2019, 3, 15);
        Assert.Equal(("US-0082", "SU-0093"), (LineOf(judged, "VI.1.test", "US").Worst.Binds.By, LineOf(judged, "VI.1.test", "SU").Worst.Binds.By));
        Assert.Equal(Days.StartOf(new LocalDate(2019, 2, 2)), LineOf(judged, "IV.1", "US").Worst.Binds.Since);
        Assert.Contains(judged.Notes, note => note.Contains("the agreement knows no suspension", StringComparison.Ordinal));
        Faults.None(judged.Findings.Where(f => f.Binds.State is BindingState.InForce).Select(f => $"{f.Clause} {f.Party} is told to be in force"));
    }

    [Fact]
    public void On_2_August_2019_all_has_ended_and_nothing_is_settled()
    {
        var (at, judged) = (End(2019, 8, 2), On(2019, 8, 2));
        var end = Days.StartOf(new LocalDate(2019, 8, 2));
        Faults.None(judged.Findings.Where(f => f.Binds.State != BindingState.Ended || f.Binds.Since > end)
            .Select(f => $"{f.Clause} {f.Party} {f.Instance}: {f.Binds}"));
        var test = LineOf(judged, "VI.1.test", "SU");
        Assert.Contains("US: 9M729 range 500 to 5500 km", test.Reason, StringComparison.Ordinal);
        Assert.Contains("SU: 9M729 range 480 km", test.Reason, StringComparison.Ordinal);
        Assert.Equal([Verdict.NotKept, Verdict.Kept], test.Worst.Accounts.Select(a => a.Verdict));
        var targets = LineOf(judged, "VI.1.test", "US");
        Assert.Contains("US: booster launch of Hera", targets.Reason, StringComparison.Ordinal);
        Assert.Contains("SU: flight-test of Hera", targets.Reason, StringComparison.Ordinal);
        Assert.Equal([Verdict.Kept, Verdict.NotKept], targets.Worst.Accounts.Select(a => a.Verdict));
        Assert.Contains("every listed type gone by 1991-05-12", LineOf(judged, "IV.1", "SU").Reason, StringComparison.Ordinal);
        Assert.Contains("every listed type gone by 1991-05-06", LineOf(judged, "IV.1", "US").Reason, StringComparison.Ordinal);
        Assert.Equal(0, judged.Lines.Count(l => l.Worst.Verdict == Verdict.NotKept));
        var left = LineOf(judged, "XV.2", "US").Worst;
        Assert.Equal((Verdict.Kept, "US-0083", end), (left.Verdict, left.Instance, left.Since));
        Assert.Contains("US-0083", Dump.Leaves(CaseFolder.Inf.Judge().Explain(left, at, at)));
    }

    [Fact]
    public void What_was_knowable_on_1_January_1990_and_no_more()
    {
        var known = End(1990, 1, 1);
        var judged = CaseFolder.Inf.Judge().Assess(End(1991, 6, 2), known);
        var late = CaseFolder.Inf.Record.Statements.Where(s => s.Received.LastTick > known).Select(s => s.Id).ToHashSet();
        Faults.None(judged.Findings.SelectMany(f => f.Cites.Where(late.Contains).Select(id => $"{f.Clause} {f.Party} {f.Instance} cites {id}")));
        Faults.None(judged.Findings.Where(f => f.Instance is not null && late.Contains(f.Instance)).Select(f => $"{f.Clause} {f.Instance}"));
        Assert.All(Both, party => Assert.Equal(Verdict.Undetermined, LineOf(judged, "IV.1", party).Worst.Verdict));
        Assert.All(Both, party => Assert.Contains("kept to 1990-01-01", LineOf(judged, "V.1", party).Reason, StringComparison.Ordinal));
    }

    private static Assessment.Assessment On(int year, int month, int day) => CaseFolder.Inf.Judge().Assess(End(year, month, day), End(year, month, day));

    private static long End(int year, int month, int day) => Days.EndOf(new LocalDate(year, month, day));

    private static Line LineOf(Assessment.Assessment judged, string clause, string party) =>
        judged.Lines.Single(l => l.Clause.Id == clause && l.Party == party);
}
