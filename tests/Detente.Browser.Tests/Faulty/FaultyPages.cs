using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Detente.Browser.Tests.Faulty;

/// <summary>A server of small pages under the policy of the real ones: a sound one, and others with one fault each.</summary>
public sealed class FaultyPages : IAsyncLifetime
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, (string Type, string Text)> Answers = new()
    {
        ["/sound"] = Html("<p>Words.</p><a href='/sound?more'>On</a><a href='https://example.org/'>Source</a>"),
        ["/sound.css"] = ("text/css", "html{background:#fff;color:#000}@media(prefers-color-scheme:dark){html{background:#000;color:#fff}a{color:#9cf}}.wide{width:3000px}.box{overflow-x:auto}.pale{color:#ddd}.hidden{display:none}"),
        ["/favicon.ico"] = ("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>"),

        ["/unlabelled"] = Html("<a href='/sound'>On</a><form><input name='at'><button>Go</button></form>"),
        ["/pale"] = Html("<a href='/sound'>On</a><p class='pale'>Hardly to be seen</p>"),
        ["/wide"] = Html("<a href='/sound'>On</a><p class='wide'>A long way to go</p>"),
        ["/wide-in-a-box"] = Html("<a href='/sound'>On</a><div class='box' tabindex='0' role='region' aria-label='Table'><p class='wide'>A long way to go</p></div>"),

        ["/inline-style"] = Html("<a href='/sound'>On</a><p style='color:red'>Red</p>"),
        ["/inline-script"] = Html("<a href='/sound'>On</a><script>document.title = 'Taken'</script>"),
        ["/throws"] = Html("<a href='/sound'>On</a><script src='/throws.js'></script>"),
        ["/throws.js"] = ("text/javascript", "throw new Error('thrown on purpose')"),
        ["/warns"] = Html("<a href='/sound'>On</a><script src='/warns.js'></script>"),
        ["/warns.js"] = ("text/javascript", "console.warn('warned on purpose')"),
        ["/foreign-image"] = Html("<a href='/sound'>On</a><img alt='A flag' src='http://flags.invalid/su.png'>"),
        ["/foreign-call"] = Html("<a href='/sound'>On</a><script src='/foreign-call.js'></script>"),
        ["/foreign-call.js"] = ("text/javascript", "new Image().src = 'http://[::1]:9/count'"),
        ["/lost-image"] = Html("<a href='/sound'>On</a><img alt='A flag' src='/nowhere.png'>"),
        ["/lost-link"] = Html("<a href='/nowhere'>On</a>"),

        ["/bare"] = ("text/html", "<!doctype html><html><head><link rel='stylesheet' href='/sound.css'></head><body><h1>One</h1><h1>Two</h1><p>Words.</p></body></html>"),
        ["/needs-scripts"] = Html("<a href='/sound'>On</a><a class='hidden' href='/sound'>Never</a>", "needs-scripts.js"),
        ["/needs-scripts.js"] = ("text/javascript", "document.querySelector('h1').textContent = 'Filled in'"),
        ["/dead"] = Html("<a href='/sound'>On</a><form><label>At <input name='at'></label><button>Show</button></form><button type='button'>Play</button><input aria-label='Slider' type='range'><div class='hidden'><button type='button'>Menu</button></div>"),
        ["/empty-main"] = ("text/html", "<!doctype html><html lang='en'><head><title>T</title><link rel='stylesheet' href='/sound.css'></head><body><h1>One</h1><main></main></body></html>"),
    };

    private readonly WebApplication app = Build();

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await app.StartAsync(TestContext.Current.CancellationToken);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(AnswerAsync);
        return app;
    }

    private static Task AnswerAsync(HttpContext call)
    {
        var isThere = Answers.TryGetValue(call.Request.Path, out var answer);
        call.Response.StatusCode = isThere ? 200 : 404;
        call.Response.ContentType = isThere ? answer.Type : "text/plain";
        call.Response.Headers.ContentSecurityPolicy = Policy;
        return call.Response.WriteAsync(isThere ? answer.Text : "no such page");
    }

    private static (string Type, string Text) Html(string main, string? script = null)
        => ("text/html", $"<!doctype html><html lang='en'><head><meta charset='utf-8'><meta name='viewport' content='width=device-width'><title>A page</title><link rel='stylesheet' href='/sound.css'></head>"
            + $"<body><main><h1>{(script is null ? "A page" : "")}</h1>{main}</main>{(script is null ? "" : $"<script src='/{script}'></script>")}</body></html>");
}
