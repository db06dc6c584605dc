using Detente.Assessment;
using Detente.Cli.Output;
using Detente.Statements;
using Detente.Time;
using Spectre.Console;

namespace Detente.Cli.Screens;

/// <summary>How things look on every screen. A verdict is told by its word and its shape; colour only repeats it.</summary>
internal static class Look
{
    /// <summary>Put after what rests on something recalled and not read.</summary>
    public const string RecalledMark = "ʳ";

    /// <summary>Titles and names.</summary>
    public static readonly Style Strong = new(decoration: Decoration.Bold);

    /// <summary>What is there to be looked up.</summary>
    public static readonly Style Quiet = new(foreground: Color.Grey);

    /// <summary>Headings of groups.</summary>
    public static readonly Style Heading = new(decoration: Decoration.Bold | Decoration.Underline);

    /// <summary>A shape for each verdict, one column wide.</summary>
    public static string Shape(Verdict verdict) => verdict switch
    {
        Verdict.NotKept => "✕",
        Verdict.Disputed => "◐",
        Verdict.Undetermined => "?",
        Verdict.Pending => "◔",
        Verdict.Kept => "●",
        _ => "○",
    };

    /// <summary>A colour for each verdict.</summary>
    public static Style Colour(Verdict verdict) => verdict switch
    {
        Verdict.NotKept => new Style(Color.Red, decoration: Decoration.Bold),
        Verdict.Disputed => new Style(Color.Fuchsia, decoration: Decoration.Bold),
        Verdict.Undetermined => new Style(Color.Olive),
        Verdict.Pending => new Style(Color.Teal),
        Verdict.Kept => new Style(Color.Green),
        _ => Quiet,
    };

    /// <summary>Shape, word, and the mark of what is recalled.</summary>
    public static Flow Bearing(this Flow flow, Verdict verdict, Grade? grade = null, bool late = false) => flow
        .Whole($"{Shape(verdict)} {Names.Of(verdict)}{(late ? " late" : "")}{(grade == Grade.Recalled ? RecalledMark : "")}", Colour(verdict));

    /// <summary>A day, or an instant without seconds where it has none: as <c>--at</c> takes it.</summary>
    public static string Time(long tick)
    {
        var printed = Days.PrintTick(tick);
        return printed.EndsWith(":00Z", StringComparison.Ordinal) ? printed[..^4] + "Z" : printed;
    }

    /// <summary>A word of a command that is suggested, as a shell takes it.</summary>
    public static string Quoted(string word) => word.Contains(' ', StringComparison.Ordinal) ? $"'{word}'" : word;

    /// <summary>The time from one instant to a later one, in days, or in hours when it is less than two days.</summary>
    public static string Left(long at, long due) => ((due - at) / Days.TicksPerDay) switch
    {
        >= 2 and var days => $"{days} days left",
        _ => $"{(due - at) / (Days.TicksPerDay / 24)} hours left",
    };

    /// <summary>A state other than in force, and since when: <c>suspended since 2019-03-04 by SU-0107</c>.</summary>
    public static string State(Binding binds) => binds switch
    {
        { State: BindingState.InForce } => "in force",
        { State: BindingState.NotYet } => "does not bind yet",
        { State: BindingState.Ended, Since: { } end } => $"ended {Time(end)}{By(binds)}",
        { Since: { } since } => $"{Names.Of(binds.State)} since {Time(since)}{By(binds)}",
        _ => Names.Of(binds.State) + By(binds),
    };

    private static string By(Binding binds) => binds.By is null ? "" : $" by {binds.By}";
}
