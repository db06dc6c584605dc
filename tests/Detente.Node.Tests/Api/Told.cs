using Detente.Cli;
using Detente.Tests.Cli;

namespace Detente.Node.Tests.Api;

/// <summary>What else the program says, to compare answers with.</summary>
internal static class Told
{
    /// <summary>What the command line prints about a case of the tree.</summary>
    public static string ByCommand(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.RunToEnd([.. args, "--format", "json"], new Terminal(output, error, Terminal.PipeWidth, Colour: false, ErrorIsTerminal: false, () => 0));
        Assert.True(code is 0 or 1, error.ToString());
        return output.ToString();
    }

    /// <summary>Where a document differs from a published schema; none when it is valid.</summary>
    public static IReadOnlyList<string> Faults(string schema, string document) => JsonSchema.Faults(Schema($"{schema}.schema.json"), document, Schema);

    private static string Schema(string file) => File.ReadAllText(Path.Combine(Tree.Root, "docs", "schema", file));
}
