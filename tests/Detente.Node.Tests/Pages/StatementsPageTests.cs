using System.Net;
using Detente.Answers;
using Detente.Statements;

namespace Detente.Node.Tests.Pages;

public sealed class StatementsPageTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private IReadOnlyList<Statement> Record => board.Library.Find("inf-1987")!.Case!.Record.Statements;

    [Fact]
    public async Task The_last_received_comes_first_and_pages_lead_on_to_the_first()
    {
        var ids = new List<string>();
        for (var path = "/c/inf-1987/statements"; path is not null;)
        {
            var page = await board.Page(path);
            ids.AddRange(Ids(page));
            path = BoardFixture.Links(page).FirstOrDefault(link => page.Contains($"rel=\"next\" href=\"{WebUtility.HtmlEncode(link)}\"", StringComparison.Ordinal) && link.Contains("page=", StringComparison.Ordinal));
        }

        Assert.Equal(Record.Reverse().Select(statement => statement.Id), ids);
    }

    [Fact]
    public async Task What_is_asked_for_is_shown_and_stays_asked_for()
    {
        var page = await board.Page("/c/inf-1987/statements?q=rsd-10&author=SU&verb=reports&order=record");
        var expected = Record.Where(statement => (statement.Author == "SU" || statement.JointWith.Contains("SU")) && statement.Verb == Verb.Reports
            && board.Library.Find("inf-1987")!.Case!.Lines.Says(statement).Contains("RSD-10", StringComparison.Ordinal));

        Assert.Equal(expected.Select(statement => statement.Id), Ids(page));
        Assert.Contains("value=\"rsd-10\"", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"reports\" selected>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_known_yet_is_counted_and_not_shown()
    {
        var known = Record.Where(statement => statement.Received.LastTick <= AskedInstant.Parse("1988-05-31")).ToList();
        var page = BoardFixture.Text(await board.Page("/c/inf-1987/statements?at=1988-05-31"));

        Assert.Contains($"{Record.Count - known.Count} more of this record are not known yet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("US-0080", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_nothing_answers_says_so()
        => Assert.Contains("No statement known at these instants", await board.Page("/c/inf-1987/statements?q=no-such-word"), StringComparison.Ordinal);

    [Fact]
    public async Task Every_statement_of_every_case_has_a_page_with_its_own_words()
    {
        foreach (var open in board.Library.All.Select(shelved => shelved.Case!))
        {
            var at = FindingWords.Time(open.Axis.Last);

            // Every seventh is enough to meet each kind, and keeps this short.
            foreach (var statement in open.Record.Statements.Where((_, i) => i % 7 == 0))
            {
                var text = BoardFixture.Text(await board.Page($"/c/{open.Name}/statements/{statement.Id}?at={at}"));
                Assert.Contains(open.Lines.Says(statement), text, StringComparison.Ordinal);
                Assert.Contains($"- id: {statement.Id}", text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_statement_that_is_not_known_yet_is_not_told()
    {
        var later = Record[^1];
        var text = BoardFixture.Text(await board.Page($"/c/inf-1987/statements/{later.Id}?at=1990-01-01"));

        Assert.Contains("Not known yet", text, StringComparison.Ordinal);
        Assert.DoesNotContain("- id:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_nobody_made_is_no_page()
    {
        using var answer = await board.Get("/c/inf-1987/statements/SU-9999");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static IEnumerable<string> Ids(string page) => page.Split("class=\"id\"")[1..].Select(part => part[(part.IndexOf('>') + 1)..part.IndexOf('<')]);
}
