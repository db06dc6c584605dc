using Detente.Diagnostics;
using Detente.Node.Cases;

namespace Detente.Cli.Input;

/// <summary>A case that a call judges: its errors go to the error stream, and refuse the call.</summary>
internal static class CaseToJudge
{
    private const int ErrorsShown = 3;

    /// <summary>The case, when it can be judged.</summary>
    public static LoadedCase Read(string path, Terminal terminal)
    {
        var folder = CaseFolder.Read(path);
        return folder.Loaded ?? throw Refusal(path, folder.Diagnostics, folder.Sources, terminal);
    }

    /// <summary>Says the first errors on the error stream; what is returned refuses the call.</summary>
    public static RefusedException Refusal(string path, IReadOnlyList<Diagnostic> found, IReadOnlyList<SourceText> sources, Terminal terminal)
    {
        var errors = found.Where(diagnostic => diagnostic.Severity == Severity.Error).ToList();
        foreach (var error in errors.Take(ErrorsShown))
        {
            terminal.Error.Write(DiagnosticPrinter.Print(error, sources.First(source => source.File == error.File)) + "\n");
        }

        return new RefusedException(errors.Count <= ErrorsShown
            ? $"{path} cannot be judged before this is mended"
            : $"{path} cannot be judged before this is mended; detente check {path} shows all {errors.Count} errors");
    }
}
