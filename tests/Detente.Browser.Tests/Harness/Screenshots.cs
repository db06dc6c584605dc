namespace Detente.Browser.Tests.Harness;

/// <summary>Pictures of whole pages under <c>.build/screenshots</c>, taken when the variable <c>DETENTE_SCREENSHOTS</c> is set.</summary>
internal static class Screenshots
{
    private static readonly bool AreTaken = Environment.GetEnvironmentVariable("DETENTE_SCREENSHOTS") is { Length: > 0 };

    /// <summary>Takes one, named by the address and the look.</summary>
    public static async Task TakeAsync(IPage page, string path, Look look)
    {
        if (AreTaken)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(Tree.Root, ".build/screenshots", $"{Name(path)}.{look}.png"), FullPage = true });
        }
    }

    private static string Name(string path)
        => path.Trim('/') is { Length: > 0 } inner ? string.Concat(inner.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '_')) : "start";
}
