using Detente.Assessment;
using Detente.Statements;

namespace Detente.Cli.Output;

/// <summary>The words of verdicts and their like, the same on screens and in JSON. They are part of the contract: docs/output.md.</summary>
internal static class Names
{
    /// <summary>The verdicts, worst first: the order of <see cref="VerdictOrder.InLine"/>.</summary>
    public static readonly IReadOnlyList<Verdict> Verdicts =
        [Verdict.NotKept, Verdict.Disputed, Verdict.Undetermined, Verdict.Kept, Verdict.Pending, Verdict.NotTriggered];

    /// <summary>A verdict.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.NotKept => "not kept",
        Verdict.Disputed => "disputed",
        Verdict.Undetermined => "undetermined",
        Verdict.Pending => "pending",
        Verdict.Kept => "kept",
        Verdict.NotTriggered => "not triggered",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
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

    /// <summary>How well something is established.</summary>
    public static string Of(Basis basis) => basis switch
    {
        Basis.Declared => "declared",
        Basis.Observed => "observed",
        Basis.Inspected => "inspected",
        Basis.Found => "found",
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, null),
    };

    /// <summary>How a reconstruction knows it.</summary>
    public static string Of(Grade grade) => grade switch
    {
        Grade.Read => "read",
        Grade.Derived => "derived",
        Grade.Recalled => "recalled",
        _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, null),
    };

    /// <summary>What a statement does, as a case file writes it.</summary>
    public static string Of(Verb verb) => verb switch
    {
        Verb.Declares => "declares",
        Verb.Announces => "announces",
        Verb.Reports => "reports",
        Verb.Observes => "observes",
        Verb.Denies => "denies",
        Verb.Reads => "reads",
        Verb.Asks => "asks",
        Verb.Answers => "answers",
        Verb.Refuses => "refuses",
        Verb.Explains => "explains",
        Verb.Finds => "finds",
        Verb.GivesNotice => "gives-notice",
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, null),
    };
}
