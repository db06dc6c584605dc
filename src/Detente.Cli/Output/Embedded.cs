using Detente.Node.Cases;

namespace Detente.Cli.Output;

/// <summary>Files that travel inside the program.</summary>
internal static class Embedded
{
    /// <summary>The text of one, by its path in the project.</summary>
    public static string Text(string path)
    {
        using var stream = typeof(Embedded).Assembly.GetManifestResourceStream(path) ?? throw new InvalidOperationException($"The program was built without {path}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
