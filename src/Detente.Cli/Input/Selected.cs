using Detente.Agreement.Model;
using Detente.Answers;

namespace Detente.Cli.Input;

/// <summary>What a call is about, by the names it gives.</summary>
internal static class Selected
{
    /// <summary>Names as written, understood; an unknown one is refused.</summary>
    public static Selection Of(Instrument agreement, string? party, string? clause) =>
        Selection.Of(agreement, party, clause, out var unknown) is var selection && unknown is null ? selection : throw new RefusedException(unknown);
}
