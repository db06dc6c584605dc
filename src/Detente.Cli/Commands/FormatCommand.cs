using System.CommandLine;
using System.Text;
using Detente.Agreement.Check;
using Detente.Agreement.Text;
using Detente.Answers;
using Detente.Cli.Input;
using Detente.Diagnostics;
using Detente.Node.Cases;

namespace Detente.Cli.Commands;

/// <summary><c>detente format FILE…</c>.</summary>
internal static class FormatCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var paths = new Argument<string[]>("FILE") { Description = "agreements (.md)", Arity = ArgumentArity.OneOrMore };
        var check = new Option<bool>("--check") { Description = "print nothing but the names of files that would change; end with 2 if any would" };
        var write = new Option<bool>("--write") { Description = "write the files in place, each at once or not at all" };
        var command = new Command("format", "Lays out the blocks of agreements. Prose is left as it is. An agreement with errors is not touched.") { paths, check, write };
        command.SetAction(call => Run(terminal, call.GetRequiredValue(paths), call.GetValue(check), call.GetValue(write)));
        return command;
    }

    private static int Run(Terminal terminal, IReadOnlyList<string> paths, bool check, bool write)
    {
        if (check && write)
        {
            throw new RefusedException("--check changes nothing and --write does: choose one");
        }

        // All are read before any is written.
        var formatted = paths.Select(path => (Path: path, Source: Files.Text(path))).Select(file => (file.Path, file.Source, Text: Format(file.Source, terminal))).ToList();
        var differing = formatted.Where(file => file.Text != file.Source.Text).ToList();
        if (check || write)
        {
            foreach (var file in differing)
            {
                if (write)
                {
                    Replace(file.Path, file.Text);
                }

                terminal.Out.Write($"{file.Path}\n");
            }
        }
        else
        {
            terminal.Out.Write(string.Concat(formatted.Select(file => file.Text)));
        }

        return check && differing.Count > 0 ? ExitCode.BadInput : ExitCode.Kept;
    }

    private static string Format(SourceText source, Terminal terminal)
    {
        var errors = AgreementChecker.Read(source).Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ToList();
        foreach (var error in errors)
        {
            terminal.Error.Write(DiagnosticPrinter.Print(error, source));
        }

        return errors.Count == 0 ? AgreementFormatter.Format(source) : throw new RefusedException($"{source.File} is not formatted before this is mended");
    }

    // A file beside it takes its place in one step, so that no reader ever meets half of one.
    private static void Replace(string path, string text)
    {
        var target = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        var beside = $"{target}.{Environment.ProcessId}.new";
        try
        {
            File.WriteAllText(beside, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
            }

            File.Move(beside, target, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            File.Delete(beside);
            throw new RefusedException($"{path} cannot be written: {fault.Message}");
        }
    }
}
