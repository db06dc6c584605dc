using System.Diagnostics;

namespace Detente.Node.Tests;

/// <summary>Calls of other programs.</summary>
internal static class Tool
{
    /// <summary>Runs a program in a folder and gives what it printed. That it ends well is part of the test.</summary>
    public static byte[] Run(string folder, string name, params string[] args) => Run(folder, [], name, args);

    /// <summary>The same, with variables set.</summary>
    public static byte[] Run(string folder, (string Name, string Value)[] variables, string name, params string[] args)
    {
        var start = new ProcessStartInfo(name, args) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (variable, value) in variables)
        {
            start.Environment[variable] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{name} {string.Join(' ', args)} ends with {process.ExitCode}: {error.Result}");
        return output.ToArray();
    }
}
