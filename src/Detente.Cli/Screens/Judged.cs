using Detente.Answers;
using Detente.Assessment;
using Detente.Cli.Input;
using Detente.Node.Cases;

namespace Detente.Cli.Screens;

/// <summary>An assessment together with the case it is of and the call that asked for it.</summary>
/// <param name="Of">The case.</param>
/// <param name="Assessment">All of it: what is not asked for is left out on the page only.</param>
/// <param name="Selection">What is asked for.</param>
/// <param name="AtCalled">How the instant is called where the call did not name it, such as <c>now</c>; else <c>null</c>.</param>
/// <param name="Times">The options that name the instants, for commands that are suggested; may be empty.</param>
/// <param name="Called">What the user calls the program.</param>
internal sealed record Judged(LoadedCase Of, Assessment.Assessment Assessment, Selection Selection, string? AtCalled = null, string Times = "", string Called = "detente")
{
    /// <summary>The lines asked for.</summary>
    public IReadOnlyList<Line> Lines { get; } = Selection.Lines(Assessment);

    /// <summary>The warnings asked for.</summary>
    public IReadOnlyList<FlightWarning> Warnings { get; } = [.. Assessment.Warnings.Where(warning => Selection.Holds(warning.Clause, warning.Party))];

    /// <summary><c>judged at 2019-08-02, as known then</c>.</summary>
    public string Instants => $"judged at {FindingWords.Time(Assessment.At)}{(AtCalled is null ? "" : $" ({AtCalled})")}, as known "
        + (Assessment.Known == Assessment.At ? "then" : $"at {FindingWords.Time(Assessment.Known)}");

    /// <summary>The binding that most lines share, which a page says once and not on each line.</summary>
    public UsualBinding Usual { get; } = new(Selection.Lines(Assessment));
}
