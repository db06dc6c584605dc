using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Detente.Board.Bench;

/// <summary>What wrk measured.</summary>
/// <param name="PerSecond">Requests answered a second.</param>
/// <param name="P50">The latency half of them did not exceed, in milliseconds.</param>
/// <param name="P99">The same for 99 of 100.</param>
/// <param name="Failures">Answers other than 2xx and 3xx, and connections that broke.</param>
internal sealed record Load(double PerSecond, double P50, double P99, string? Failures);

/// <summary>Load from a second process on the same machine (Debian: wrk).</summary>
internal static partial class Wrk
{
    /// <summary>Asks for one address for some seconds; <c>null</c> where wrk is not installed.</summary>
    public static Load? Ask(Uri address, string? cookie, int seconds, int connections)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true };
        foreach (var argument in new[] { "-t1", $"-c{connections}", $"-d{seconds}s", "--latency", address.AbsoluteUri })
        {
            start.ArgumentList.Add(argument);
        }

        if (cookie is not null)
        {
            start.ArgumentList.Add("-H");
            start.ArgumentList.Add($"Cookie: {cookie}");
        }

        try
        {
            using var wrk = Process.Start(start)!;
            var said = wrk.StandardOutput.ReadToEnd();
            wrk.WaitForExit();
            return new Load(
                Number(PerSecond().Match(said)),
                Milliseconds(Half().Match(said)),
                Milliseconds(NinetyNine().Match(said)),
                Failures().Match(said) is { Success: true } failures ? failures.Value.Trim() : null);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static double Number(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    private static double Milliseconds(Match match) => Number(match) * match.Groups[2].Value switch
    {
        "us" => 0.001,
        "ms" => 1,
        "s" => 1000,
        var unit => throw new InvalidOperationException($"wrk speaks of {unit}."),
    };

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"50%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Half();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex NinetyNine();

    [GeneratedRegex(@"(Non-2xx or 3xx responses: \d+|Socket errors: .*)")]
    private static partial Regex Failures();
}
