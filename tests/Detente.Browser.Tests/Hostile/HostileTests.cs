using Detente.Browser.Tests.Harness;

namespace Detente.Browser.Tests.Hostile;

/// <summary>Whoever wrote a case or an address may be anybody: what they wrote is shown as text, and none of it becomes part of the page.</summary>
public sealed class HostileTests(Harness.Browser browser, Board board)
{
    /// <summary>What no page of ours has: what the case beside this file would bring in.</summary>
    private const string Foreign =
        """
        () => [...document.querySelectorAll('#taken, [name=taken], [onerror], [onload], [onmouseover], [style], iframe, object, embed, img, style, base, ' +
          'script:not([src^="/assets/"]), form[action*="evil"], a:not([href^="/"], [href^="#"], [href^="https://"], [href^="http://"], [href=""])')].map(e => e.outerHTML)
        """;

    [Theory]
    [InlineData("/")]
    [InlineData("/c/hostile")]
    [InlineData("/c/hostile/treaty")]
    [InlineData("/c/hostile/clauses/1")]
    [InlineData("/c/hostile/clauses/1?party=B&instance=q-1")]
    [InlineData("/c/hostile/statements")]
    [InlineData("/c/hostile/statements?q=%22%3E%3Cimg%20src%3Dhttp%3A//evil.invalid/q%3E&author=%22%3E%3Cb%20id%3Dtaken%3E")]
    [InlineData("/c/hostile/statements/A-0001")]
    [InlineData("/c/hostile/statements/B-0001")]
    [InlineData("/c/hostile/statements/press-0001")]
    [InlineData("/c/hostile?at=%22%3E%3Cb%20id%3Dtaken%3E", 400)]
    [InlineData("/c/hostile?known=2030-03-05&at=2030-03-05&show=%22%3E%3Cb%20id%3Dtaken%3E")]
    [InlineData("/c/hostile/clauses/%3Cb%20id%3Dtaken%3E", 404)]
    [InlineData("/c/hostile/statements/%3Cb%20id%3Dtaken%3E", 404)]
    [InlineData("/c/hostile/clauses/1?party=%3Cb%20id%3Dtaken%3E", 404)]
    [InlineData("/c/hostile/clauses/1?party=B&instance=%3Cb%20id%3Dtaken%3E", 404)]
    [InlineData("/c/%3Cb%20id%3Dtaken%3E", 404)]
    public async Task Markup_is_shown_and_not_obeyed(string path, int status = 200)
    {
        await using var visit = await board.VisitAsync(browser, Look.LightPhone);
        visit.Expected = status == 200 ? 0 : status;
        var answer = await visit.ToAsync(path);
        Assert.Equal(status, answer.Status);
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(Foreign));
        Assert.DoesNotContain("taken", (await visit.Page.TitleAsync()).Split('<')[0], StringComparison.Ordinal);
        Assert.Empty(await Overflow.CheckAsync(visit.Page));
        visit.IsClean();
    }

    [Theory]
    [InlineData("<b id=taken>bold</b>")]
    [InlineData("<p style='color:red'>red</p>")]
    [InlineData("<a href='javascript:alert(1)'>run</a>")]
    [InlineData("<script src='http://evil.invalid/x.js'></script>")]
    public async Task What_is_not_of_our_pages_is_found(string markup)
    {
        await using var visit = await board.VisitAsync(browser, Look.LightPhone, scripts: false);
        await visit.Page.SetContentAsync(markup);
        Assert.Single(await visit.Page.EvaluateAsync<string[]>(Foreign));
    }

    [Fact]
    public async Task It_can_be_read_as_it_was_written()
    {
        await using var visit = await board.VisitAsync(browser, Look.LightWide);
        await visit.ToAsync("/c/hostile/treaty");
        Assert.Contains("<script>document.title = 'taken'</script><img src=http://evil.invalid/title onerror=alert(1)>", await visit.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("<a id=\"taken\" href=\"javascript:alert(1)\">raw</a>", await visit.Page.Locator("article").InnerTextAsync(), StringComparison.Ordinal);
        await visit.ToAsync("/c/hostile/statements/B-0001");
        Assert.Contains("</pre><b id=taken>out of the box</b>", await visit.Page.Locator("main pre").InnerTextAsync(), StringComparison.Ordinal);
    }
}
