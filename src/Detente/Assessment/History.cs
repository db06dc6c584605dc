using Detente.Assessment.Accounts;

namespace Detente.Assessment;

/// <summary>How the lines of an assessment changed, both clocks together.</summary>
internal static class History
{
    public static IReadOnlyList<Change> Of(Assessor assessor, Ledger ledger, long until, Action<int, int>? progress)
    {
        var changes = new List<Change>();
        var before = new Dictionary<(string, string), Verdict>();
        var received = ledger.Statements.Where(s => s.Received.LastTick <= until).ToLookup(s => s.Received.LastTick, s => s.Id);
        var instants = new SortedSet<long>(received.Select(r => r.Key));
        instants.UnionWith(assessor.PictureOf(until, until).Turns(until, until));
        for (var done = 0; instants.Count > 0; done++)
        {
            var instant = instants.Min;
            instants.Remove(instant);
            if (received.Contains(instant))
            {
                // Made up to the last instant, it serves the assessment below as well.
                instants.UnionWith(assessor.PictureOf(until, instant).Turns(instant + 1, until));
            }

            var arrived = received[instant].ToHashSet(StringComparer.Ordinal);
            var assessed = assessor.Assess(instant, instant, warns: false);
            foreach (var line in assessed.Lines)
            {
                var key = (line.Clause.Id, line.Party);
                Verdict? earlier = before.TryGetValue(key, out var verdict) ? verdict : null;
                if (earlier != line.Worst.Verdict)
                {
                    before[key] = line.Worst.Verdict;
                    var by = assessed.Findings.Where(f => f.Clause == line.Clause.Id && f.Party == line.Party)
                        .SelectMany(f => f.Cites).Where(arrived.Contains).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
                    changes.Add(new Change(instant, line.Clause.Id, line.Party, earlier, line.Worst.Verdict, line.Worst.Binds.State, by, line.Reason));
                }
            }

            progress?.Invoke(done + 1, done + 1 + instants.Count);
        }

        return changes;
    }
}
