using System.Diagnostics;

namespace Detente.Record.Tests.Interop;

/// <summary>The program under bench/peers/go, built once for the tests that call it.</summary>
public sealed class GoPeer : IDisposable
{
    private const string Library = "/usr/share/gocode/src/golang.org/x/mod/sumdb";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("detente-peer-");
    private readonly Lazy<string> executable;

    public GoPeer() => executable = new Lazy<string>(Build);

    /// <summary>Skips the test where the program cannot be built.</summary>
    public static void SkipUnlessInstalled()
    {
        var go = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, "go")));
        Assert.SkipUnless(go, "go is not installed (Debian: golang-go)");
        Assert.SkipUnless(Directory.Exists(Library), "golang.org/x/mod is not installed (Debian: golang-golang-x-mod-dev)");
    }

    /// <summary>Calls it, which must go well.</summary>
    /// <returns>What it writes, line by line.</returns>
    public string[] Run(string input, params string[] arguments)
    {
        var (exitCode, output, errors) = Call(executable.Value, input, arguments);
        Assert.True(exitCode == 0, $"peer {arguments[0]} ended with {exitCode}: {errors}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Calls it, which must not go well.</summary>
    /// <returns>What it says of that.</returns>
    public string Refuses(params string[] arguments)
    {
        var (exitCode, _, errors) = Call(executable.Value, "", arguments);
        Assert.Equal(1, exitCode);
        return errors;
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Build()
    {
        var built = Path.Combine(folder.FullName, "peer");
        var (exitCode, _, errors) = Call(Path.Combine(Tree.Root, "bench", "peers", "go", "build"), "", [built]);
        Assert.True(exitCode == 0, $"The Go program does not build: {errors}");
        return built;
    }

    private static (int ExitCode, string Output, string Errors) Call(string program, string input, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        // All three at once: whoever waits for the other to read would wait for ever.
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read all; its exit code says why.
        }

        process.WaitForExit();
        return (process.ExitCode, output.Result, errors.Result);
    }
}
