using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Detente.Node.Hosting;
using Detente.Node.Views;

namespace Detente.Node.Tests.Hosting;

/// <summary>The board answers whoever has the printed address, on this machine, and nobody else.</summary>
public sealed class LaptopModeTests : IAsyncLifetime
{
    private const string Case = "/c/answer";
    private BoardServer server = null!;

    private CancellationToken Cancelled { get; } = TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
        => server = await BoardServer.Start(new Library([Path.Combine(Tree.Root, "cases/minimal/answer")], TimeProvider.System), 0, TimeProvider.System);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task The_token_becomes_a_cookie_that_only_this_site_sends_and_no_script_reads()
    {
        using var client = Client();
        var token = server.Session.Token!;
        using var entered = await client.GetAsync(server.Address, Cancelled);
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        Assert.Equal("/", entered.Headers.Location?.OriginalString);
        var parts = Assert.Single(entered.Headers.GetValues("Set-Cookie")).Split("; ");
        Assert.Contains("httponly", parts);
        Assert.Contains("samesite=strict", parts);
        Assert.DoesNotContain(parts, part => part.StartsWith("domain", StringComparison.OrdinalIgnoreCase) || part.StartsWith("expires", StringComparison.OrdinalIgnoreCase));
        var secret = parts[0].Split('=')[1];
        Assert.True(token.Length >= 32 && secret.Length >= 32, "both are of 128 bits or more");
        Assert.NotEqual(token, secret);

        using var answer = await client.SendAsync(Ask(HttpMethod.Get, Case, ("Cookie", parts[0])), Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_token_is_good_once()
    {
        var address = server.Address;
        using var client = Client();
        await EnterAsync(client, address);
        using var second = await client.GetAsync(address, Cancelled);
        Assert.Equal(HttpStatusCode.Unauthorized, second.StatusCode);
        Assert.False(second.Headers.Contains("Set-Cookie"));
        Assert.Contains("used before", await second.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_who_bring_the_token_at_once_one_is_let_in()
    {
        using var client = Client();
        var address = server.Address;
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.GetAsync(address, Cancelled)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.SeeOther);
        Assert.Equal(19, answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task A_wrong_token_lets_nobody_in_and_leaves_the_right_one_good()
    {
        using var client = Client();
        foreach (var wrong in new[] { "", "0", new string('0', 32), "ä", server.Session.Token!.ToUpperInvariant() + "0" })
        {
            using var refused = await client.GetAsync($"{Origin}/?token={Uri.EscapeDataString(wrong)}", Cancelled);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        await EnterAsync(client, server.Address);
    }

    [Theory]
    [InlineData("/")]
    [InlineData(Case)]
    [InlineData("/nowhere")]
    [InlineData("/api/cases")]
    public async Task Without_the_cookie_nothing_is_told_but_what_to_do(string path)
    {
        using var client = Client();
        foreach (var cookie in new[] { "", $"{server.Session.CookieName}=", $"{server.Session.CookieName}={new string('0', 64)}", "detente-1=0" })
        {
            using var refused = await client.SendAsync(Ask(HttpMethod.Get, path, ("Cookie", cookie)), Cancelled);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            var told = await refused.Content.ReadAsStringAsync(Cancelled);
            Assert.Contains(path.StartsWith("/api", StringComparison.Ordinal) ? "\"no-session\"" : "Open the address that the command printed", told, StringComparison.Ordinal);
            Assert.DoesNotContain("Alba", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_that_says_so_has_its_style()
    {
        using var client = Client();
        using var style = await client.GetAsync($"{Origin}/assets/board.css", Cancelled);
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
    }

    /// <summary>A name that somebody made point to this machine.</summary>
    [Theory]
    [InlineData("rebound.example")]
    [InlineData("rebound.example:{port}")]
    [InlineData("localhost")]
    [InlineData("localhost:1")]
    [InlineData("localhost.rebound.example:{port}")]
    [InlineData("127.0.0.1.rebound.example:{port}")]
    [InlineData("192.168.1.2:{port}")]
    public async Task A_request_for_another_host_is_refused_with_the_cookie_too(string host)
    {
        using var client = Client();
        var cookie = await EnterAsync(client, server.Address);
        using var refused = await client.SendAsync(Ask(HttpMethod.Get, Case, ("Cookie", cookie), ("Host", host.Replace("{port}", $"{server.Port}", StringComparison.Ordinal))), Cancelled);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, refused.StatusCode);
        Assert.DoesNotContain("Alba", await refused.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org")]
    [InlineData("null")]
    [InlineData("http://localhost")]
    [InlineData("https://localhost:{port}")]
    [InlineData("http://127.0.0.1:{port}")]
    public async Task A_foreign_origin_is_refused_with_the_cookie_too(string origin)
    {
        using var client = Client();
        var cookie = await EnterAsync(client, server.Address);
        foreach (var (method, path) in new[] { (HttpMethod.Get, Case), (HttpMethod.Post, $"{Case}/what-if") })
        {
            using var refused = await client.SendAsync(Ask(method, path, ("Cookie", cookie), ("Origin", origin.Replace("{port}", $"{server.Port}", StringComparison.Ordinal))), Cancelled);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.False(refused.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Fact]
    public async Task Its_own_origin_is_answered()
    {
        using var client = Client();
        var cookie = await EnterAsync(client, server.Address);
        using var answer = await client.SendAsync(Ask(HttpMethod.Get, Case, ("Cookie", cookie), ("Origin", Origin)), Cancelled);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("POST", Case, "GET, HEAD")]
    [InlineData("PUT", Case, "GET, HEAD")]
    [InlineData("DELETE", Case, "GET, HEAD")]
    [InlineData("PATCH", "/", "GET, HEAD")]
    [InlineData("OPTIONS", Case, "GET, HEAD")]
    [InlineData("TRACE", Case, "GET, HEAD")]
    [InlineData("POST", "/api/cases", "GET, HEAD")]
    [InlineData("DELETE", Case + "/what-if", "GET, HEAD, POST")]
    public async Task Nothing_can_be_changed(string method, string path, string allowed)
    {
        using var client = Client();
        var cookie = await EnterAsync(client, server.Address);
        using var refused = await client.SendAsync(Ask(new HttpMethod(method), path, ("Cookie", cookie)), Cancelled);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
        Assert.Equal(allowed, string.Join(", ", refused.Content.Headers.Allow));
    }

    /// <summary>Answers and refusals alike. Where no referrer at all were sent, a form of our own page would come with the origin <c>null</c> (Fetch, "append a request Origin header").</summary>
    [Theory]
    [InlineData("/", 200)]
    [InlineData(Case, 200)]
    [InlineData("/assets/board.css", 200)]
    [InlineData("/nowhere", 404)]
    [InlineData("/assets/nowhere.css", 404)]
    [InlineData("/c/nowhere", 404)]
    [InlineData("/api/nowhere", 404)]
    [InlineData(Case + "?at=yesterday", 400)]
    [InlineData("/?token=wrong", 401)]
    [InlineData("/?host", 421)]
    [InlineData("/?origin", 403)]
    [InlineData("/?post", 405)]
    public async Task Every_answer_carries_the_policies(string path, int status)
    {
        using var client = Client();
        var cookie = status == 401 ? "" : await EnterAsync(client, server.Address);
        var ask = Ask(status == 405 ? HttpMethod.Post : HttpMethod.Get, path, ("Cookie", cookie));
        ask.Headers.Host = status == 421 ? "rebound.example" : null;
        ask.Headers.TryAddWithoutValidation("Origin", status == 403 ? "https://example.org" : Origin);
        using var answer = await client.SendAsync(ask, Cancelled);
        Assert.Equal(status, (int)answer.StatusCode);
        HasPolicies(answer);
    }

    [Fact]
    public async Task What_the_reader_has_already_is_not_sent_again_and_carries_the_policies_too()
    {
        using var client = Client();
        var cookie = await EnterAsync(client, server.Address);
        using var first = await client.SendAsync(Ask(HttpMethod.Get, $"{Case}?at=2031-10-15", ("Cookie", cookie)), Cancelled);
        using var again = await client.SendAsync(Ask(HttpMethod.Get, $"{Case}?at=2031-10-15", ("Cookie", cookie), ("If-None-Match", first.Headers.ETag!.Tag)), Cancelled);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (first.StatusCode, again.StatusCode));
        HasPolicies(again);
    }

    /// <summary>Nothing may stay in a cache that others share, or be kept past the session.</summary>
    [Fact]
    public async Task No_answer_is_kept_by_a_shared_cache()
    {
        using var client = Client();
        var cookie = await EnterAsync(client, server.Address);
        using var answer = await client.SendAsync(Ask(HttpMethod.Get, Case, ("Cookie", cookie)), Cancelled);
        Assert.True(answer.Headers.CacheControl is { Private: true, NoCache: true });
    }

    [Fact]
    public async Task Only_this_machine_reaches_it()
    {
        var others = NetworkInterface.GetAllNetworkInterfaces().SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address).Where(address => !IPAddress.IsLoopback(address)).ToList();
        Assert.SkipWhen(others.Count == 0, "this machine has no address but its own loopback");
        foreach (var address in others)
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            await Assert.ThrowsAsync<SocketException>(async () => await socket.ConnectAsync(new IPEndPoint(address, server.Port), Cancelled));
        }

        using var here = new TcpClient();
        await here.ConnectAsync(IPAddress.Loopback, server.Port, Cancelled);
    }

    private string Origin => $"http://localhost:{server.Port}";

    private static HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private HttpRequestMessage Ask(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var ask = new HttpRequestMessage(method, Origin + path);
        foreach (var (name, value) in headers.Where(header => header.Value.Length > 0))
        {
            ask.Headers.TryAddWithoutValidation(name, value);
        }

        return ask;
    }

    private async Task<string> EnterAsync(HttpClient client, string address)
    {
        using var entered = await client.GetAsync(address, Cancelled);
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        return entered.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private static void HasPolicies(HttpResponseMessage answer)
    {
        string Of(string header) => answer.Headers.TryGetValues(header, out var values) ? string.Join(", ", values) : "";
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            Of("Content-Security-Policy"));
        Assert.Equal(
            ("nosniff", "same-origin", "same-origin", "same-origin", ""),
            (Of("X-Content-Type-Options"), Of("Referrer-Policy"), Of("Cross-Origin-Opener-Policy"), Of("Cross-Origin-Resource-Policy"), Of("Server")));
    }
}
