using Detente.Assessment;
using Detente.Cli.Input;

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
    public string Instants => $"judged at {Look.Time(Assessment.At)}{(AtCalled is null ? "" : $" ({AtCalled})")}, as known "
        + (Assessment.Known == Assessment.At ? "then" : $"at {Look.Time(Assessment.Known)}");

    /// <summary>The binding that most lines share, which a page says once and not on each line.</summary>
    public Binding? Usual { get; } = Most(Selection.Lines(Assessment));

    /// <summary>Where parties are bound differently, the binding that most lines of each share, by party.</summary>
    public IReadOnlyDictionary<string, Binding> UsualOf { get; } = Selection.Lines(Assessment)
        .GroupBy(line => line.Party).ToDictionary(group => group.Key, group => Most(group)!.Value);

    /// <summary>Whether most lines of every party share one binding.</summary>
    public bool IsUsualForAll => UsualOf.Values.Distinct().Count() <= 1;

    /// <summary>Whether a line's binding differs from what most lines of its party share.</summary>
    public bool IsUnusual(string party, Binding binds) => Unnoticed(binds) != UsualOf[party];

    private static Binding? Most(IEnumerable<Line> lines) => lines
        .GroupBy(line => Unnoticed(line.Worst.Binds))
        .OrderByDescending(group => group.Count())
        .Select(group => (Binding?)group.Key)
        .FirstOrDefault();

    // In force is in force, whenever it began.
    private static Binding Unnoticed(Binding binds) => binds.State == BindingState.InForce ? new(BindingState.InForce, null, null) : binds;
}
