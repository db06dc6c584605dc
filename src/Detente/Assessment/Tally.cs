using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Assessment.Forms;
using Detente.Quantities;
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
    private readonly Account[] _accounts;
    private readonly List<ClauseCorners> _clauses = [];
    private readonly List<Subject> _acts = [];
    private readonly List<Subject> _requests = [];
    private readonly List<long> _ticks = [];
    private readonly List<long> _turns = [];
    private Scene _scene;

    public Tally(Ledger ledger, Case record)
    {
        _ledger = ledger;
        _knowledge = Knowledge.Growing(ledger, record);
        _accounts = [.. ledger.Glossary.Parties.Select(p => new Account(_knowledge, p))];
        _scene = new Scene(_knowledge, _accounts, new Timetable(_knowledge));
        _clauses.AddRange(ledger.Glossary.Agreement.Clauses.Where(Counts).Select(c => new ClauseCorners(c, (TriggeredDuty)c.Sentence)));
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
            case Message { About: { } about }:
                TouchOccasion(about, known);
                break;
            case Message message when statement.Verb == Verb.Asks && _ledger.Request(message.Name ?? statement.Id) is { } request:
                JudgeRequest(request, known);
                break;
            default:
                break;
        }

        if (content is Message { About: not null } asked && statement.Verb == Verb.Asks && _ledger.Request(asked.Name ?? statement.Id) is { } also)
        {
            JudgeRequest(also, known);
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
        foreach (var account in _accounts)
        {
            account.ForgetAll();
        }

        _scene = new Scene(_knowledge, _accounts, new Timetable(_knowledge));
        _acts.ForEach(act =>
        {
            ForgetActs();
            JudgeAct(act, known);
        });
        _requests.ForEach(request => JudgeRequest(request, known));
    }

    private void JudgeAct(Subject act, long known)
    {
        if (act.Slot < 0)
        {
            act.Slot = _acts.Count;
            _acts.Add(act);
        }

        foreach (var clause in _clauses)
        {
            if (clause.Duty.Trigger is Trigger.OnAct)
            {
                Judge(clause, act.Slot, known, static (tally, clause, act) =>
                    DutyForm.OfAct(tally._scene, clause.Clause, clause.Duty, (Trigger.OnAct)clause.Duty.Trigger, act), act);
            }
        }
    }

    private void JudgeRequest(Subject request, long known)
    {
        if (request.Slot < 0)
        {
            request.Slot = _requests.Count;
            _requests.Add(request);
        }

        foreach (var clause in _clauses)
        {
            if (clause.Duty.Trigger is Trigger.OnRequest)
            {
                Judge(clause, request.Slot, known, static (tally, clause, request) => tally.OfRequest(clause, request), request);
            }
        }
    }

    private IEnumerable<Instance> OfRequest(ClauseCorners clause, Subject request)
    {
        var root = request.Request;
        return _ledger.LastKnown(root, _knowledge.Count) is { } last
            && new Said(root, _ledger.Statements[root], last) is var said && _knowledge.IsJudged(said)
            ? DutyForm.OfRequest(_scene, clause.Clause, clause.Duty, (Trigger.OnRequest)clause.Duty.Trigger, said)
            : [];
    }

    /// <summary>Judges what one subject gives rise to, without a horizon, and with it as long as that makes a difference.</summary>
    private void Judge(ClauseCorners clause, int slot, long known, Judging judge, Subject subject)
    {
        var drawn = clause.Corners.Begin();
        _knowledge.Horizon = long.MaxValue;
        var asked = _knowledge.CoverageAsked;
        var open = judge(this, clause, subject).ToList();
        if (_knowledge.CoverageAsked == asked)
        {
            Draw(drawn, open, known, long.MaxValue, Corners.Both);
        }
        else
        {
            Draw(drawn, open, known, long.MaxValue, Corners.UpToKnown);
            DrawBeyond(drawn, open, known, clause, judge, subject);
        }

        clause.Corners.Replace(slot, known, drawn);
    }

    /// <summary>Beyond the horizon: the verdict holds until the next instant at which it turns is itself known.</summary>
    private void DrawBeyond(List<Corner> drawn, List<Instance> open, long known, ClauseCorners clause, Judging judge, Subject subject)
    {
        var turns = TurnsAfter(open, known);
        List<Instance>? before = null;
        var from = known;
        foreach (var turn in turns)
        {
            _knowledge.Horizon = turn;
            ForgetActs();
            var now = judge(this, clause, subject).ToList();
            if (before is not null && !Same(before, now))
            {
                Draw(drawn, before, from, turn, Corners.BeyondKnown);
                from = turn;
            }

            before = before is null || !Same(before, now) ? now : before;
        }

        Draw(drawn, before!, from, long.MaxValue, Corners.BeyondKnown);
        _knowledge.Horizon = long.MaxValue;
        ForgetActs();
    }

    /// <summary>What accounts keep of acts is of no use to the next statement, and of another horizon.</summary>
    private void ForgetActs()
    {
        foreach (var account in _accounts)
        {
            account.ForgetActs();
        }
    }

    private void Draw(List<Corner> drawn, List<Instance> instances, long from, long until, byte half)
    {
        foreach (var instance in instances)
        {
            var own = _ledger.Glossary.IndexOf(instance.Party);
            Verdict? before = null;
            foreach (var tick in Ticks(instance))
            {
                var verdict = IsOneTrack(instance) ? instance.Tracks[0].At(tick)?.Verdict : Combination.At(instance, own, tick)?.Verdict;
                if (verdict == before)
                {
                    continue;
                }

                if (before is { } gone)
                {
                    drawn.Add(new Corner(from, tick, Corners.Code(own, gone, half, -1)));
                    if (until != long.MaxValue)
                    {
                        drawn.Add(new Corner(until, tick, Corners.Code(own, gone, half, 1)));
                    }
                }

                if (verdict is { } come)
                {
                    drawn.Add(new Corner(from, tick, Corners.Code(own, come, half, 1)));
                    if (until != long.MaxValue)
                    {
                        drawn.Add(new Corner(until, tick, Corners.Code(own, come, half, -1)));
                    }
                }

                before = verdict;
            }
        }
    }

    /// <summary>The instant of knowledge, and those after it at which a verdict turns.</summary>
    private List<long> TurnsAfter(List<Instance> open, long known)
    {
        _turns.Clear();
        _turns.Add(known);
        foreach (var instance in open)
        {
            foreach (var tick in Ticks(instance))
            {
                if (tick - 1 > known && !_turns.Contains(tick - 1))
                {
                    _turns.Add(tick - 1);
                }
            }
        }

        _turns.Sort();
        return _turns;
    }

    private static bool Same(List<Instance> a, List<Instance> b)
    {
        var same = a.Count == b.Count;
        for (var i = 0; same && i < a.Count; i++)
        {
            same = a[i].Party == b[i].Party;
            for (var t = 0; same && t < a[i].Tracks.Length; t++)
            {
                same = Same(a[i].Tracks[t], b[i].Tracks[t]);
            }
        }

        return same;
    }

    private static bool Same(Track a, Track b)
    {
        var same = a.Count == b.Count;
        for (var i = 0; same && i < a.Count; i++)
        {
            same = a[i].From == b[i].From && a[i].Verdict == b[i].Verdict;
        }

        return same;
    }

    /// <summary>True when all accounts share one track: it is its own combination.</summary>
    private static bool IsOneTrack(Instance instance)
    {
        foreach (var track in instance.Tracks)
        {
            if (track != instance.Tracks[0])
            {
                return false;
            }
        }

        return true;
    }

    private List<long> Ticks(Instance instance)
    {
        _ticks.Clear();
        foreach (var track in instance.Tracks)
        {
            for (var i = 0; i < track.Count; i++)
            {
                _ticks.Add(track[i].From);
            }
        }

        _ticks.Sort();
        return _ticks;
    }

    /// <summary>Judges what one subject gives rise to under a clause.</summary>
    private delegate IEnumerable<Instance> Judging(Tally tally, ClauseCorners clause, Subject subject);

    /// <summary>A clause and the corners of its instances.</summary>
    private sealed record ClauseCorners(Clause Clause, TriggeredDuty Duty)
    {
        public Corners Corners { get; } = new();
    }
}
