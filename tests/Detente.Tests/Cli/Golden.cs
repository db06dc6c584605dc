using Detente.Tests.House;

namespace Detente.Tests.Cli;

/// <summary>Texts that are compared with files. Where DETENTE_WRITE_GOLDEN is set they are written instead, to be looked at and committed.</summary>
internal static class Golden
{
    public static void Matches(string name, string text)
    {
        var path = Path.Combine(Tree.Root, "tests", "Detente.Tests", "Cli", "Golden", name);
        if (Environment.GetEnvironmentVariable("DETENTE_WRITE_GOLDEN") is { Length: > 0 })
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }
}
