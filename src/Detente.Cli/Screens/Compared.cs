using Detente.Assessment;
using Detente.Cli.Input;

namespace Detente.Cli.Screens;

/// <summary>Two wordings and what each finds on one record.</summary>
internal sealed record Compared(RecordUnder First, Backtested OfFirst, RecordUnder Second, Backtested OfSecond)
{
    /// <summary>What they find differently.</summary>
    public IReadOnlyList<FoundTwice> Differences { get; } = WordingComparison.Differences(OfFirst, OfSecond);

    /// <summary>How much they find alike.</summary>
    public int Alike { get; } = WordingComparison.Alike(OfFirst, OfSecond);
}
