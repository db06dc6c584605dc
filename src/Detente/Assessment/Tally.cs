using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Assessment.Forms;
using Detente.Statements;

namespace Detente.Assessment;

/// <summary>
/// A running account of duties after a trigger. Each instance touched by a statement is judged anew when the statement
/// arrives; what it comes to from then on is kept as a stretch of the plane of (known, at), so that how all stand at any
/// two instants is one pass over them and never begins from zero.
/// </summary>
/// <remarks>
/// A verdict depends on <c>known</c> in two ways: through the statements received, and through the horizon beyond which
/// silence means nothing. Knowledge notes at which later horizon an answer would be another: up to there one judgement
/// serves. Where the end of silence itself is asked for, what is told of instants up to the horizon is that of the last
/// horizon before it turns, and what is told of instants beyond it that of the first.
/// </remarks>
internal sealed class Tally
{
    private readonly Ledger _ledger;
    private readonly Knowledge _knowledge;
    private readonly List<TalliedClause> _clauses;
    private readonly List<TalliedClause> _onActs;
    private readonly List<TalliedClause> _onRequests;
    private readonly List<Subject> _acts = [];
    private readonly List<Subject> _requests = [];
    private readonly Drawn _drawn = new();
    private readonly Drawing _drawing;
    private Scene _scene;

    public Tally(Ledger ledger, Case record)
    {
        _ledger = ledger;
        _knowledge = Knowledge.Growing(ledger, record);
        _drawing = new Drawing(ledger.Glossary);
        _scene = Scene.Of(_knowledge, Time.EventTime.End);
        _clauses = [.. ledger.Glossary.Agreement.Clauses.Where(Counts).Select(c => new TalliedClause(c, (TriggeredDuty)c.Sentence))];
        _onActs = _clauses.FindAll(c => c.Duty.Trigger is Trigger.OnAct);
        _onRequests = _clauses.FindAll(c => c.Duty.Trigger is Trigger.OnRequest);
    }

    /// <summary>Clauses it counts: duties after a trigger that are conditional on no other clause.</summary>
    public static bool Counts(Clause clause) => clause.Sentence is TriggeredDuty && clause.Conditions.Count == 0;

    /// <summary>Clauses it alone can tell of: those it counts, unless another clause depends on how they are kept.</summary>
    public static bool Tells(IReadOnlyList<Clause> clauses, Clause clause) => Counts(clause) && !IsWatched(clauses, clause);

    /// <summary>Takes in the statement that was just added to the ledger.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="root">Position of the first link of its chain.</param>
    public void Fold(Statement statement, int root)
    {
        if (_clauses.Count == 0)
        {
            return;
        }

        _knowledge.Count = _ledger.Statements.Count;
        var known = statement.Received.LastTick;
        MoveHorizon(known);
        var all = false;
        if (statement.Supersedes is null)
        {
            all = IsAboutAll(statement.Content);
            Touch(statement, statement.Content, root, known);
        }
        else
        {
            foreach (var content in _ledger.Contents(root))
            {
                all |= IsAboutAll(content);
                Touch(statement, content, root, known);
            }
        }

        if (all)
        {
            JudgeAll(known);
        }
    }

    /// <summary>How the named instances of a clause stand at a point, by party.</summary>
    public TallyLine[] Lines(Clause clause, long at, long known)
    {
        var tallied = Tallied(clause);
        var reader = new LineReader(_ledger.Glossary.Parties.Length, Subjects(tallied));
        tallied.Stretches.Read(at, known, ref reader);
        return reader.Lines;
    }

    /// <summary>Some of the subjects of a clause's named instances for a party, by birth and name.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="party">Index of the bearer.</param>
    /// <param name="verdict">Only instances that bear it; <c>null</c> for all.</param>
    /// <param name="at">The instant judged.</param>
    /// <param name="known">The instant of knowledge.</param>
    public TallyPage Page(Clause clause, int party, Verdict? verdict, long at, long known)
    {
        var tallied = Tallied(clause);
        var reader = new PageReader(party, verdict);
        tallied.Stretches.Read(at, known, ref reader);
        return new TallyPage(reader.Births, reader.Slots, Subjects(tallied));
    }

    private static bool IsWatched(IReadOnlyList<Clause> clauses, Clause watched) => clauses.SelectMany(c => c.Conditions).Any(condition => condition switch
    {
        Condition.Reciprocal reciprocal => reciprocal.Clauses.Contains(watched.Id),
        Condition.Once once => once.Clauses.Contains(watched.Id),
        _ => true,
    });

