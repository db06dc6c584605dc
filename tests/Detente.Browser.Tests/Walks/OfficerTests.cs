using System.Text.RegularExpressions;
using Detente.Browser.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Detente.Browser.Tests.Walks;

/// <summary>A verification officer asks the board about the INF Treaty, from its first page on, by what is to be read there; with scripts and without.</summary>
public sealed class OfficerTests(Harness.Browser browser, Board board)
{
    /// <summary>Its test ban is disputed for both: each names launches of the other, and reads them its own way.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Why_is_VI_1_disputed(bool scripts)
    {
        await using var visit = await OnTheBoardAsync(scripts);
        var page = visit.Page;
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Verdicts" }).GetByRole(AriaRole.Link, new() { NameRegex = new Regex("disputed$") }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = "VI.1.test", Exact = true }) });
        await Expect(row.GetByText("disputed", new() { Exact = true })).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Link, new() { Name = "VI.1.test", Exact = true }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("VI.1.test");
        var main = page.GetByRole(AriaRole.Main);
        await Expect(main).ToContainTextAsync("no Party may conduct a flight-test of an intermediate-range missile or a shorter-range missile");
        await Expect(main.GetByRole(AriaRole.Heading, new() { Name = "Each side’s account" })).ToHaveCountAsync(2);
        await Expect(main).ToContainTextAsync("US: 9M729 range 500 to 5500 km · SU: 9M729 range 480 km");
        await Expect(main).ToContainTextAsync("a finding that the parties sign, on 9m729-flight-tests");

        // Down to the statement, its source and what else rests on it.
        await main.GetByRole(AriaRole.Link, new() { Name = "SU-0092", Exact = true }).First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("SU-0092");
        await Expect(main).ToContainTextAsync("declares 9M729");
        await Expect(main).ToContainTextAsync("480 km");
        await Expect(main.GetByRole(AriaRole.Region, new() { Name = "Findings that rest on it" }).GetByRole(AriaRole.Link, new() { Name = "VI.1.test" }).First).ToBeVisibleAsync();
        Assert.Matches("^https?://", await main.Locator("dl a[href^=http]").First.GetAttributeAsync("href"));
        visit.IsClean();
    }

    /// <summary>Three and a half months after entry into force; the treaty's own first dates lie ahead.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_due_on_the_15th_of_September_1988(bool scripts)
    {
        await using var visit = await OnTheBoardAsync(scripts);
        var page = visit.Page;
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Judged at" }).FillAsync("1988-09-15");
        await page.GetByRole(AriaRole.Region, new() { Name = "Time" }).GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await page.WaitForURLAsync(new Regex(@"/c/inf-1987\?at=1988-09-15(&known=)?$"));

        var due = page.GetByRole(AriaRole.Region, new() { Name = "Due next" }).GetByRole(AriaRole.Listitem);
        await Expect(due.Filter(new() { HasText = "1988-12-31" })).ToContainTextAsync(new Regex(@"107 days left\s+US, SU IX\.4 data exchange every 6 months"));
        var dates = await due.Locator("time").AllInnerTextsAsync();
        Assert.Equal(dates.Order(StringComparer.Ordinal), dates);
        Assert.All(dates, date => Assert.True(string.CompareOrdinal(date, "1988-09-15") > 0, date));

        // What is due leads to its reasons, and the instant stays.
        await due.Filter(new() { HasText = "1988-12-31" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("IX.4");
        Assert.Contains("at=1988-09-15", page.Url, StringComparison.Ordinal);
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("pending");
        visit.IsClean();
    }

    /// <summary>No missile only for tests may be left after six months; that could not be told until figures of June 1989.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Which_statement_settled_X_6(bool scripts)
    {
        await board.ReadyAsync("/c/inf-1987/timeline");
        await using var visit = await OnTheBoardAsync(scripts);
        var page = visit.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Timeline", Exact = true }).ClickAsync();
        var filter = page.GetByRole(AriaRole.Form, new() { Name = "Choose lines" });
        await filter.GetByRole(AriaRole.Combobox, new() { Name = "Clause" }).SelectOptionAsync("X.6");
        await filter.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("clause=X.6"));
        var settled = page.GetByRole(AriaRole.Region, new() { Name = "Changes" }).GetByRole(AriaRole.Listitem).Filter(new() { HasText = "none since 1988-06-01" });
        await Expect(settled).ToContainTextAsync(new Regex(@"X\.6\s+US\s*undetermined\W+kept"));
        await settled.GetByRole(AriaRole.Link, new() { Name = "US-0041", Exact = true }).ClickAsync();

        await Expect(page.Locator("h1")).ToHaveTextAsync("US-0041");
        Assert.Contains("at=1989-06-28", page.Url, StringComparison.Ordinal);
        var resting = page.GetByRole(AriaRole.Region, new() { Name = "Findings that rest on it" }).GetByRole(AriaRole.Listitem);
        await Expect(resting.Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = "X.6", Exact = true }) })).ToContainTextAsync("kept");
        visit.IsClean();
    }

    /// <summary>Had its owner declared 520 and not 480 km, the tests of the 9M729 were not kept by its own account, and no longer disputed.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_if_the_range_declared_were_another(bool scripts)
    {
        await using var visit = await OnTheBoardAsync(scripts);
        var page = visit.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Statements", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Words" }).FillAsync("9M729 480 km");
        await page.GetByRole(AriaRole.Search).GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "SU-0092", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "What if it said otherwise?" }).ClickAsync();

        var statement = page.GetByRole(AriaRole.Textbox, new() { Name = "Statements to add" });
        var written = await statement.InputValueAsync();
        Assert.Contains("480 km", written, StringComparison.Ordinal);
        await statement.FillAsync(written.Replace("480 km", "520 km", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Judge", Exact = true }).ClickAsync();
        var result = page.GetByRole(AriaRole.Region, new() { Name = "What would come of it" });
        await Expect(result.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "VI.1.test" }).First).ToContainTextAsync(new Regex(@"SU\s*disputed\W+not kept"));
        Assert.Empty(await Overflow.CheckAsync(page));
        await Screenshots.TakeAsync(page, "/c/inf-1987/what-if-judged", Look.LightWide);

        // Nothing of it is kept.
        await page.GetByRole(AriaRole.Link, new() { Name = "Board", Exact = true }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Link, new() { Name = "VI.1.test", Exact = true }) });
        await Expect(row.GetByText("disputed", new() { Exact = true })).ToHaveCountAsync(2);
        visit.IsClean();
    }

    private async Task<Visit> OnTheBoardAsync(bool scripts)
    {
        var visit = await board.VisitAsync(browser, Look.LightWide, scripts);
        await visit.ToAsync("/");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Elimination of intermediate-range and shorter-range missiles" }).ClickAsync();
        await Expect(visit.Page).ToHaveTitleAsync(new Regex("Board"));
        return visit;
    }
}
