using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Assessment.Forms;
using Detente.Statements;

namespace Detente.Assessment;

/// <summary>
/// A running count of verdicts on duties after a trigger. Each instance touched by a statement is judged anew when the
/// statement arrives; what changed is kept as corners in the plane of (known, at), so that a count at any two instants is
/// one pass over them and never begins from zero.
/// </summary>
/// <remarks>
/// A verdict depends on <c>known</c> in two ways: through the statements received, and through the horizon beyond which
/// silence means nothing. For at ≤ known the horizon plays no part; for at > known it can only matter until the instants
/// at which the verdict turns are themselves known. So corners carry which of the two halves of the plane they are for.
/// </remarks>
internal sealed class Tally
{
    private readonly Ledger _ledger;
    private readonly Knowledge _knowledge;
    private readonly List<ClauseCorners> _clauses;
    private readonly List<ClauseCorners> _onActs;
    private readonly List<ClauseCorners> _onRequests;
    private readonly List<Subject> _acts = [];
    private readonly List<Subject> _requests = [];
    private readonly Drawing _drawing;
    private Scene _scene;

    public Tally(Ledger ledger, Case record)
    {
        _ledger = ledger;
        _knowledge = Knowledge.Growing(ledger, record);
        _drawing = new Drawing(ledger.Glossary);
        _scene = Scene.Of(_knowledge, Time.EventTime.End);
        _clauses = [.. ledger.Glossary.Agreement.Clauses.Where(Counts).Select(c => new ClauseCorners(c, (TriggeredDuty)c.Sentence))];
        _onActs = _clauses.FindAll(c => c.Duty.Trigger is Trigger.OnAct);
        _onRequests = _clauses.FindAll(c => c.Duty.Trigger is Trigger.OnRequest);
    }

    /// <summary>Clauses it counts: duties after a trigger that are conditional on no other clause.</summary>
    public static bool Counts(Clause clause) => clause.Sentence is TriggeredDuty && clause.Conditions.Count == 0;

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
        var all = false;
        if (statement.Supersedes is null)
        {
            all = IsAboutAll(statement.Content);
            Touch(statement, statement.Content, known);
        }
        else
        {
            foreach (var content in _ledger.Contents(root))
            {
                all |= IsAboutAll(content);
                Touch(statement, content, known);
            }
        }

        if (all)
        {
            JudgeAll(known);
        }
    }

    /// <summary>Adds how many named instances bear each verdict.</summary>
    public void Count(long at, long known, Dictionary<(string Clause, string Party, Verdict Verdict), long> counts)
    {
        var parties = _ledger.Glossary.Parties;
        foreach (var clause in _clauses)
        {
            var sums = clause.Corners.Count(at, known, parties.Length);
            for (var i = 0; i < sums.Length; i++)
            {
                if (sums[i] != 0)
                {
                    counts[(clause.Clause.Id, parties[i / Corners.Verdicts], (Verdict)(i % Corners.Verdicts))] = sums[i];
                }
            }
        }
    }

    /// <summary>Such a statement may change the verdict on any act or request.</summary>
    private static bool IsAboutAll(Content content) => content is Notice or TypeProperties or Reading or Sites;

    private void Touch(Statement statement, Content content, long known)
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

                if (statement.Verb == Verb.Asks && _ledger.Request(message.Name ?? statement.Id) is { } request)
                {
                    JudgeRequest(request, known);
                }

                break;
            default:
                break;
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
            if (_ledger.Statements[act[i]].Content is ActWord { About: { } about } && about != id)
            {
                TouchOccasion(about, known);
            }
        }
    }

    private void TouchOccasion(string name, long known)
    {
        if (_ledger.Act(name) is { } act)
        {
            JudgeAct(act, known);
        }
        else if (_ledger.Request(name) is { } request)
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

    private void Judge(Subject subject, List<Subject> seen, List<ClauseCorners> clauses, long known)
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

    /// <summary>Judges what one subject gives rise to, without a horizon, and with it as long as that makes a difference.</summary>
    private void Judge(ClauseCorners clause, Subject subject, long known)
    {
        var drawn = clause.Corners.Begin();
        _knowledge.Horizon = long.MaxValue;
        var asked = _knowledge.CoverageAsked;
        var open = Instances(clause, subject);
        if (_knowledge.CoverageAsked == asked)
        {
            _drawing.Draw(drawn, open, known, long.MaxValue, Corners.Both);
        }
        else
        {
            _drawing.Draw(drawn, open, known, long.MaxValue, Corners.UpToKnown);
            DrawBeyond(drawn, open, known, clause, subject);
        }

        clause.Corners.Replace(subject.Slot, known, drawn);
    }

    private List<Instance> Instances(ClauseCorners clause, Subject subject) => [.. DutyForm.Of(_scene, clause.Clause, clause.Duty, subject)];

    /// <summary>Beyond the horizon: the verdict holds until the next instant at which it turns is itself known.</summary>
    private void DrawBeyond(List<Corner> drawn, List<Instance> open, long known, ClauseCorners clause, Subject subject)
    {
        List<Instance>? before = null;
        var from = known;
        foreach (var turn in _drawing.TurnsFrom(open, known))
        {
            _knowledge.Horizon = turn;
            ForgetActs();
            var now = Instances(clause, subject);
            if (before is null)
            {
                before = now;
            }
            else if (!Drawing.LooksTheSame(before, now))
            {
                _drawing.Draw(drawn, before, from, turn, Corners.BeyondKnown);
                (before, from) = (now, turn);
            }
        }

        _drawing.Draw(drawn, before!, from, long.MaxValue, Corners.BeyondKnown);
        _knowledge.Horizon = long.MaxValue;
        ForgetActs();
    }

    /// <summary>What accounts keep of acts is of no use to the next statement, and of another horizon.</summary>
    private void ForgetActs()
    {
        foreach (var account in _scene.Accounts)
        {
            account.ForgetActs();
        }
    }

    /// <summary>A clause and the corners of its instances.</summary>
    private sealed record ClauseCorners(Clause Clause, TriggeredDuty Duty)
    {
        public Corners Corners { get; } = new();
    }
}