    private TalliedClause Tallied(Clause clause) => _clauses.Find(c => c.Clause == clause) ?? throw new ArgumentException($"Clause {clause.Id} is not tallied.", nameof(clause));

    private List<Subject> Subjects(TalliedClause clause) => clause.Duty.Trigger is Trigger.OnAct ? _acts : _requests;

    /// <summary>Such a statement may change the verdict on any act or request.</summary>
    private static bool IsAboutAll(Content content) => content is Notice or TypeProperties or Reading or Sites;

    private void Touch(Statement statement, Content content, int root, long known)
    {
        switch (content)
        {
            case ActWord word:
                TouchAct(word.Act, known);
                break;
            case Denial denial:
                foreach (var act in _ledger.Denied(denial, _knowledge.Count))
                {
                    TouchAct(act, known);
                }

                break;
            case Message message:
                if (message.About is { } about)
                {
                    TouchOccasion(about, known);
                }

                if (statement.Verb == Verb.Asks || statement.Supersedes is not null)
                {
                    TouchRequest(message.Name, known);
                    TouchRequest(message.Name is null || statement.Supersedes is not null ? _ledger.Statements[root].Id : null, known);
                }

                break;
            default:
                break;
        }
    }

    private void TouchRequest(string? name, long known)
    {
        if (name is not null && _ledger.About(name) is { Request: >= 0 } request)
        {
            JudgeRequest(request, known);
        }
    }

    private void TouchAct(string id, long known)
    {
        if (_ledger.Act(id) is not { } act)
        {
            return;
        }

        ForgetActs();
        JudgeAct(act, known);
        for (var i = 0; i < act.Count; i++)
        {
            foreach (var content in _ledger.Contents(act[i]))
            {
                if (content is ActWord { About: { } about } && about != id)
                {
                    TouchOccasion(about, known);
                }
            }
        }
    }

    private void TouchOccasion(string name, long known)
    {
        if (_ledger.Act(name) is { } act)
        {
            JudgeAct(act, known);
        }

        if (_ledger.Request(name) is { } request)
        {
            JudgeRequest(request, known);
        }
    }

    private void JudgeAll(long known)
    {
        _scene = Scene.Of(_knowledge, Time.EventTime.End);
        _acts.ForEach(act =>
        {
            ForgetActs();
            JudgeAct(act, known);
        });
        _requests.ForEach(request => JudgeRequest(request, known));
    }

    private void JudgeAct(Subject act, long known) => Judge(act, _acts, _onActs, known);

    private void JudgeRequest(Subject request, long known) => Judge(request, _requests, _onRequests, known);

    private void Judge(Subject subject, List<Subject> seen, List<TalliedClause> clauses, long known)
    {
        if (subject.Slot < 0)
        {
            subject.Slot = seen.Count;
            seen.Add(subject);
        }

        foreach (var clause in clauses)
        {
            Judge(clause, subject, known);
        }
    }

    /// <summary>Judges what one subject gives rise to from now on, at every horizon at which that makes a difference.</summary>
    private void Judge(TalliedClause clause, Subject subject, long known)
    {
        _drawn.Clear();
        var from = known;
        do
        {
            MoveHorizon(from);
            var instances = Instances(clause, subject);
            var until = _knowledge.NextHorizon;
            _drawing.Draw(_drawn, instances, from, until, _knowledge.HorizonMoves ? Stretches.BeyondKnown : Stretches.Both);
            var other = _drawn.Count;
            if (_knowledge.HorizonMoves)
            {
                MoveHorizon(until == long.MaxValue ? until : until - 1);
                _drawing.Draw(_drawn, Instances(clause, subject), from, until, Stretches.UpToKnown);
            }

            _drawn.EndInterval(other);
            from = until;
        }
        while (from != long.MaxValue);
        clause.Stretches.Replace(subject.Slot, known, _drawn);
    }

    private List<Instance> Instances(TalliedClause clause, Subject subject) => [.. DutyForm.Of(_scene, clause.Clause, clause.Duty, subject)];

    /// <summary>What accounts keep of acts is of another horizon.</summary>
    private void MoveHorizon(long horizon)
    {
        if (_knowledge.Horizon != horizon)
        {
            ForgetActs();
        }

        _knowledge.MoveHorizon(horizon);
    }

    /// <summary>What accounts keep of acts is of no use to the next statement.</summary>
    private void ForgetActs()
    {
        foreach (var account in _scene.Accounts)
        {
            account.ForgetActs();
        }
    }

    /// <summary>A clause and what its instances come to.</summary>
    private sealed record TalliedClause(Clause Clause, TriggeredDuty Duty)
    {
        public Stretches Stretches { get; } = new();
    }
}
