using System.Diagnostics;
using Detente.Cli;

namespace Detente.Tests.Cli;

/// <summary>Calls of the command line, inside the test or as a process of its own.</summary>
internal static class Shell
{
    /// <summary>What a call came to.</summary>
    public readonly record struct Result(int Code, string Out, string Error);

    /// <summary>Runs it here.</summary>
    public static Result Run(params string[] args) => RunAt(Terminal.PipeWidth, args);

    /// <summary>Runs it here, with something piped in.</summary>
    public static Result RunWith(byte[] input, params string[] args) => RunAt(Terminal.PipeWidth, args, input);

    /// <summary>Runs it here, on lines of this width.</summary>
    public static Result RunAt(int width, string[] args, byte[]? input = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.RunToEnd(args, new Terminal(output, error, width, Colour: false, ErrorIsTerminal: false, () => Sample.At2019) { In = () => new MemoryStream(input ?? []) });
        return new Result(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs it as a process, in a pipe, in a folder, through <c>sh</c>: <c>$DETENTE</c> stands for the program.</summary>
    public static Result RunProcess(string folder, string script, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("sh", ["-c", script]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DETENTE"] = $"{Environment.ProcessPath switch { { } path when Path.GetFileNameWithoutExtension(path) == "dotnet" => path, _ => "dotnet" }} {House.Tree.Assembly("detente-cli")}";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Result(process.ExitCode, output, error.Result);
    }
}
