using System.Net;
using Detente.Answers;

namespace Detente.Node.Tests.Pages;

public sealed class TimelinePageTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task Every_change_is_told_with_its_day_and_its_statements()
    {
        var open = board.Library.Find("answer")!.Case!;
        var changes = await open.Changes.Wait(TestContext.Current.CancellationToken);
        var page = await board.Page("/c/answer/timeline");

        Assert.All(changes!.Where(change => change.Before is not null), change =>
        {
            Assert.Contains(BoardFixture.Links(page), link => link == $"/c/answer?at={FindingWords.Time(change.At)[..10]}" || link.StartsWith($"/c/answer?at={FindingWords.Time(change.At)[..10]}T", StringComparison.Ordinal));
            Assert.All(change.By, id => Assert.Contains($">{id}</a>", page, StringComparison.Ordinal));
            Assert.Contains(change.Reason, BoardFixture.Text(page), StringComparison.Ordinal);
        });
        Assert.DoesNotContain("data-again", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_stretch_of_the_drawing_is_named_and_leads_to_its_instant()
    {
        await board.Library.Find("answer")!.Case!.Changes.Wait(TestContext.Current.CancellationToken);
        var page = await board.Page("/c/answer/timeline");
        var stretches = page.Split("<svg class=\"strip\"")[1..].SelectMany(strip => strip.Split("</svg>")[0].Split("<a ")[1..]).ToList();

        Assert.NotEmpty(stretches);
        Assert.All(stretches, stretch =>
        {
            Assert.Contains("<title>", stretch, StringComparison.Ordinal);
            Assert.Contains("?at=2030-", stretch, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task What_does_not_exist_is_no_page()
    {
        using var answer = await board.Get("/c/answer/timeline?clause=XX");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Until_it_is_worked_out_the_page_says_so_and_is_not_kept()
    {
        // The longest of the bundled records: it takes seconds, and asking takes none.
        using var first = await board.Get("/c/inf-1987/timeline");
        var page = await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (board.Library.Find("inf-1987")!.Case!.Changes.Progress is var (done, total) && (total == 0 || done < total))
        {
            Assert.Contains("data-again", page, StringComparison.Ordinal);
            Assert.Equal("no-store", first.Headers.CacheControl?.ToString());
        }

        await board.Library.Find("inf-1987")!.Case!.Changes.Wait(TestContext.Current.CancellationToken);
        using var second = await board.Get("/c/inf-1987/timeline");
        Assert.DoesNotContain("data-again", await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_instants_are_compared_and_the_form_keeps_them()
    {
        var page = await board.Page("/c/answer/changes?from=2030-03-01&at=2030-03-31");
        Assert.Contains("2030-03-01 → 2030-03-31", BoardFixture.Text(page), StringComparison.Ordinal);
        Assert.Contains("name=\"from\" value=\"2030-03-01\"", page, StringComparison.Ordinal);
        Assert.Contains(">B-0005</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_later_evidence_changed_is_offered_and_told()
    {
        var page = await board.Page("/c/answer/changes?at=2030-03-12");
        var offered = Assert.Single(BoardFixture.Links(page), link => link.Contains("fromKnown=", StringComparison.Ordinal));
        Assert.Contains("2030-03-12 → 2030-03-12, as known by 2030-03-29", BoardFixture.Text(await board.Page(offered)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/c/answer/changes?from=March")]
    [InlineData("/c/answer/changes?fromKnown=March")]
    public async Task What_is_no_instant_is_refused(string path)
    {
        using var answer = await board.Get(path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
