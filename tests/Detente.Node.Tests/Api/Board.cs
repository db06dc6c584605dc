using System.Net;
using System.Text;
using Detente.Node.Cases;
using Detente.Node.Hosting;
using Detente.Node.Views;

namespace Detente.Node.Tests.Api;

/// <summary>A board that listens, and a reader who was let in.</summary>
internal sealed class Board : IAsyncDisposable
{
    private readonly BoardServer _server;
    private readonly HttpClient _client;

    private Board(BoardServer server)
    {
        _server = server;
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://localhost:{server.Port}") };
    }

    /// <summary>Opens the bundled cases of the names.</summary>
    public static Task<Board> Open(params string[] cases) => Open(new Library([.. cases.Select(name => Path.Combine(Tree.Root, "cases", name))], TimeProvider.System), TimeProvider.System);

    public static async Task<Board> Open(Library library, TimeProvider clock)
    {
        var board = new Board(await BoardServer.Start(library, 0, clock));
        using var entered = await board._client.GetAsync(board._server.Address);
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        return board;
    }

    /// <summary>A case of the tree, not yet open.</summary>
    public static LoadedCase Load(string name) => CaseFolder.Read(Path.Combine(Tree.Root, "cases", name)).Loaded!;

    public Task<HttpResponseMessage> Send(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, headers);

    /// <summary>The body of an answer of 200.</summary>
    public async Task<string> Text(string path)
    {
        using var response = await Get(path);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {(int)response.StatusCode} {Encoding.UTF8.GetString(bytes)}");
        return Encoding.UTF8.GetString(bytes);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }
}
