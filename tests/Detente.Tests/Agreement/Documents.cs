using Detente.Diagnostics;
using Detente.Tests.House;

namespace Detente.Tests.Agreement;

/// <summary>The documents under tests and agreements.</summary>
internal static class Documents
{
    public static IReadOnlyList<string> Good => [.. In("tests/Detente.Tests/agreements/good"), .. In("agreements")];

    public static IReadOnlyList<string> Bad => In("tests/Detente.Tests/agreements/bad");

    public static SourceText Load(string path) => new(Path.GetFileName(path), File.ReadAllText(Path.Combine(Tree.Root, path)));

    private static string[] In(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Tree.Root, folder), "*.md", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "README.md")
            .Select(file => Path.GetRelativePath(Tree.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
}
