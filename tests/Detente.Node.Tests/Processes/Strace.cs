using System.Globalization;
using System.Text.RegularExpressions;

namespace Detente.Node.Tests.Processes;

/// <summary>A call that a process made of the system, about a file below some folder.</summary>
/// <param name="Name">The call, such as <c>pwrite64</c>.</param>
/// <param name="Number">The how-manieth of that name the thread made, from 1.</param>
/// <param name="File">The file, from that folder, with every run of digits written #.</param>
/// <param name="How">What else tells it from others of that name: how a file is opened or locked.</param>
internal readonly record struct FileCall(string Name, int Number, string File, string How)
{
    /// <summary>The call without its number.</summary>
    public (string Name, string File, string How) Kind => (Name, File, How);
}

/// <summary>Runs a program under <c>strace</c>, which tells what its first thread asked of the system, and can let one call of it fail.</summary>
internal static partial class Strace
{
    /// <summary>The calls that are watched: all that the program makes about files, but for those that only ask whether there is one.</summary>
    public static readonly IReadOnlyList<string> Names =
        ["openat", "flock", "pread64", "pwrite64", "write", "fdatasync", "fsync", "rename", "renameat2", "mkdir", "unlink", "rmdir", "ftruncate"];

    /// <summary>Why it cannot be used here; <c>null</c> where it can.</summary>
    public static string? Missing { get; } = Try();

    /// <summary>What to put before a command, so that its calls are written to a file.</summary>
    public static string[] Behind(string trace) => ["strace", "-y", "-o", trace, "-e", $"trace={string.Join(',', Names)}"];

    /// <summary>The same, and one call fails without being made.</summary>
    public static string[] Failing(string trace, FileCall call, string error) => [.. Behind(trace), "-e", $"inject={call.Name}:error={error}:when={call.Number}"];

    /// <summary>The calls about files below a folder, in order.</summary>
    public static List<FileCall> Calls(string trace, string folder) => [.. Lines(trace, folder).Select(line => line.Call).Where(call => call.File.Length > 0)];

    /// <summary>The call that was made to fail; <c>null</c> where none was.</summary>
    public static FileCall? Injected(string trace, string folder)
        => Lines(trace, folder).Where(line => line.Text.EndsWith("(INJECTED)", StringComparison.Ordinal)).Select(line => (FileCall?)line.Call).FirstOrDefault();

    private static IEnumerable<(string Text, FileCall Call)> Lines(string trace, string folder)
    {
        var counts = new Dictionary<string, int>();
        foreach (var text in File.ReadLines(trace))
        {
            var match = Shape().Match(text);
            if (!match.Success)
            {
                continue;
            }

            var name = match.Groups["name"].Value;
            counts[name] = counts.GetValueOrDefault(name) + 1;
            var path = name == "openat" ? match.Groups["text"].Value : match.Groups["file"].Value is { Length: > 0 } file ? file : match.Groups["text"].Value;
            var below = path.StartsWith(folder + "/", StringComparison.Ordinal) ? Hash().Replace(path[(folder.Length + 1)..], "#") : "";
            yield return (text, new FileCall(name, counts[name], below, string.Join('|', Flag().Matches(text).Select(flag => flag.Value))));
        }
    }

    private static string? Try()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "strace is a tool of Linux";
        }

        try
        {
            using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("strace", ["-o", "/dev/null", "-e", "inject=fsync:error=EIO:when=1", "true"]) { RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : $"strace cannot trace here: {error.Split('\n')[0]}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "strace is not installed";
        }
    }

    /// <summary>name(descriptor&lt;file&gt;, "text"…</summary>
    [GeneratedRegex("""^(?<name>\w+)\((?:(?:\d+|AT_FDCWD)<(?<file>[^>]*)>(?:, )?)?(?:"(?<text>[^"]*)")?""", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    /// <summary>What differs between runs: a hash in a working name, the number of a segment.</summary>
    [GeneratedRegex(@"(?<=\.)[0-9a-f]{16}(?=\.new)|[0-9]{20}", RegexOptions.CultureInvariant)]
    private static partial Regex Hash();

    [GeneratedRegex(@"\b(O_CREAT|O_RDONLY|LOCK_EX|LOCK_SH|LOCK_UN)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Flag();
}
