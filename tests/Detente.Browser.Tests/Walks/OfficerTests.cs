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

    private async Task<Visit> OnTheBoardAsync(bool scripts)
    {
        var visit = await board.VisitAsync(browser, Look.LightWide, scripts);
        await visit.ToAsync("/");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Elimination of intermediate-range and shorter-range missiles" }).ClickAsync();
        await Expect(visit.Page).ToHaveTitleAsync(new Regex("Board"));
        return visit;
    }
}
