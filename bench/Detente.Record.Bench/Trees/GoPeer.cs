using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Detente.Record.Bench.Trees;

/// <summary>The program under bench/peers/go, where it has been built.</summary>
internal sealed class GoPeer(string? executable)
{
    /// <summary>Runs one item of it. It measures itself, by getrusage.</summary>
    public Func<long, Measured?> Item(string name) => count =>
    {
        if (executable is null)
        {
            return null;
        }

        var start = new ProcessStartInfo(executable, ["bench", name, count.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        start.Environment["GOMAXPROCS"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The Go peer ended with {process.ExitCode} at {name}.");
        }

        using var answer = JsonDocument.Parse(output);
        return new Measured(answer.RootElement.GetProperty("cpuSeconds").GetDouble(), answer.RootElement.GetProperty("check").GetString()!);
    };
}
