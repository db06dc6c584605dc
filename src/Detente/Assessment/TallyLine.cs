using Detente.Assessment.Accounts;

namespace Detente.Assessment;

/// <summary>How the named instances of a clause stand for a party.</summary>
internal sealed class TallyLine
{
    private readonly long[] _births = new long[Ranks.Count];

    /// <summary>How many have each rank.</summary>
    public int[] Counts { get; } = new int[Ranks.Count];

    /// <summary>The subject of the first of each rank, by birth and name.</summary>
    public Subject?[] Firsts { get; } = new Subject?[Ranks.Count];

    /// <summary>The earliest deadline of what is pending; <see cref="long.MaxValue"/> for none.</summary>
    public long NextDue { get; private set; } = long.MaxValue;

    /// <summary>The worst there is, or <c>null</c> without instances.</summary>
    public Rank? Worst => Array.FindIndex(Counts, c => c > 0) is >= 0 and var worst ? (Rank)worst : null;

    /// <summary>How many bear each verdict; those with none are absent.</summary>
    public Dictionary<Verdict, int> ByVerdict()
    {
        var counts = new Dictionary<Verdict, int>();
        for (var i = 0; i < Counts.Length; i++)
        {
            if (Counts[i] > 0)
            {
                var verdict = ((Rank)i).ToVerdict();
                counts[verdict] = counts.GetValueOrDefault(verdict) + Counts[i];
            }
        }

        return counts;
    }

    /// <summary>Counts one instance.</summary>
    public void Add(Rank rank, long birth, long due, Subject subject)
    {
        var i = (int)rank;
        if (Counts[i]++ == 0 || birth < _births[i] || (birth == _births[i] && string.CompareOrdinal(subject.Name, Firsts[i]!.Name) < 0))
        {
            (_births[i], Firsts[i]) = (birth, subject);
        }

        NextDue = rank == Rank.Pending && due < NextDue ? due : NextDue;
    }
}

/// <summary>Counts instances by party.</summary>
/// <param name="parties">How many there are.</param>
/// <param name="subjects">By slot.</param>
internal readonly struct LineReader(int parties, List<Subject> subjects) : IStretchReader
{
    public TallyLine[] Lines { get; } = [.. Enumerable.Range(0, parties).Select(_ => new TallyLine())];

    public void Read(int party, Rank rank, long birth, long due, int slot) => Lines[party].Add(rank, birth, due, subjects[slot]);
}
