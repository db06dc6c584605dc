using Detente.Agreement.Model;
using Detente.Assessment;

namespace Detente.Node.Views;

/// <summary>A verdict for as long as it was borne.</summary>
/// <param name="From">First tick.</param>
/// <param name="Until">First tick no longer; of the last stretch the end of the drawing.</param>
/// <param name="Verdict">The verdict.</param>
public readonly record struct Stretch(long From, long Until, Verdict Verdict);

/// <summary>The verdicts of a line, one after the other; lines whose verdicts were the same at every instant share a strip.</summary>
/// <param name="Lines">Clauses, each with the parties that share it, in the order of the text.</param>
/// <param name="Stretches">In order of time, without a gap between them.</param>
public sealed record VerdictStrip(IReadOnlyList<(Clause Clause, IReadOnlyList<Party> Parties)> Lines, IReadOnlyList<Stretch> Stretches)
{
    /// <summary>How many lines share it.</summary>
    public int Count { get; } = Lines.Sum(line => line.Parties.Count);

    /// <summary>The one line it is of; <c>null</c> where several share it.</summary>
    public (Clause Clause, Party Party)? Only => Count == 1 ? (Lines[0].Clause, Lines[0].Parties[0]) : null;
}
