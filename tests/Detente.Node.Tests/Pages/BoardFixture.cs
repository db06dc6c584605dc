using System.Net;
using System.Text.RegularExpressions;
using Detente.Node.Hosting;
using Detente.Node.Views;

namespace Detente.Node.Tests.Pages;

/// <summary>The board with every case that comes with the program, asked as a browser asks that was let in.</summary>
public sealed partial class BoardFixture : IAsyncLifetime
{
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
    private BoardServer _server = null!;

    /// <summary>The cases.</summary>
    public Library Library { get; } = new([Path.Combine(Tree.Root, "cases")], TimeProvider.System);

    public async ValueTask InitializeAsync()
    {
        _server = await BoardServer.Start(Library, 0, TimeProvider.System);
        using var entered = await _client.GetAsync(_server.Address);
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    /// <summary>A page that must be there.</summary>
    public async Task<string> Page(string path)
    {
        using var answer = await Get(path);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}\n{page}");
        return page;
    }

    /// <summary>Whatever is answered.</summary>
    public Task<HttpResponseMessage> Get(string path) => _client.GetAsync($"http://localhost:{_server.Port}{path}");

    /// <summary>Sends a form, or anything else.</summary>
    public Task<HttpResponseMessage> Post(string path, HttpContent content) => _client.PostAsync($"http://localhost:{_server.Port}{path}", content);

    /// <summary>What a reader reads in a page's main part: no tags, one blank between words.</summary>
    public static string Text(string page) => Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)], " ")), " ");

    /// <summary>Where its links lead, inside this server, without fragments.</summary>
    public static IReadOnlyList<string> Links(string page) =>
        [.. Hrefs().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value).Split('#')[0]).Where(address => address.StartsWith('/')).Distinct()];

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Hrefs();
}
