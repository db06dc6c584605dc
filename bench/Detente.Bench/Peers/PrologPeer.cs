using System.Diagnostics;
using System.Globalization;
using Detente.Bench.Record;

namespace Detente.Bench.Peers;

/// <summary>SWI-Prolog as a program of its own; it times itself, so that starting it and writing its facts cost it nothing.</summary>
internal static class PrologPeer
{
    private const string Program = "swipl";

    /// <summary>Loads and judges, or <c>null</c> and a line that says why not.</summary>
    public static PeerResult? Judge(Fact[] facts, int lastSecond)
    {
        if (Version() is not { } version)
        {
            Console.WriteLine($"SWI-Prolog is skipped: {Program} is not installed (Debian: swi-prolog-nox)");
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("detente-bench-");
        try
        {
            var file = Path.Combine(folder.FullName, "facts.pl");
            PrologFacts.Write(file, facts);
            var second = lastSecond.ToString(CultureInfo.InvariantCulture);
            return Read(version, Run("-O", PeerFiles.PathOf("prolog/judge.pl"), "--", file, second));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? Version()
    {
        try
        {
            return Run("--version").Split(' ').ElementAtOrDefault(2)?.Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{Program} ended with {process.ExitCode}: {output}");
    }

    private static PeerResult Read(string version, string output)
    {
        var (load, judge, counts) = (TimeSpan.Zero, TimeSpan.Zero, new Counts());
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            var number = long.Parse(words[^1], CultureInfo.InvariantCulture);
            switch (words[0])
            {
                case "load": load = TimeSpan.FromMilliseconds(number); break;
                case "judge": judge = TimeSpan.FromMilliseconds(number); break;
                default: counts.Add(string.Join(' ', words[1..4]), number); break;
            }
        }

        return new PeerResult($"SWI-Prolog {version}", load, judge, counts);
    }
}
