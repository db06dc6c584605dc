using Detente.Assessment;
using Detente.Assessment.Reasons;
using Detente.Quantities;
using Detente.Statements;

namespace Detente.Answers;

/// <summary>The words of verdicts and their like, the same on screens and in JSON. They are part of the contract: docs/output.md.</summary>
public static class Names
{
    /// <summary>The verdicts, worst first.</summary>
    public static readonly IReadOnlyList<Verdict> Verdicts = [.. Enum.GetValues<Verdict>().OrderBy(VerdictOrder.InLine)];

    /// <summary>A verdict.</summary>
    public static string Of(Verdict verdict) => Wording.Of(verdict);

    /// <summary>A shape for each verdict, one column wide: it is told by its word and its shape, and a colour only repeats it.</summary>
    public static string Shape(Verdict verdict) => verdict switch
    {
        Verdict.NotKept => "✕",
        Verdict.Disputed => "◐",
        Verdict.Undetermined => "?",
        Verdict.Pending => "◔",
        Verdict.Kept => "●",
        _ => "○",
    };

    /// <summary>Whether a clause binds.</summary>
    public static string Of(BindingState state) => state switch
    {
        BindingState.NotYet => "not yet",
        BindingState.InForce => "in force",
        BindingState.Released => "released",
        BindingState.Suspended => "suspended",
        BindingState.Ended => "ended",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>What a warning comes to.</summary>
    public static string Of(WarningState state) => state switch
    {
        WarningState.Given => "given",
        WarningState.AccountsDiffer => "accounts differ",
        WarningState.CannotBeTold => "cannot be told",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Whether something is so.</summary>
    public static string Of(Truth truth) => truth switch
    {
        Truth.True => "yes",
        Truth.False => "no",
        _ => "cannot be told",
    };

    /// <summary>How well something is established.</summary>
    public static string Of(Basis basis) => Words.For(Words.Bases, basis);

    /// <summary>How a reconstruction knows it.</summary>
    public static string Of(Grade grade) => Words.For(Words.Grades, grade);

    /// <summary>What a statement does, as a case file writes it.</summary>
    public static string Of(Verb verb) => Words.For(Words.Verbs, verb);
}
