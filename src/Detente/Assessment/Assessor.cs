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
    private readonly Tally _tally;
    private readonly List<Picture> _pictures = [];

    /// <summary>Takes in every statement of a case.</summary>
    /// <exception cref="ArgumentException">The statements are not in record order.</exception>
    public Assessor(Instrument agreement, Case record)
    {
        _record = record;
        _ledger = new Ledger(new Glossary(agreement));
        _tally = new Tally(_ledger, record);
        foreach (var statement in record.Statements)
        {
            Append(statement);
        }
    }

    /// <summary>Takes in the next statement in record order.</summary>
    /// <exception cref="ArgumentException">It does not come after the last one in record order.</exception>
    public void Append(Statement statement)
    {
        var root = _ledger.Append(statement);
        if (root >= 0)
        {
            _tally.Fold(statement, root);
        }
    }

    /// <summary>
    /// How many named instances bear each verdict, by clause and bearer; none are absent. Duties after a trigger are
    /// counted as statements arrive, so a count over millions of statements is one pass over numbers.
    /// </summary>
    /// <param name="at">The instant judged, in ticks.</param>
    /// <param name="known">The instant of knowledge, in ticks.</param>
    public IReadOnlyDictionary<(string Clause, string Party, Verdict Verdict), long> Count(long at, long known)
    {
        var counts = new Dictionary<(string, string, Verdict), long>();
        _tally.Count(at, known, counts);
        if (_ledger.Glossary.Agreement.Clauses.All(Tally.Counts))
        {
            return counts;
        }

        var picture = PictureOf(at, known);
        foreach (var instance in picture.Instances.Where(i => i.Name is not null && !Tally.Counts(i.Clause)))
        {
            if (Combination.At(instance, _ledger.Glossary.IndexOf(instance.Party), at) is { } combined)
            {
                var key = (instance.Clause.Id, instance.Party, combined.Verdict);
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }
        }

        return counts;
    }

    /// <summary>Everything that can be told.</summary>
    /// <param name="at">The instant judged, in ticks.</param>
    /// <param name="known">The instant of knowledge, in ticks.</param>
    public Assessment Assess(long at, long known) => Assess(at, known, warns: true);

    /// <summary>The same, without its warnings where nobody asks for them: a history assesses at every instant.</summary>
    internal Assessment Assess(long at, long known, bool warns)
    {
        var picture = PictureOf(at, known);
        var findings = new List<Finding>();
        var lines = new List<Line>();
        foreach (var line in picture.Lines)
        {
            var first = findings.Count;
            findings.AddRange(line.Instances.Select(i => FindingOf(picture.Scene, i, at)).OfType<Finding>());
            lines.Add(LineOf(picture, line, findings[first..]));
        }

        return new Assessment(_ledger.Glossary.Agreement, at, known, picture.Scene.Knowledge.Count, findings, lines, Notes.Of(picture.Scene), warns ? WarningForm.Of(picture.Scene, at) : []);
    }

    /// <summary>The lines of <see cref="Assess(long, long)"/>, and what stands beside them, without a finding for every instance.</summary>
    /// <param name="at">The instant judged, in ticks.</param>
    /// <param name="known">The instant of knowledge, in ticks.</param>
    public LinesAt Lines(long at, long known)
    {
        var all = Assess(at, known);
        return new LinesAt(all.Agreement, at, known, all.StatementsKnown, all.Lines, all.Notes, all.Warnings);
    }

    /// <summary>Some of the findings of a clause for a party; none where the agreement has no such clause or party.</summary>
    /// <param name="clause">The clause's id.</param>
    /// <param name="party">The bearer's code.</param>
    /// <param name="at">The instant judged, in ticks.</param>
    /// <param name="known">The instant of knowledge, in ticks.</param>
    /// <param name="skip">How many to leave out before the first.</param>
    /// <param name="take">How many to give at most.</param>
    /// <param name="verdict">Only those that bear it; <c>null</c> for all.</param>
    public FindingPage Findings(string clause, string party, long at, long known, int skip, int take, Verdict? verdict = null)
    {
        var all = Assess(at, known).Findings.Where(f => f.Clause == clause && f.Party == party && (verdict is null || f.Verdict == verdict)).ToList();
        return new FindingPage(all.Count, [.. all.Skip(skip).Take(take)]);
    }

    /// <summary>One finding, or <c>null</c> where there is none at these instants.</summary>
    /// <param name="clause">The clause's id.</param>
    /// <param name="party">The bearer's code.</param>
    /// <param name="instance">The act, request, notice, period or place; <c>null</c> for the one without name.</param>
    /// <param name="at">The instant judged, in ticks.</param>
    /// <param name="known">The instant of knowledge, in ticks.</param>
    public Finding? Find(string clause, string party, string? instance, long at, long known) =>
        Assess(at, known).Findings.FirstOrDefault(f => f.Clause == clause && f.Party == party && f.Instance == instance);

    /// <summary>Why a finding is what it is.</summary>
    /// <param name="finding">A finding of <see cref="Assess(long, long)"/> at the same instants.</param>
    /// <param name="at">The instant judged, in ticks.</param>
    /// <param name="known">The instant of knowledge, in ticks.</param>
    /// <exception cref="ArgumentException">There is no such finding at these instants.</exception>
    public Explanation Explain(Finding finding, long at, long known)
    {
        if (Alone(finding, at, known) is { } alone)
        {
            return Explainer.Explain(alone.Scene, alone.Instance, FindingOf(alone.Scene, alone.Instance, at) ?? finding, at);
        }

        var picture = PictureOf(at, known);
        var instance = picture.Instances.FirstOrDefault(i => i.Clause.Id == finding.Clause && i.Party == finding.Party && i.Name == finding.Instance)
            ?? throw new ArgumentException($"There is no finding {finding.Clause} {finding.Party} {finding.Instance} at these instants.");
        return Explainer.Explain(picture.Scene, instance, finding, at);
    }

    /// <summary>How every line changed, with both clocks on the same instant, up to and including an instant.</summary>
    /// <param name="until">The last instant, in ticks.</param>
    /// <param name="progress">Told how many instants are done, of how many.</param>
    public IReadOnlyList<Change> Timeline(long until, Action<int, int>? progress = null) => History.Of(this, _ledger, until, progress);

    /// <summary>
    /// The instance of one act or request, judged without all the others: what a clause that depends on no other allows,
    /// and what makes the answer to one more statement in a large record quick.
    /// </summary>
    private (Scene Scene, Instance Instance)? Alone(Finding finding, long at, long known)
    {
        var clause = _ledger.Glossary.Agreement.Clauses.FirstOrDefault(c => c.Id == finding.Clause);
        if (clause is null || !Tally.Counts(clause) || finding.Instance is not { } name || Kept(at, known) is not null)
        {
            return null;
        }

        var scene = Scene.Of(new Knowledge(_ledger, _record, known), Math.Max(at, known));
        var duty = (TriggeredDuty)clause.Sentence;
        var subject = duty.Trigger is Trigger.OnAct ? _ledger.Act(name) : _ledger.Request(name);
        var instances = subject is null ? [] : DutyForm.Of(scene, clause, duty, subject);
        return instances.FirstOrDefault(i => i.Party == finding.Party && i.Name == name) is { } instance ? (scene, instance) : null;
    }

    internal Picture PictureOf(long at, long known)
    {
        if (Kept(at, known) is { } kept)
        {
            return kept;
        }

        // A clause that binds once another is kept may depend on periods still to come.
        var ahead = _ledger.Glossary.Agreement.Clauses.Any(c => c.Conditions.OfType<Condition.Once>().Any()) ? 100 * 366 * Time.Days.TicksPerDay : 0;
        var latest = Math.Min(Math.Max(at, known), Time.EventTime.End - ahead) + ahead;
        var picture = Picture.Make(_ledger, _record, known, latest);
        if (_pictures.Count == PicturesKept)
        {
            _pictures.RemoveAt(0);
        }

        _pictures.Add(picture);
        return picture;
    }

    /// <summary>A picture made before that tells of the instant, unless more has become known since.</summary>
    private Picture? Kept(long at, long known)
    {
        var count = _ledger.CountKnown(known);
        return _pictures.Find(p => p.Scene.LatestTick >= at && p.Scene.Knowledge.Known == known && p.Scene.Knowledge.Count == count);
    }

    private Finding? FindingOf(Scene scene, Instance instance, long at)
    {
        var glossary = _ledger.Glossary;
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

    private static Line LineOf(Picture picture, InstancesOfLine line, IReadOnlyList<Finding> findings)
    {
        // Of two that are equally bad, the one that some account says was not kept is what a reader must hear of.
        var worst = findings.MinBy(f => (VerdictOrder.InLine(f.Verdict), f.Accounts.Any(a => a.Verdict == Verdict.NotKept) ? 0 : 1))!;
        var counts = findings.GroupBy(f => f.Verdict).ToDictionary(g => g.Key, g => g.Count());
        var nextDue = findings.Where(f => f.Verdict == Verdict.Pending).Select(f => f.Due).Where(d => d is not null).Min();
        return new Line(line.Clause, line.Party, worst, Wording.OneLine(picture.Scene, line, worst, findings), counts, nextDue);
    }
}
