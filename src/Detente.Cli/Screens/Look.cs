using Detente.Answers;
using Detente.Assessment;
using Detente.Statements;
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
        .Whole($"{Names.Shape(verdict)} {Names.Of(verdict)}{(late ? " late" : "")}{(grade == Grade.Recalled ? RecalledMark : "")}", Colour(verdict));

    /// <summary>A word of a command that is suggested, as a shell takes it.</summary>
    public static string Quoted(string word) => word.Contains(' ', StringComparison.Ordinal) ? $"'{word}'" : word;
}
