using Detente.Assessment.Accounts;

namespace Detente.Assessment;

/// <summary>How the lines of an assessment changed, both clocks together.</summary>
internal static class History
{
    public static IReadOnlyList<Change> Of(Assessor assessor, Ledger ledger, long until, Action<int, int>? progress)
    {
        var changes = new List<Change>();
        var before = new Dictionary<(string, string), Verdict>();
        var instants = Instants(assessor, ledger, until);
        for (var i = 0; i < instants.Count; i++)
        {
            var received = ledger.Statements.Where(s => s.Received.LastTick == instants[i]).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
            var assessed = assessor.Assess(instants[i], instants[i]);
            foreach (var line in assessed.Lines)
            {
                var key = (line.Clause.Id, line.Party);
                Verdict? earlier = before.TryGetValue(key, out var verdict) ? verdict : null;
                if (earlier != line.Worst.Verdict)
                {
                    before[key] = line.Worst.Verdict;
                    var by = assessed.Findings.Where(f => f.Clause == line.Clause.Id && f.Party == line.Party)
                        .SelectMany(f => f.Cites).Where(received.Contains).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
                    changes.Add(new Change(instants[i], line.Clause.Id, line.Party, earlier, line.Worst.Verdict, line.Worst.Binds.State, by, line.Reason));
                }
            }

            progress?.Invoke(i + 1, instants.Count);
        }

        return changes;
    }

    /// <summary>Every receipt, and every instant at which, with all that is known in the end or was known then, a verdict turns.</summary>
    private static List<long> Instants(Assessor assessor, Ledger ledger, long until)
    {
        var receipts = ledger.Statements.Select(s => s.Received.LastTick).Where(t => t <= until).ToHashSet();
        var instants = new SortedSet<long>(receipts);
        foreach (var known in receipts.Append(until))
        {
            foreach (var instance in assessor.PictureOf(until, known).Instances)
            {
                foreach (var track in instance.Tracks)
                {
                    for (var i = 0; i < track.Count; i++)
                    {
                        if (track[i].From > Time.EventTime.Beginning && track[i].From <= until && track[i].From >= known)
                        {
                            instants.Add(track[i].From);
                        }
                    }
                }
            }
        }

        return [.. instants];
    }
}
