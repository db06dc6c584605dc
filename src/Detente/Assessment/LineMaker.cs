using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Assessment.Forms;
using Detente.Assessment.Reasons;

namespace Detente.Assessment;

/// <summary>Makes the line of a clause for a party: from its findings, or from the tally and the few findings a line shows.</summary>
internal static class LineMaker
{
    /// <summary>The line of findings that were all made.</summary>
    public static Line Of(Scene scene, InstancesOfLine line, IReadOnlyList<Finding> findings)
    {
        var worst = findings.MinBy(Ranks.Of)!;
        var counts = findings.GroupBy(f => f.Verdict).ToDictionary(g => g.Key, g => g.Count());
        var named = findings.Where(f => f.Instance is not null).GroupBy(f => f.Verdict).ToDictionary(g => g.Key, g => g.Count());
        var nextDue = findings.Where(f => f.Verdict == Verdict.Pending).Select(f => f.Due).Where(d => d is not null).Min();
        return new Line(line.Clause, line.Party, worst, Wording.OneLine(scene, line.Instances.First(i => i.Name == worst.Instance), worst, named), counts, nextDue);
    }

    /// <summary>The same where only the worst instance is made a finding of.</summary>
    public static Line Of(Scene scene, InstancesOfLine line, long at)
    {
        var own = scene.Glossary.IndexOf(line.Party);
        var (counts, named) = (new Dictionary<Verdict, int>(), new Dictionary<Verdict, int>());
        (Instance? Instance, Rank Rank) worst = default;
        long? nextDue = null;
        foreach (var instance in line.Instances)
        {
            if (Combination.At(instance, own, at) is not { } combined)
            {
                continue;
            }

            worst = worst.Instance is null || combined.Rank < worst.Rank ? (instance, combined.Rank) : worst;
            counts[combined.Verdict] = counts.GetValueOrDefault(combined.Verdict) + 1;
            named[combined.Verdict] = named.GetValueOrDefault(combined.Verdict) + (instance.Name is null ? 0 : 1);
            nextDue = combined is { Verdict: Verdict.Pending, Step.Due: { } due } && (nextDue is null || due < nextDue) ? due : nextDue;
        }

        var finding = FindingMaker.Of(scene, worst.Instance!, at)!;
        var known = named.Where(n => n.Value > 0).ToDictionary();
        return new Line(line.Clause, line.Party, finding, Wording.OneLine(scene, worst.Instance!, finding, known), counts, nextDue);
    }

    /// <summary>The line of a clause that the tally tells of: its worst instance alone is judged, and the one without name.</summary>
    public static Line Of(Scene scene, Clause clause, string party, TallyLine tallied, long at)
    {
        var instance = DutyForm.Unseen(scene, clause, (TriggeredDuty)clause.Sentence, party);
        var unseen = FindingMaker.Of(scene, instance, at)!;
        var worst = unseen;
        if (tallied.Worst is { } rank && rank < Ranks.Of(unseen))
        {
            instance = Alone(scene, clause, party, tallied.Firsts[(int)rank]!)!;
            worst = FindingMaker.Of(scene, instance, at)!;
        }

        var counts = tallied.ByVerdict();
        var reason = Wording.OneLine(scene, instance, worst, counts);
        counts[unseen.Verdict] = counts.GetValueOrDefault(unseen.Verdict) + 1;
        var nextDue = unseen is { Verdict: Verdict.Pending, Due: { } due } ? Math.Min(due, tallied.NextDue) : tallied.NextDue;
        return new Line(clause, party, worst, reason, counts, nextDue == long.MaxValue ? null : nextDue);
    }

    /// <summary>The instance of one act or request, judged without all the others; <c>null</c> where there is none.</summary>
    public static Instance? Alone(Scene scene, Clause clause, string party, Subject subject) =>
        DutyForm.Of(scene, clause, (TriggeredDuty)clause.Sentence, subject).FirstOrDefault(i => i.Party == party);
}
