namespace Detente.Record.Tests;

/// <summary>Where the tests stand: the working tree they were built from.</summary>
internal static class Tree
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file of published test data: of this source, with this name in its <c>data</c> folder.</summary>
    public static string Vector(string source, string name) => Path.Combine(Root, "tests", "Detente.Record.Tests", "Vectors", source, "data", name);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Detente.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside a working tree: no folder above them holds Detente.slnx.");
    }
}
