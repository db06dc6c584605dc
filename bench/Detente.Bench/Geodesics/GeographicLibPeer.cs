using System.Diagnostics;
using System.Globalization;

namespace Detente.Bench.Geodesics;

/// <summary>The program under bench/peers/geographiclib, where it has been built. It makes the same points, and times itself.</summary>
internal sealed class GeographicLibPeer(string? executable)
{
    /// <summary>Processor seconds and the sum of what it computed; null without the program.</summary>
    public (double Seconds, double Sum)? Run(string item, int count)
    {
        if (executable is null)
        {
            return null;
        }

        using var process = Process.Start(new ProcessStartInfo(executable, [item, count.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        var words = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        return process.ExitCode == 0
            ? (double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"{executable} ended with {process.ExitCode} at {item}.");
    }
}
