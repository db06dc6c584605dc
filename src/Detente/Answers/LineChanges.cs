using Detente.Assessment;

namespace Detente.Answers;

/// <summary>What differs between two assessments of one agreement.</summary>
public static class LineChanges
{
    /// <summary>The lines whose verdict or binding differs, with the statements that only the later one rests on.</summary>
    /// <param name="before">The lines of the earlier.</param>
    /// <param name="after">The lines of the later.</param>
    /// <param name="at">The instant the later judges, in ticks: that of each change.</param>
    public static IReadOnlyList<Change> Between(IReadOnlyList<Line> before, IReadOnlyList<Line> after, long at)
    {
        var earlier = before.ToDictionary(line => (line.Clause.Id, line.Party));
        return [.. after
            .Select(line => (Line: line, Before: earlier.GetValueOrDefault((line.Clause.Id, line.Party))))
            .Where(pair => pair.Before is not { } was || was.Worst.Verdict != pair.Line.Worst.Verdict || was.Worst.Binds.State != pair.Line.Worst.Binds.State)
            .Select(pair => new Change(
                at,
                pair.Line.Clause.Id,
                pair.Line.Party,
                pair.Before?.Worst.Verdict,
                pair.Line.Worst.Verdict,
                pair.Line.Worst.Binds.State,
                [.. pair.Line.Worst.Cites.Except(pair.Before?.Worst.Cites ?? [])],
                pair.Line.Reason))];
    }
}
