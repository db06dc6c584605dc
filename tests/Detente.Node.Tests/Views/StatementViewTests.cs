using Detente.Node.Cases;
using Detente.Node.Views;
using Detente.Statements;

namespace Detente.Node.Tests.Views;

public sealed class StatementViewTests
{
    public static TheoryData<string> Cases => [.. CaseFolder.Under(Path.Combine(Tree.Root, "cases")).Select(path => Path.GetRelativePath(Tree.Root, path))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_findings_shown_are_those_that_cite_it(string path)
    {
        var view = ViewOf(path);
        var findings = view.Case.Assess(view.View).Findings;
        foreach (var statement in view.Case.Record.Statements.Where((_, i) => i % 9 == 0 || view.Case.Record.Statements.Count < 100))
        {
            var shown = new StatementView(view, statement).Resting.SelectMany(resting => resting.Findings).ToList();
            Assert.Equal(findings.Where(finding => finding.Cites.Contains(statement.Id)).Select(finding => (finding.Clause, finding.Party, finding.Instance)), shown.Select(finding => (finding.Clause, finding.Party, finding.Instance)));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_about_another_is_found_from_either_end(string path)
    {
        var view = ViewOf(path);
        var views = view.Case.Record.Statements.ToDictionary(statement => statement, statement => new StatementView(view, statement));
        foreach (var (statement, one) in views)
        {
            Assert.All(one.About, other => Assert.Contains(statement, views[other].AboutIt));
            Assert.All(one.AboutIt, other => Assert.Contains(statement, views[other].About));
            Assert.All(one.OnSameAct, other => Assert.Contains(statement, views[other].OnSameAct));
            Assert.All(one.SupersededBy, other => Assert.Equal(statement, views[other].Supersedes));
        }
    }

    [Fact]
    public void What_a_denial_denies_and_who_answered_a_question_are_linked()
    {
        var view = ViewOf("cases/minimal/answer");
        var asked = view.Case.Record.Statements.First(statement => statement.Content is Message { Name: "late" });

        Assert.Equal(["B-0003"], new StatementView(view, asked).AboutIt.Select(statement => statement.Id));
    }

    [Fact]
    public void Nothing_that_is_not_known_yet_stands_beside_it()
    {
        var open = OpenOf("cases/minimal/answer");
        var asked = open.Record.Statements.First(statement => statement.Content is Message { Name: "late" });
        var view = new CaseView(open, new AskedTime(new Viewpoint(asked.Received.LastTick, asked.Received.LastTick), "", false, null), "/", []);

        Assert.True(new StatementView(view, asked).IsKnown);
        Assert.Empty(new StatementView(view, asked).AboutIt);
        Assert.False(new StatementView(view, open.Record.Statements[^1]).IsKnown);
    }

    private static OpenCase OpenOf(string path) => new("case", CaseFolder.Read(Path.Combine(Tree.Root, path)).Loaded!, TimeProvider.System);

    private static CaseView ViewOf(string path)
    {
        var open = OpenOf(path);
        return new CaseView(open, AskedTime.Of(Detente.Answers.FindingWords.Time(open.Axis.Last), null, open.Axis.Last), "/", []);
    }
}
