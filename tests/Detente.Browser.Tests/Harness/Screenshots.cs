namespace Detente.Browser.Tests.Harness;

/// <summary>Pictures of whole pages under <c>.build/screenshots</c>, taken when the variable <c>DETENTE_SCREENSHOTS</c> is set.</summary>
internal static class Screenshots
{
    // Beyond this the browser paints the first part once more.
    private const int MostHeight = 8000;

    private static readonly bool AreTaken = Environment.GetEnvironmentVariable("DETENTE_SCREENSHOTS") is { Length: > 0 };

    /// <summary>Takes one, named by the address and the look.</summary>
    public static async Task TakeAsync(IPage page, string path, Look look)
    {
        if (AreTaken)
        {
            var height = Math.Min(MostHeight, await page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
            await page.ScreenshotAsync(new()
            {
                Path = Path.Combine(Tree.Root, ".build/screenshots", $"{Name(path)}.{look}.png"),
                FullPage = true,
                Clip = new() { X = 0, Y = 0, Width = look.Width, Height = height },
            });
        }
    }

    private static string Name(string path)
        => path.Trim('/') is { Length: > 0 } inner ? string.Concat(inner.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '_')) : "start";
}
