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
    private readonly Ledger _ledger;
    private readonly Tally _tally;
    private readonly Pictures _pictures;
    private readonly IReadOnlyList<Clause> _clauses;

    /// <summary>Takes in every statement of a case.</summary>
    /// <exception cref="ArgumentException">The statements are not in record order.</exception>
    public Assessor(Instrument agreement, Case record)
    {
        _clauses = agreement.Clauses;
        _ledger = new Ledger(new Glossary(agreement));
        _tally = new Tally(_ledger, record);
        _pictures = new Pictures(_ledger, record);
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
        foreach (var clause in _clauses.Where(Tally.Counts))
        {
            var lines = _tally.Lines(clause, at, known);
            for (var i = 0; i < lines.Length; i++)
            {
                foreach (var (verdict, count) in lines[i].ByVerdict())
                {
                    counts[(clause.Id, _ledger.Glossary.Parties[i], verdict)] = count;
                }
            }
        }

        if (_clauses.All(Tally.Counts))
        {
            return counts;
        }

        foreach (var instance in _pictures.Rest(at, known).Instances.Where(i => i.Name is not null && !Tally.Counts(i.Clause)))
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
        var picture = _pictures.Whole(at, known);
        var findings = new List<Finding>();
        var lines = new List<Line>();
        foreach (var line in picture.Lines)
        {
            var first = findings.Count;
            findings.AddRange(line.Instances.Select(i => FindingMaker.Of(picture.Scene, i, at)).OfType<Finding>());
            lines.Add(LineMaker.Of(picture.Scene, line, findings[first..]));
        }

        return new Assessment(_ledger.Glossary.Agreement, at, known, picture.Scene.Knowledge.Count, findings, lines, picture.Notes, warns ? WarningForm.Of(picture.Scene, at) : []);
    }

    /// <summary>The lines of <see cref="Assess(long, long)"/>, and what stands beside them, without a finding for every instance.</summary>
    /// <param name="at">The instant judged, in ticks.</param>
    /// <param name="known">The instant of knowledge, in ticks.</param>
    public LinesAt Lines(long at, long known)
    {
        var rest = _pictures.Rest(at, known);
        var lines = new List<Line>();
        foreach (var clause in _clauses)
        {
            lines.AddRange(Tally.Tells(_clauses, clause) ? Tallied(rest.Scene, clause, at) : Pictured(rest, clause, at));
        }

        return new LinesAt(_ledger.Glossary.Agreement, at, known, rest.Scene.Knowledge.Count, lines, rest.Notes, WarningForm.Of(rest.Scene, at));
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
        var own = _ledger.Glossary.IndexOf(party);
        if (TalliedClause(clause, party) is not { } tallied)
        {
            var rest = _pictures.Rest(at, known);
            var listed = rest.LineOf(clause, party)?.Instances.Where(i => Combination.At(i, own, at) is { } told && (verdict is null || told.Verdict == verdict)).ToList() ?? [];
            return new FindingPage(listed.Count, [.. listed.Skip(skip).Take(take).Select(i => FindingMaker.Of(rest.Scene, i, at)!)]);
        }

        // A scene of its own: accounts keep what they were asked, and whoever turns all pages would have them keep every act.
        var scene = _pictures.Scene(known);
        var unseen = FindingMaker.Of(scene, DutyForm.Unseen(scene, tallied, (TriggeredDuty)tallied.Sentence, party), at);
        List<Finding> page = unseen is not null && (verdict is null || unseen.Verdict == verdict) ? [unseen] : [];
        var (first, named) = (page.Count, _tally.Page(tallied, own, verdict, at, known));
        page = [.. page.Skip(skip).Take(take)];
        page.AddRange(named.Subjects(Math.Max(0, skip - first), take - page.Count)
            .Select(subject => FindingMaker.Of(scene, LineMaker.Alone(scene, tallied, party, subject)!, at)!));
        return new FindingPage(first + named.Total, page);
    }

    /// <summary>One finding, or <c>null</c> where there is none at these instants.</summary>
    /// <param name="clause">The clause's id.</param>
    /// <param name="party">The bearer's code.</param>
    /// <param name="instance">The act, request, notice, period or place; <c>null</c> for the one without name.</param>
    /// <param name="at">The instant judged, in ticks.</param>
    /// <param name="known">The instant of knowledge, in ticks.</param>
    public Finding? Find(string clause, string party, string? instance, long at, long known) =>
        InstanceOf(clause, party, instance, at, known) is var (scene, found) ? FindingMaker.Of(scene, found, at) : null;

    /// <summary>Why a finding is what it is.</summary>
    /// <param name="finding">A finding at the same instants: of what it tells, only what makes it the one it is need be so.</param>
    /// <param name="at">The instant judged, in ticks.</param>
    /// <param name="known">The instant of knowledge, in ticks.</param>
    /// <exception cref="ArgumentException">There is no such finding at these instants.</exception>
    public Explanation Explain(Finding finding, long at, long known)
    {
        var (scene, instance) = InstanceOf(finding.Clause, finding.Party, finding.Instance, at, known)
            ?? throw new ArgumentException($"There is no finding {finding.Clause} {finding.Party} {finding.Instance} at these instants.");
        return Explainer.Explain(scene, instance, FindingMaker.Of(scene, instance, at) ?? finding, at);
    }

    /// <summary>How every line changed, with both clocks on the same instant, up to and including an instant.</summary>
    /// <param name="until">The last instant, in ticks.</param>
    /// <param name="progress">Told how many instants are done, of how many.</param>
    public IReadOnlyList<Change> Timeline(long until, Action<int, int>? progress = null) => History.Of(this, _ledger, until, progress);

    internal Picture PictureOf(long at, long known) => _pictures.Whole(at, known);

    /// <summary>The lines of a clause that the tally tells of.</summary>
    private IEnumerable<Line> Tallied(Scene scene, Clause clause, long at)
    {
        var lines = _tally.Lines(clause, at, scene.Knowledge.Known);
        return scene.Bearers(((TriggeredDuty)clause.Sentence).Duty.Bearer)
            .Select(party => LineMaker.Of(scene, clause, party, lines[scene.Glossary.IndexOf(party)], at));
    }

    private static IEnumerable<Line> Pictured(Picture picture, Clause clause, long at) => picture.Lines.Where(l => l.Clause.Id == clause.Id)
        .Select(line => LineMaker.Of(picture.Scene, line, at));

    /// <summary>The clause, where the tally alone tells of it and a party may bear it.</summary>
    private Clause? TalliedClause(string id, string party) => _clauses.FirstOrDefault(c => c.Id == id) is { } clause && Tally.Tells(_clauses, clause)
        && (((TriggeredDuty)clause.Sentence).Duty.Bearer is not Bearer.Named named || named.Code == party) && _ledger.Glossary.IsParty(party) ? clause : null;

    /// <summary>
    /// An instance: that of a whole picture where one was made, else judged without all the others as far as the tally
    /// tells of its clause, which makes the answer to one more statement in a large record quick.
    /// </summary>
    private (Scene Scene, Instance Instance)? InstanceOf(string clause, string party, string? name, long at, long known)
    {
        var tallied = TalliedClause(clause, party);
        var picture = _pictures.KeptWhole(at, known) ?? _pictures.Rest(at, known);
        if (tallied is null || picture.IsWhole)
        {
            return picture.LineOf(clause, party)?.Instances.FirstOrDefault(i => i.Name == name) is { } pictured ? (picture.Scene, pictured) : null;
        }

        var duty = (TriggeredDuty)tallied.Sentence;
        var subject = name is null ? null : duty.Trigger is Trigger.OnAct ? _ledger.Act(name) : _ledger.Request(name);
        var instance = name is null ? DutyForm.Unseen(picture.Scene, tallied, duty, party)
            : subject?.Name == name ? LineMaker.Alone(picture.Scene, tallied, party, subject) : null;
        return instance is null ? null : (picture.Scene, instance);
    }
}
