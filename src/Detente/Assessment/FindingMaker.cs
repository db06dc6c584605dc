using Detente.Agreement.Model;
using Detente.Assessment.Forms;
using Detente.Statements;

namespace Detente.Assessment;

/// <summary>Makes the finding of an instance at an instant, with what it rests on.</summary>
internal static class FindingMaker
{
    /// <summary>The finding, or <c>null</c> while the instance is not listed.</summary>
    public static Finding? Of(Scene scene, Instance instance, long at)
    {
        var glossary = scene.Glossary;
        var own = glossary.IndexOf(instance.Party);
        if (Combination.At(instance, own, at) is not { } combined)
        {
            return null;
        }

        var evidence = combined.Step.Absent ? new Evidence() : instance.Evidence(new EvidenceQuery(scene.Accounts[combined.Told], at, combined.Step));
        var accounts = new AccountVerdict[glossary.Parties.Length];
        for (var i = 0; i < accounts.Length; i++)
        {
            accounts[i] = new AccountVerdict(glossary.Parties[i], instance.Tracks[i].At(at)?.Verdict ?? Verdict.NotTriggered);
        }

        return new Finding
        {
            Clause = instance.Clause.Id,
            Party = instance.Party,
            Instance = instance.Name,
            Verdict = combined.Verdict,
            Late = combined.Step.Late,
            Binds = scene.Timetable.Binds(instance.Clause, instance.Party, at),
            Basis = combined.Verdict is Verdict.Kept or Verdict.NotKept ? evidence.Basis : null,
            Grade = GradeOf(instance.Clause, evidence),
            Since = combined.Step.Since,
            Until = combined.Step.Until,
            Due = combined.Step.Due,
            Left = combined.Step.Left,
            Accounts = accounts,
            Cites = Cited(evidence),
            SettledBy = Settles(instance, combined.Verdict, accounts, evidence),
        };
    }

    private static IReadOnlyList<string> Cited(Evidence evidence) =>
        [.. evidence.Cites.Select(c => c.Last).DistinctBy(s => s.Id).Order(Comparer<Statement>.Create(Statement.InRecordOrder)).Select(s => s.Id)];

    private static Grade? GradeOf(Clause clause, Evidence evidence)
    {
        var weakest = clause.Evidence;
        foreach (var said in evidence.Cites)
        {
            weakest = said.Last.Grade is { } grade && (weakest is null || grade > weakest) ? grade : weakest;
        }

        return weakest;
    }

    private static IReadOnlyList<Need> Settles(Instance instance, Verdict verdict, AccountVerdict[] accounts, Evidence evidence)
    {
        var about = instance.Name ?? instance.Clause.Id;
        return verdict switch
        {
            Verdict.Disputed => [new Need(Verb.Finds, "both", about, null)],
            Verdict.Undetermined when accounts.Any(a => a.Verdict == Verdict.NotKept) =>
                [.. evidence.Needs, new Need(Verb.Explains, instance.Party, about, null)],
            Verdict.Undetermined => evidence.Needs,
            _ => [],
        };
    }
}
