using System.Diagnostics;
using Detente.Browser.Tests.Harness;

[assembly: AssemblyFixture(typeof(Board))]

namespace Detente.Browser.Tests.Harness;

/// <summary>
/// The program itself, as <c>detente open FOLDER</c> starts it: one process for a run of tests, entered once with the address it prints. It shows the bundled
/// cases, <c>broken</c>, which cannot be judged, and <c>hostile</c>, which tries to be more than text.
/// </summary>
public sealed class Board : IAsyncLifetime
{
    private const int LookAgainMs = 200;

    private readonly string folder = Directory.CreateTempSubdirectory("detente-").FullName;
    private Process? process;
    private Task<string>? errors;
    private Cookie cookie = null!;

    /// <summary>Where it listens, without the token.</summary>
    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Break();
        var dotnet = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "detente-cli.dll"), "open", Path.Combine(Tree.Root, "cases"), Path.Combine(Tree.Root, "tests/Detente.Browser.Tests/Hostile"), folder, "--no-browser", "--port", "0"];
        process = Process.Start(new ProcessStartInfo(dotnet, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        errors = process.StandardError.ReadToEndAsync();
        var printed = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The board did not open: {await errors}");
        Address = new Uri(new Uri(printed), "/");
        cookie = await EnterAsync(printed);
    }

    /// <summary>Opens an empty page of a reader who was let in.</summary>
    internal Task<Visit> VisitAsync(Browser browser, Look look, bool scripts = true) => Visit.BeginAsync(browser, Address, look, scripts, cookie);

    /// <summary>A client of a reader who was let in.</summary>
    internal HttpClient Client()
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Cookie", $"{cookie.Name}={cookie.Value}");
        return client;
    }

    /// <summary>Waits until a page is whole. A timeline is worked out when somebody first asks for it; until then its page says how far that is.</summary>
    internal async Task ReadyAsync(string path)
    {
        using var client = Client();
        while ((await client.GetStringAsync(path, TestContext.Current.CancellationToken)).Contains("data-again", StringComparison.Ordinal))
        {
            await Task.Delay(LookAgainMs, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        process?.Kill();
        await (process?.WaitForExitAsync() ?? Task.CompletedTask);
        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void Break()
    {
        var broken = Directory.CreateDirectory(Path.Combine(folder, "broken")).FullName;
        File.WriteAllText(Path.Combine(broken, "case.yaml"), $"case: broken\ntitle: A case with faults\nagreement: {Path.Combine(Tree.Root, "agreements/minimal/answer.md")}\nrecord: live\nstatements: [statements.yaml]\n");
        File.WriteAllText(Path.Combine(broken, "statements.yaml"), "- id: A-0001\n  made: 2030-03-01T09:00Z\n  asks: { name: late, to: [Z], for: clarification }\n- id: A-0001\n  made: 2030-13-01\n  shouts: loudly\n");
    }

    private async Task<Cookie> EnterAsync(string printed)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        using var entered = await client.GetAsync(printed);
        var pair = entered.Headers.GetValues("Set-Cookie").Single().Split(';')[0].Split('=');
        return new Cookie { Name = pair[0], Value = pair[1], Url = Address.AbsoluteUri, HttpOnly = true, SameSite = SameSiteAttribute.Strict };
    }
}
