using System.CommandLine;
using Detente.Answers;
using Detente.Cli.Output;
using Detente.Diagnostics;

namespace Detente.Cli.Commands;

/// <summary><c>detente schema NAME</c>.</summary>
internal static class SchemaCommand
{
    /// <summary>The outputs that have a schema: of assess, explain, timeline and diff, backtest, compare, reach, check, keys, record fsck, record verify.</summary>
    internal static readonly IReadOnlyList<string> Names = ["assessment", "explanation", "changes", "backtest", "comparison", "reach", "diagnostics", "key", "fsck", "proof"];

    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "assessment (assess), explanation (explain), changes (timeline, diff), backtest, comparison (compare), reach, diagnostics (check), key (keys), fsck (record fsck) or proof (record verify)" };
        var command = new Command("schema", "Prints the JSON Schema of what --format json prints.") { name };
        command.SetAction(call => Run(terminal, call.GetRequiredValue(name)));
        return command;
    }

    private static int Run(Terminal terminal, string name)
    {
        if (!Names.Contains(name))
        {
            throw new RefusedException($"there is no schema '{name}'{Meant.Or(name, Names, $"; there are {string.Join(", ", Names)}")}");
        }

        terminal.Out.Write(Embedded.Text($"Output/Schema/{name}.schema.json"));
        return ExitCode.Kept;
    }
}
