using Detente.Browser.Tests.Harness;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Detente.Browser.Tests.Harness;

/// <summary>The one browser of a run of tests. It begins when the first test asks for it; each visit has cookies and a cache of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-dev-shm-usage", "--enable-unsafe-swiftshader", "--use-angle=swiftshader",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    ];

    // Far more than any page takes; a machine may have other things to do.
    private const float PatienceMs = 120_000;

    private readonly SemaphoreSlim gate = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Opens a context. Skips the test where no browser is installed.</summary>
    public async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options)
    {
        var path = Needs.Chromium();
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        await gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            playwright ??= await Playwright.CreateAsync();
            browser ??= await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
        }
        finally
        {
            gate.Release();
        }

        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(PatienceMs);
        context.SetDefaultNavigationTimeout(PatienceMs);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
        gate.Dispose();
    }
}
