using System.CommandLine;
using System.Text;
using System.Text.RegularExpressions;
using Detente.Cli.Output;
using Detente.Node.Cases;

namespace Detente.Cli.Commands;

/// <summary><c>detente new NAME</c>.</summary>
internal static partial class NewCommand
{
    /// <summary>The files, each a template of the same name. NAME in them is the new one.</summary>
    internal static readonly IReadOnlyList<string> Files = ["agreement.md", "case.yaml", "statements.yaml"];

    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "a new folder; its last part, in a to z, 0 to 9 and '-', names the agreement" };
        var command = new Command("new", "Makes a folder with a small agreement and a case, both commented, that pass check. It writes over nothing.") { name };
        command.SetAction(call => Run(terminal, call.GetRequiredValue(name)));
        return command;
    }

    private static int Run(Terminal terminal, string path)
    {
        var folder = path.TrimEnd('/', Path.DirectorySeparatorChar);
        var name = Path.GetFileName(folder);
        if (!Name().IsMatch(name))
        {
            throw new RefusedException($"'{name}' names no agreement: use a to z, 0 to 9 and '-', beginning with a letter, such as moratorium-2021");
        }

        if (Path.Exists(folder))
        {
            throw new RefusedException($"{folder} is there already, and nothing is written over");
        }

        try
        {
            Directory.CreateDirectory(folder);
            foreach (var file in Files)
            {
                File.WriteAllText(Path.Combine(folder, file), Embedded.Text($"Templates/{file}").Replace("NAME", name, StringComparison.Ordinal), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{folder} cannot be written: {fault.Message}");
        }

        terminal.Out.Write(
            $"""
            {folder}/agreement.md     the agreement: prose for people, blocks for the machine
            {folder}/case.yaml        who speaks, and what the record covers
            {folder}/statements.yaml  what they say

            Try   {terminal.Called} assess {folder}
            After a change   {terminal.Called} check {folder}

            """);
        return ExitCode.Kept;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex Name();
}
