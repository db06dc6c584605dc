using System.Collections.Concurrent;

namespace Detente.Browser.Tests.Harness;

/// <summary>
/// One page in a context of its own, and everything that goes wrong in it: what the console says (what the content security policy refused is said there),
/// errors of scripts, answers from 400 on, requests to any other host than the server's.
/// </summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> faults = new();
    private readonly IBrowserContext context;
    private readonly Uri server;

    private Visit(IBrowserContext context, IPage page, Uri server, bool scripts)
    {
        (this.context, Page, this.server, Scripts) = (context, page, server, scripts);
        context.Console += (_, message) => Hear(message);
        context.WebError += (_, error) => faults.Enqueue($"error of a script: {error.Error}");
        context.Request += (_, request) => Ask(request);
        context.Response += (_, response) => Answer(response);
        context.RequestFailed += (_, request) => Miss(request);
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Whether JavaScript runs.</summary>
    public bool Scripts { get; }

    /// <summary>An answer that is meant to be a refusal, by its status; 0 where none is.</summary>
    public int Expected { get; set; }

    /// <summary>What went wrong so far.</summary>
    public IReadOnlyList<string> Faults => [.. faults];

    /// <summary>Opens an empty page.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="server">Whose pages are visited: requests to any other host are faults.</param>
    /// <param name="look">The first look.</param>
    /// <param name="scripts">Whether JavaScript runs.</param>
    /// <param name="cookies">What the server gave out before.</param>
    public static async Task<Visit> BeginAsync(Browser browser, Uri server, Look look, bool scripts = true, params Cookie[] cookies)
    {
        var context = await browser.OpenAsync(look.Options(scripts));
        await context.AddCookiesAsync(cookies);
        var visit = new Visit(context, await context.NewPageAsync(), server, scripts);
        await look.PutOnAsync(visit.Page);
        return visit;
    }

    /// <summary>Goes to an address of the server and waits until it is loaded.</summary>
    /// <param name="path">The path, with its query.</param>
    public async Task<IResponse> ToAsync(string path)
        => await Page.GotoAsync(new Uri(server, path).AbsoluteUri, new() { WaitUntil = WaitUntilState.Load })
            ?? throw new InvalidOperationException($"{path} is where the page is already");

    /// <summary>Holds that nothing went wrong.</summary>
    public void IsClean() => Assert.True(faults.IsEmpty, $"{Page.Url}\n{string.Join('\n', Faults)}");

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private void Hear(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning" && (Expected == 0 || !message.Text.Contains($"status of {Expected} ", StringComparison.Ordinal)))
        {
            faults.Enqueue($"console: {message.Type}: {message.Text} ({message.Location})");
        }
    }

    private void Ask(IRequest request)
    {
        var uri = new Uri(request.Url);
        if (uri.Scheme is not ("data" or "blob") && uri.Authority != server.Authority)
        {
            faults.Enqueue($"request to another host: {request.Url}");
        }
    }

    private void Miss(IRequest request)
    {
        // A reader who follows a link before all of a page is there lets go of the rest.
        if (request.Failure != "net::ERR_ABORTED")
        {
            faults.Enqueue($"no answer: {request.Url}: {request.Failure}");
        }
    }

    private void Answer(IResponse response)
    {
        if (response.Status >= 400 && response.Status != Expected)
        {
            faults.Enqueue($"answer {response.Status}: {response.Url}");
        }
    }
}
