using Detente.Node.Cases;
using Detente.Node.Views;
using Detente.Statements;
using Detente.Time;

namespace Detente.Node.Tests.Views;

public sealed class StatementSearchTests
{
    private static readonly OpenCase Inf = new("inf-1987", CaseFolder.Read(Path.Combine(Tree.Root, "cases", "inf-1987")).Loaded!, TimeProvider.System);
    private static readonly StatementQuery All = new(long.MaxValue);

    [Fact]
    public void Without_a_question_everything_known_is_there_in_record_order()
    {
        var found = StatementSearch.Of(Inf, All, 0, int.MaxValue);

        Assert.Equal(Inf.Record.Statements, found.Statements);
        Assert.Equal(Inf.Record.Statements.Count, found.Total);
        Assert.Equal(found.Statements.Reverse(), StatementSearch.Of(Inf, All, 0, int.MaxValue, newestFirst: true).Statements);
    }

    [Fact]
    public void What_was_not_received_by_the_instant_of_knowledge_is_not_there()
    {
        var known = Inf.Record.Statements[Inf.Record.Statements.Count / 2].Received.LastTick;
        var expected = Inf.Record.Statements.Where(statement => statement.Received.LastTick <= known).ToList();

        Assert.NotEqual(Inf.Record.Statements.Count, expected.Count);
        Assert.Equal(expected, StatementSearch.Of(Inf, All with { Known = known }, 0, int.MaxValue).Statements);
        Assert.Equal(expected.Where(statement => statement.Verb == Verb.Reports), StatementSearch.Of(Inf, All with { Known = known, Verb = Verb.Reports }, 0, int.MaxValue).Statements);
    }

    [Fact]
    public void Every_thing_asked_for_must_hold()
    {
        var query = All with { Author = "SU", Verb = Verb.Reports, Grade = Grade.Read };
        var expected = Inf.Record.Statements.Where(s => (s.Author == "SU" || s.JointWith.Contains("SU")) && s.Verb == Verb.Reports && s.Grade == Grade.Read).ToList();

        Assert.NotEmpty(expected);
        Assert.Equal(expected, StatementSearch.Of(Inf, query, 0, int.MaxValue).Statements);
    }

    [Fact]
    public void All_words_must_occur_in_whatever_case()
    {
        var found = StatementSearch.Of(Inf, new StatementQuery(long.MaxValue, " reports  rsd-10 "), 0, int.MaxValue).Statements;

        Assert.NotEmpty(found);
        Assert.All(found, statement => Assert.Contains("RSD-10", $"{Inf.Lines.Says(statement)} {statement.Note}", StringComparison.Ordinal));
        Assert.Empty(StatementSearch.Of(Inf, new StatementQuery(long.MaxValue, "reports no-such-word"), 0, 10).Statements);
    }

    [Fact]
    public void A_statement_is_found_by_the_clause_it_names()
    {
        var statements = new[]
        {
            Said(1, new Retraction(), fulfils: "III.1"),
            Said(2, new Notice(NoticeKind.Suspension, null, ["II.1", "III.1"], null)),
            Said(3, new Message(null, [], "III.1", "clarification")),
            Said(4, new Message(null, [], "III.10", "clarification"), fulfils: "II.1"),
        };
        var open = new OpenCase("few", Inf.Of with { Record = Inf.Record with { Statements = statements } }, TimeProvider.System);

        Assert.Equal(statements.Take(3), StatementSearch.Of(open, All with { Clause = "III.1" }, 0, 10).Statements);
        Assert.Equal([statements[1], statements[3]], StatementSearch.Of(open, All with { Clause = "II.1" }, 0, 10).Statements);

        static Statement Said(int number, Content content, string? fulfils = null) =>
            new() { Author = "US", Number = number, Verb = Verb.Asks, Content = content, Made = EventTime.AnyTime, Received = EventTime.AtTick(number), Fulfils = fulfils };
    }

    [Fact]
    public void Reading_for_words_stops_after_so_many_and_says_where()
    {
        var template = Inf.Record.Statements[0];
        var statements = Enumerable.Range(1, StatementSearch.MostRead + 5).Select(number => new Statement
        {
            Author = "US",
            Number = number,
            Verb = number % 2 == 0 ? Verb.Denies : Verb.Reports,
            Content = new Denial(["a-1"]),
            Made = template.Made,
            Received = template.Received,
        }).ToList();
        var open = new OpenCase("long", Inf.Of with { Record = Inf.Record with { Statements = statements } }, TimeProvider.System);

        var found = StatementSearch.Of(open, new StatementQuery(long.MaxValue, "a-1"), 0, 3);
        Assert.Equal((StatementSearch.MostRead, statements[StatementSearch.MostRead]), (found.Total, found.Stopped));
        Assert.Equal(statements[4], StatementSearch.Of(open, new StatementQuery(long.MaxValue, "a-1"), 0, 3, newestFirst: true).Stopped);

        // What is told by its author or verb alone is not read.
        var denied = StatementSearch.Of(open, new StatementQuery(long.MaxValue, "a-1", Verb: Verb.Denies), 0, 3);
        Assert.Equal((statements.Count / 2, null), (denied.Total, denied.Stopped));
        Assert.Equal(statements.Count, StatementSearch.Of(open, All with { Author = "US" }, 0, 3).Total);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pages_put_together_are_the_whole(bool newestFirst)
    {
        foreach (var query in new[] { All, All with { Author = "US" }, new StatementQuery(long.MaxValue, "elimination") })
        {
            var whole = StatementSearch.Of(Inf, query, 0, int.MaxValue, newestFirst);
            var pages = Enumerable.Range(0, whole.Total / 7 + 2).Select(page => StatementSearch.Of(Inf, query, page * 7, 7, newestFirst)).ToList();

            Assert.All(pages, page => Assert.Equal(whole.Total, page.Total));
            Assert.Equal(whole.Statements, pages.SelectMany(page => page.Statements));
        }
    }
}
