using Detente.Assessment;
using Detente.Cli.Input;

namespace Detente.Cli.Screens;

/// <summary>Two wordings and what each finds on one record.</summary>
internal sealed record Compared(RecordUnder First, Backtested OfFirst, RecordUnder Second, Backtested OfSecond)
{
    /// <summary>What they find differently.</summary>
    public IReadOnlyList<FoundTwice> Differences { get; } = WordingComparison.Differences(OfFirst, OfSecond);

    /// <summary>On which short flight times they differ.</summary>
    public IReadOnlyList<WarnedTwice> Warnings { get; } = WordingComparison.Warnings(OfFirst, OfSecond);

    /// <summary>What a reader must know beside the differences.</summary>
    public IReadOnlyList<string> Notes { get; } = [.. OfFirst.Notes.Concat(OfSecond.Notes).Distinct(), .. new[] { First.Silence, Second.Silence }.OfType<string>()];

    /// <summary>How much they find alike.</summary>
    public int Alike { get; } = WordingComparison.Alike(OfFirst, OfSecond);
}
