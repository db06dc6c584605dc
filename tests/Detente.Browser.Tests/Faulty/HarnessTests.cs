using Detente.Browser.Tests.Harness;

namespace Detente.Browser.Tests.Faulty;

/// <summary>Each check of the pages finds the fault it is for, and is silent on a sound page.</summary>
public sealed class HarnessTests(Harness.Browser browser, FaultyPages pages) : IClassFixture<FaultyPages>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sound_page_passes_every_check(bool scripts)
    {
        await using var visit = await Visit.BeginAsync(browser, pages.Address, Look.LightWide, scripts);
        await visit.ToAsync("/sound");
        foreach (var look in Look.All)
        {
            await look.PutOnAsync(visit.Page);
            Assert.Empty(scripts ? await Axe.CheckAsync(visit) : []);
            Assert.Empty(await Overflow.CheckAsync(visit.Page));
        }

        Assert.Empty(await Outline.CheckAsync(visit.Page));
        visit.IsClean();
    }

    [Theory]
    [InlineData("/inline-style", "Content Security Policy")]
    [InlineData("/inline-script", "Content Security Policy")]
    [InlineData("/throws", "error of a script: Error: thrown on purpose")]
    [InlineData("/warns", "console: warning: warned on purpose")]
    [InlineData("/foreign-image", "Content Security Policy")]
    [InlineData("/foreign-call", "Content Security Policy")]
    [InlineData("/lost-image", "answer 404: ")]
    [InlineData("/nowhere", "answer 404: ")]
    public async Task What_goes_wrong_in_a_page_is_heard(string path, string fault)
    {
        await using var visit = await Visit.BeginAsync(browser, pages.Address, Look.LightWide);
        await visit.ToAsync(path);
        Assert.Contains(visit.Faults, heard => heard.Contains(fault, StringComparison.Ordinal));
        Assert.Throws<Xunit.Sdk.TrueException>(visit.IsClean);
    }

    /// <summary>The policy stops most of them before they are sent; what it does not stop, a link that is followed, is heard too.</summary>
    [Fact]
    public async Task A_request_to_another_host_is_heard()
    {
        await using var visit = await Visit.BeginAsync(browser, pages.Address, Look.LightWide);
        await visit.Page.RouteAsync("https://example.org/**", route => route.FulfillAsync(new() { Body = "elsewhere" }));
        await visit.ToAsync("/sound");
        visit.IsClean();
        await visit.Page.GetByText("Source").ClickAsync();
        await visit.Page.WaitForURLAsync("https://example.org/");
        Assert.Equal(["request to another host: https://example.org/"], visit.Faults);
    }

    [Fact]
    public async Task A_request_without_an_answer_is_heard()
    {
        await using var visit = await Visit.BeginAsync(browser, pages.Address, Look.LightWide);
        await visit.Page.RouteAsync("**/sound.css", route => route.AbortAsync("connectionreset"));
        await visit.ToAsync("/sound");
        Assert.Contains(visit.Faults, heard => heard.EndsWith("/sound.css: net::ERR_CONNECTION_RESET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_that_is_expected_is_no_fault()
    {
        await using var visit = await Visit.BeginAsync(browser, pages.Address, Look.LightWide);
        visit.Expected = 404;
        await visit.ToAsync("/nowhere");
        visit.IsClean();
    }

    [Theory]
    [InlineData("/unlabelled", "critical: label: ", "input")]
    [InlineData("/pale", "serious: color-contrast: ", "Hardly to be seen")]
    [InlineData("/bare", "serious: html-has-lang: ", "html")]
    public async Task Faults_of_access_are_found(string path, string rule, string target)
    {
        await using var visit = await Visit.BeginAsync(browser, pages.Address, Look.LightWide);
        await visit.ToAsync(path);
        Assert.Contains(await Axe.CheckAsync(visit), line => line.StartsWith(rule, StringComparison.Ordinal) && line.Contains(target, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_too_wide_is_named()
    {
        await using var visit = await Visit.BeginAsync(browser, pages.Address, Look.DarkPhone);
        await visit.ToAsync("/wide");
        var faults = await Overflow.CheckAsync(visit.Page);
        Assert.Contains(faults, line => line.StartsWith("p.wide reaches to 30", StringComparison.Ordinal));
        Assert.EndsWith("the window 390", faults[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_scrolls_in_a_box_of_its_own_is_not_too_wide()
    {
        await using var visit = await Visit.BeginAsync(browser, pages.Address, Look.DarkPhone);
        await visit.ToAsync("/wide-in-a-box");
        Assert.Empty(await Overflow.CheckAsync(visit.Page));
    }

    [Theory]
    [InlineData("/bare", "no title", "no language", "2 h1, not one", "no main, or several", "main has no link that leads on")]
    [InlineData("/empty-main", "nothing stands in main", "main has no link that leads on")]
    public async Task What_a_page_lacks_is_named(string path, params string[] missing)
    {
        await using var visit = await Visit.BeginAsync(browser, pages.Address, Look.LightWide, scripts: false);
        await visit.ToAsync(path);
        Assert.Equal(missing, await Outline.CheckAsync(visit.Page));
    }

    [Fact]
    public async Task Controls_that_need_scripts_are_named()
    {
        await using var visit = await Visit.BeginAsync(browser, pages.Address, Look.LightWide, scripts: false);
        await visit.ToAsync("/dead");
        Assert.Equal(
            ["does nothing without scripts: <button type=\"button\">Play</button>", "does nothing without scripts: <input aria-label=\"Slider\" type=\"range\">"],
            await Outline.DeadAsync(visit.Page));
    }

    /// <summary>Without scripts they do not run; and yet the checks do.</summary>
    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task A_page_that_needs_scripts_lacks_its_heading_without_them(bool scripts, int missing)
    {
        await using var visit = await Visit.BeginAsync(browser, pages.Address, Look.LightWide, scripts);
        await visit.ToAsync("/needs-scripts");
        Assert.Equal(missing, (await Outline.CheckAsync(visit.Page)).Count);
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_is_named_with_the_page_it_is_on()
    {
        using var client = new HttpClient { BaseAddress = pages.Address };
        var (faults, asked) = await Links.FollowAsync(client, ["/sound", "/lost-link"], most: 50);
        Assert.Equal(["404 /nowhere, linked by /lost-link"], faults);
        Assert.Equal(["/sound", "/lost-link", "/sound.css", "/sound?more", "/nowhere"], asked);
    }
}
