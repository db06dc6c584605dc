using System.Globalization;
using System.Text;

namespace Detente.Cli;

/// <summary>Where output goes, how wide it is, and whether colour means anything there.</summary>
/// <param name="Out">What was asked for. UTF-8, lines end with a line feed on every system.</param>
/// <param name="Error">What is said about the call.</param>
/// <param name="Width">Columns of a line.</param>
/// <param name="Colour">Whether escape sequences are understood and wanted on <paramref name="Out"/>.</param>
/// <param name="ErrorIsTerminal">Whether somebody watches <paramref name="Error"/>: only then is progress shown.</param>
/// <param name="Now">The clock, in ticks. Only a live record is ever judged at it.</param>
/// <param name="Called">What the user typed to get here: commands that are suggested begin with it, so that they can be pasted.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, int Width, bool Colour, bool ErrorIsTerminal, Func<long> Now, string Called = "detente")
{
    /// <summary>What is given to the call, where it reads that. The caller disposes of it.</summary>
    public Func<Stream> In { get; init; } = () => Stream.Null;

    /// <summary>The width in a pipe, so that what is piped does not depend on a window.</summary>
    public const int PipeWidth = 120;

    private const int Narrowest = 60;
    private const int Widest = 180;

    /// <summary>The terminal of the running process.</summary>
    public static Terminal OfProcess()
    {
        var isTerminal = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");
        var colour = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Terminal(
            Writer(Console.OpenStandardOutput(), autoFlush: false),
            Writer(Console.OpenStandardError(), autoFlush: true),
            Math.Clamp(ColumnsAsked() ?? (isTerminal ? WindowWidth() : PipeWidth), Narrowest, Widest),
            colour,
            !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb"),
            () => NodaTime.SystemClock.Instance.GetCurrentInstant().ToUnixTimeTicks(),
            Environment.GetEnvironmentVariable("DETENTE_CALLED") is { Length: > 0 } called && called.Contains('/', StringComparison.Ordinal) ? called : "detente")
        {
            In = Console.OpenStandardInput,
        };
    }

    private static StreamWriter Writer(Stream stream, bool autoFlush) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 14) { AutoFlush = autoFlush, NewLine = "\n" };

    private static int? ColumnsAsked() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0 ? columns : null;

    // A terminal that does not tell its width says 0.
    private static int WindowWidth() => Console.WindowWidth is > 0 and var width ? width : PipeWidth;
}
