using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Assessment.Forms;
using Detente.Assessment.Reasons;
using Detente.Statements;

namespace Detente.Assessment;

/// <summary>
/// Judges an agreement on a record. Statements are folded in record order; every instant judged and every instant of
/// knowledge can then be asked for, in any order. Pure: the same statements give the same findings on every machine.
/// </summary>
/// <threadsafety>One thread at a time.</threadsafety>
public sealed class Assessor
{
    private const int PicturesKept = 8;
    private readonly Case _record;
    private readonly Ledger _ledger;
    private readonly List<(int Count, long Known, long Latest, Picture Picture)> _pictures = [];

    /// <summary>Takes in every statement of a case.</summary>
    /// <exception cref="ArgumentException">The statements are not in record order.</exception>
    public Assessor(Instrument agreement, Case record)
    {
        _record = record;
        _ledger = new Ledger(new Glossary(agreement));
        foreach (var statement in record.Statements)
        {
            Append(statement);
        }
    }

    /// <summary>Takes in the next statement in record order.</summary>
    /// <exception cref="ArgumentException">It does not come after the last one in record order.</exception>
    public void Append(Statement statement) => _ledger.Append(statement);

    /// <summary>Everything that can be told.</summary>
    /// <param name="at">The instant judged, in ticks.</param>
    /// <param name="known">The instant of knowledge, in ticks.</param>
    public Assessment Assess(long at, long known)
    {
        var picture = PictureOf(at, known);
        var findings = new List<Finding>();
        var lines = new List<Line>();
        foreach (var line in picture.Lines)
        {
            var first = findings.Count;
            findings.AddRange(line.Instances.Select(i => FindingOf(picture, i, at)).OfType<Finding>());
            lines.Add(LineOf(picture, line, findings[first..]));
        }

        return new Assessment(_ledger.Glossary.Agreement, at, known, picture.Scene.Knowledge.Count, findings, lines, Notes.Of(picture.Scene));
    }

    /// <summary>Why a finding is what it is.</summary>
    /// <param name="finding">A finding of <see cref="Assess"/> at the same instants.</param>
    /// <param name="at">The instant judged, in ticks.</param>
    /// <param name="known">The instant of knowledge, in ticks.</param>
    /// <exception cref="ArgumentException">There is no such finding at these instants.</exception>
    public Explanation Explain(Finding finding, long at, long known)
    {
        var picture = PictureOf(at, known);
        var instance = picture.Instances.FirstOrDefault(i => i.Clause.Id == finding.Clause && i.Party == finding.Party && i.Name == finding.Instance)
            ?? throw new ArgumentException($"There is no finding {finding.Clause} {finding.Party} {finding.Instance} at these instants.");
        return Explainer.Explain(picture.Scene, instance, finding, at);
    }

    /// <summary>How every line changed, with both clocks on the same instant, up to and including an instant.</summary>
    /// <param name="until">The last instant, in ticks.</param>
    /// <param name="progress">Told how many instants are done, of how many.</param>
    public IReadOnlyList<Change> Timeline(long until, Action<int, int>? progress = null) => History.Of(this, _ledger, until, progress);

    internal Picture PictureOf(long at, long known)
    {
        var count = _ledger.CountKnown(known);
        var kept = _pictures.FindIndex(p => p.Count == count && p.Known == known && p.Latest >= at && p.Picture.Scene.Knowledge.Ledger.Statements.Count >= count);
        if (kept >= 0)
        {
            return _pictures[kept].Picture;
        }

        var latest = Math.Max(at, known);
        var picture = Picture.Make(_ledger, _record, known, latest);
        if (_pictures.Count == PicturesKept)
        {
            _pictures.RemoveAt(0);
        }

        _pictures.Add((count, known, latest, picture));
        return picture;
    }

    private Finding? FindingOf(Picture picture, Instance instance, long at)
    {
        var glossary = _ledger.Glossary;
        var own = glossary.IndexOf(instance.Party);
        if (Combination.At(instance, own, at) is not { } combined)
        {
            return null;
        }

        var scene = picture.Scene;
        var evidence = instance.Evidence(new EvidenceQuery(scene.Accounts[combined.Told], at, combined.Step));
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

    private IReadOnlyList<string> Cited(Evidence evidence) =>
        [.. evidence.Cites.Select(c => c.Last).DistinctBy(s => s.Id)
            .OrderBy(s => s.Received.LastTick).ThenBy(s => s.Author, StringComparer.Ordinal).ThenBy(s => s.Number).Select(s => s.Id)];

    private Grade? GradeOf(Clause clause, Evidence evidence)
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

    private static Line LineOf(Picture picture, InstancesOfLine line, IReadOnlyList<Finding> findings)
    {
        var worst = findings.MinBy(f => VerdictOrder.InLine(f.Verdict))!;
        var counts = findings.GroupBy(f => f.Verdict).ToDictionary(g => g.Key, g => g.Count());
        var nextDue = findings.Where(f => f.Verdict == Verdict.Pending).Select(f => f.Due).Where(d => d is not null).Min();
        return new Line(line.Clause, line.Party, worst, Wording.OneLine(picture.Scene, line, worst), counts, nextDue);
    }
}
