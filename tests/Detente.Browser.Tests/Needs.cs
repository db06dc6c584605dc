namespace Detente.Browser.Tests;

/// <summary>What a test needs beside .NET. Without it the test skips itself, and says why.</summary>
internal static class Needs
{
    /// <summary>A browser, on the path or where Debian puts it.</summary>
    /// <returns>Its path.</returns>
    public static string Chromium()
    {
        var path = OnPath("chromium") ?? OnPath("chromium-browser");
        Assert.SkipUnless(path is not null, "chromium is not installed");
        return path!;
    }

    /// <summary>The rules of axe-core, which <c>./test</c> fetches.</summary>
    /// <returns>The script that holds them.</returns>
    public static string Axe()
    {
        var path = Path.Combine(Tree.Root, ".build/npm/node_modules/axe-core/axe.min.js");
        Assert.SkipUnless(File.Exists(path), "axe-core is not fetched: ./test does, with npm");
        return path;
    }

    private static string? OnPath(string name)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
