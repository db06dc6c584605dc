using System.CommandLine;
using Detente.Agreement.Canonical;
using Detente.Agreement.Check;
using Detente.Answers;
using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Diagnostics;
using Detente.Node.Cases;

namespace Detente.Cli.Commands;

/// <summary><c>detente check FILE…</c>.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var paths = new Argument<string[]>("FILE") { Description = "agreements (.md, or canonical .json), case folders, case.yaml files", Arity = ArgumentArity.OneOrMore };
        var format = CaseOptions.Format();
        var command = new Command("check", "Reports everything wrong or open to two readings, with the place and the ways out. Ends with 0 where nothing is wrong, else with 2.") { paths, format };
        command.SetAction(call => Run(terminal, call.GetRequiredValue(paths), call.GetValue(format) == "json"));
        return command;
    }

    private static int Run(Terminal terminal, IReadOnlyList<string> paths, bool asJson)
    {
        var found = new List<(Diagnostic Diagnostic, SourceText Source)>();
        foreach (var path in paths)
        {
            var (diagnostics, sources) = Check(path);
            found.AddRange(diagnostics.Select(diagnostic => (diagnostic, sources.First(source => source.File == diagnostic.File))));
        }

        // An agreement that is named, and that a case names too, says what is wrong once.
        found = [.. found.DistinctBy(item => (item.Diagnostic.File, item.Diagnostic.Code, item.Diagnostic.Span, item.Diagnostic.Message))];
        var errors = found.Count(item => item.Diagnostic.Severity == Severity.Error);
        terminal.Out.Write(asJson
            ? Json.Text(json => DiagnosticsJson.Write(json, paths, found))
            : string.Concat(found.Select(item => DiagnosticPrinter.Print(item.Diagnostic, item.Source) + "\n")) + Counted(paths.Count, errors, found.Count - errors));
        return errors == 0 ? ExitCode.Kept : ExitCode.BadInput;
    }

    private static (IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<SourceText> Sources) Check(string path)
    {
        if (Directory.Exists(path))
        {
            return OfCase(path);
        }

        switch (Path.GetExtension(path))
        {
            case ".md":
                var text = Files.Text(path);
                return (AgreementChecker.Read(text).Diagnostics, [text]);
            case ".json":
                var bytes = Files.Bytes(path);
                var (instrument, found) = CanonicalJson.Read(bytes, path);
                IReadOnlyList<Diagnostic> meant = instrument is null ? [] : AgreementChecker.Check(instrument, path);
                return ([.. found, .. meant], [new SourceText(path, System.Text.Encoding.UTF8.GetString(bytes))]);
            case ".yaml" or ".yml" when !File.Exists(path) || Path.GetFileName(path) != "statements.yaml":
                return OfCase(path);
            case ".yaml" or ".yml":
                throw new RefusedException($"{path} is part of a case: check its folder, {Path.GetDirectoryName(Path.GetFullPath(path))}");
            default:
                return File.Exists(path)
                    ? throw new RefusedException($"{path} is neither an agreement (.md, .json) nor a case (a folder with a case.yaml, or that file)")
                    : throw new RefusedException($"there is no file or folder {path}{Files.Neighbour(path)}");
        }
    }

    private static (IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<SourceText> Sources) OfCase(string path)
    {
        var folder = CaseFolder.Read(path);
        return (folder.Diagnostics, folder.Sources);
    }

    private static string Counted(int files, int errors, int warnings)
    {
        var inFiles = files == 1 ? "" : $" in {files} files";
        return (errors, warnings) switch
        {
            (0, 0) => $"nothing wrong{inFiles}\n",
            (0, _) => $"{Count(warnings, "warning")}{inFiles}\n",
            (_, 0) => $"{Count(errors, "error")}{inFiles}\n",
            _ => $"{Count(errors, "error")}, {Count(warnings, "warning")}{inFiles}\n",
        };
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
