using Detente.Assessment;
using Detente.Bench.Record;

namespace Detente.Bench;

/// <summary>How many instances bear each verdict, by clause and party: what every engine must agree on.</summary>
internal sealed class Counts
{
    private readonly SortedDictionary<(string Clause, string Party, Verdict Verdict), long> _cells = [];

    /// <summary>The cells that are not zero, in order.</summary>
    public IEnumerable<KeyValuePair<(string Clause, string Party, Verdict Verdict), long>> Cells => _cells;

    /// <summary>All instances.</summary>
    public long Total => _cells.Values.Sum();

    /// <summary>What an assessor counts.</summary>
    public static Counts Of(IReadOnlyDictionary<(string Clause, string Party, Verdict), long> cells)
    {
        var counts = new Counts();
        foreach (var ((clause, party, verdict), count) in cells)
        {
            counts.Add(clause, party, verdict, count);
        }

        return counts;
    }

    /// <summary>Adds to a cell.</summary>
    public void Add(string clause, string party, Verdict verdict, long count)
    {
        if (count != 0)
        {
            _cells[(clause, party, verdict)] = this[clause, party, verdict] + count;
        }
    }

    /// <summary>Adds to a cell as the peers name it: <c>1 0 NotKept</c> is clause 1, the first party, not kept.</summary>
    public void Add(string cell, long count)
    {
        var words = cell.Split(' ');
        Add(words[0], GeneratedRecord.Parties[words[1][0] - '0'], Enum.Parse<Verdict>(words[2]), count);
    }

    /// <summary>A cell; 0 where nothing was counted.</summary>
    public long this[string clause, string party, Verdict verdict] => _cells.GetValueOrDefault((clause, party, verdict));

    /// <summary>One line for each cell in which another differs; none when both are the same.</summary>
    public IEnumerable<string> DifferencesTo(Counts other) =>
        from cell in _cells.Keys.Union(other._cells.Keys).Order()
        let mine = _cells.GetValueOrDefault(cell)
        let others = other._cells.GetValueOrDefault(cell)
        where mine != others
        select $"{cell.Clause} {cell.Party} {cell.Verdict}: {mine:N0} and {others:N0}";
}
