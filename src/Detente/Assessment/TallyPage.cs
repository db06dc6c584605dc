using Detente.Assessment.Accounts;

namespace Detente.Assessment;

/// <summary>Instances of a clause for a party, of which some are wanted in the order of birth and name.</summary>
/// <param name="births">The first tick at which each is listed.</param>
/// <param name="slots">The subject of each.</param>
/// <param name="subjects">By slot.</param>
internal sealed class TallyPage(List<long> births, List<int> slots, List<Subject> subjects)
{
    public int Total => births.Count;

    /// <summary>The subjects of some of them.</summary>
    /// <param name="skip">How many to leave out before the first.</param>
    /// <param name="take">How many at most.</param>
    public IEnumerable<Subject> Subjects(int skip, int take)
    {
        if (skip >= Total || take <= 0)
        {
            return [];
        }

        // Of all only the ticks are put in order: the names of millions would take too long.
        var ordered = births.ToArray();
        Array.Sort(ordered);
        var (from, until) = (ordered[skip], ordered[Math.Min((long)skip + take, Total) - 1]);
        var before = 0;
        var near = new List<(long Birth, Subject Subject)>();
        for (var i = 0; i < births.Count; i++)
        {
            before += births[i] < from ? 1 : 0;
            if (births[i] >= from && births[i] <= until)
            {
                near.Add((births[i], subjects[slots[i]]));
            }
        }

        return near.OrderBy(n => n.Birth).ThenBy(n => n.Subject.Name, StringComparer.Ordinal).Select(n => n.Subject).Skip(skip - before).Take(take);
    }
}

/// <summary>Collects the instances of a party.</summary>
/// <param name="of">Index of the party.</param>
/// <param name="verdict">Only those that bear it; <c>null</c> for all.</param>
internal readonly struct PageReader(int of, Verdict? verdict) : IStretchReader
{
    public List<long> Births { get; } = [];

    public List<int> Slots { get; } = [];

    public void Read(int party, Rank rank, long birth, long due, int slot)
    {
        if (party == of && (verdict is not { } only || rank.ToVerdict() == only))
        {
            Births.Add(birth);
            Slots.Add(slot);
        }
    }
}
