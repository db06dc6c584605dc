using System.Text.RegularExpressions;
using Detente.Browser.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Detente.Browser.Tests.Pages;

/// <summary>What scripts add: sliders, a play button, reasons beside the text. All of it by keyboard too.</summary>
public sealed class ScriptsTests(Harness.Browser browser, Board board)
{
    [Theory]
    [InlineData("/c/inf-1987")]
    [InlineData("/c/inf-1987/treaty")]
    [InlineData("/c/inf-1987/clauses/VI.1.test")]
    [InlineData("/c/inf-1987/statements")]
    public async Task A_slider_moves_the_page_and_its_address_and_keeps_the_focus(string path)
    {
        await using var visit = await board.VisitAsync(browser, Look.LightWide);
        var page = visit.Page;
        await visit.ToAsync($"{path}?at=1988-09-15");
        var slider = page.GetByRole(AriaRole.Slider, new() { Name = "Judged at" });
        var before = await page.GetByRole(AriaRole.Main).InnerTextAsync();
        await slider.FocusAsync();
        await slider.PressAsync("End");
        await page.WaitForURLAsync(new Regex(Regex.Escape(path) + @"\?at=2019-08-02"));
        await Expect(page.GetByRole(AriaRole.Main)).Not.ToHaveTextAsync(before);
        await Expect(slider).ToBeFocusedAsync();
        await Expect(slider).ToHaveAttributeAsync("aria-valuetext", "2019-08-02");

        // What is shown is what the address gives to who opens it.
        var shown = await page.GetByRole(AriaRole.Main).InnerTextAsync();
        await page.ReloadAsync();
        Assert.Equal(shown, await page.GetByRole(AriaRole.Main).InnerTextAsync());
        visit.IsClean();
    }

    [Fact]
    public async Task The_second_slider_holds_back_what_became_known_later()
    {
        await using var visit = await board.VisitAsync(browser, Look.LightWide);
        var page = visit.Page;
        await visit.ToAsync("/c/inf-1987?at=2019-08-02");
        var slider = page.GetByRole(AriaRole.Slider, new() { Name = "As known by" });
        await slider.FocusAsync();
        await slider.PressAsync("PageDown");
        await page.WaitForURLAsync(new Regex(@"\?at=2019-08-02&known=201\d-"));
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(new Regex(@"1[0-9]{2} of 196 statements"));
        visit.IsClean();
    }

    [Fact]
    public async Task The_step_back_leads_to_the_instant_before_and_not_off_the_page()
    {
        await using var visit = await board.VisitAsync(browser, Look.LightWide);
        var page = visit.Page;
        await visit.ToAsync("/c/inf-1987?at=1988-09-15");
        await page.GetByRole(AriaRole.Link, new() { Name = "Change after ›" }).ClickAsync();
        await page.WaitForURLAsync(url => After(url, "1988-09-15"));
        await page.EvaluateAsync("history.back()");
        await page.WaitForURLAsync(url => AtOf(url) == "1988-09-15");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("77 of 196 statements");
        visit.IsClean();
    }

    [Fact]
    public async Task Play_goes_on_from_change_to_change_until_it_is_stopped()
    {
        await using var visit = await board.VisitAsync(browser, Look.LightWide);
        var page = visit.Page;
        await visit.ToAsync("/c/inf-1987?at=1988-06-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await page.WaitForURLAsync(url => After(url, "1988-06-01"));
        var first = page.Url;
        await page.WaitForURLAsync(url => url != first);
        Assert.True(After(page.Url, AtOf(first)), page.Url);

        await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Play" })).ToBeVisibleAsync();
        visit.IsClean();
    }

    [Fact]
    public async Task A_verdict_in_the_margin_opens_its_reasons_beside_the_text()
    {
        await using var visit = await board.VisitAsync(browser, Look.DarkWide);
        var page = visit.Page;
        await visit.ToAsync("/c/testing-pause/treaty?at=2031-10-15");
        var verdict = page.GetByRole(AriaRole.Region, new() { Name = "II.1", Exact = true }).GetByRole(AriaRole.Link).Filter(new() { HasText = "not kept" });
        await verdict.FocusAsync();
        await verdict.PressAsync("Enter");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("pike-test-1");
        await Screenshots.TakeAsync(page, "/c/testing-pause/treaty?beside", Look.DarkWide);
        Assert.Empty(await Axe.CheckAsync(visit));
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(verdict).ToBeFocusedAsync();
        visit.IsClean();
    }

    [Fact]
    public async Task The_first_stop_of_the_tab_key_skips_to_the_content()
    {
        await using var visit = await board.VisitAsync(browser, Look.LightPhone);
        var page = visit.Page;
        await visit.ToAsync("/c/inf-1987");
        await page.Keyboard.PressAsync("Tab");
        var skip = page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" });
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }

    private static bool After(string url, string at) => string.CompareOrdinal(AtOf(url), at) > 0;

    private static string AtOf(string url) => Regex.Match(url, "[?&]at=([^&]*)").Groups[1].Value;
}
