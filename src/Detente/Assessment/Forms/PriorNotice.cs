using Detente.Agreement.Model;
using Detente.Assessment.Accounts;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Forms;

/// <summary>Notice before an act (rule 7.4, prior notice), in one account.</summary>
/// <param name="Scene">What is judged from.</param>
/// <param name="Account">Whose account.</param>
/// <param name="Bearer">Who must give notice.</param>
/// <param name="Due">How long before what.</param>
/// <param name="Kind">The act term the clause speaks of.</param>
internal sealed record PriorNotice(Scene Scene, Account Account, string Bearer, Due.AtLeastBefore Due, string Kind)
{
    /// <summary>The act's start or other time the text names, where it happened.</summary>
    public EventTime? Began(ActFacts act) => act.Happened != Truth.True ? null : NamesActualTime ? act.TimeOf(TimeName) : act.Start;

    /// <summary>What decides whether the clause bound: when it began, else when it was announced for.</summary>
    public EventTime? Decides(ActFacts act) => Began(act)
        ?? LastTold(Notices(act))
        ?? act.AnnouncedStart;

    private string TimeName => Due.Time is TriggerTime.OfAct time ? time.Time : "announced-start";

    /// <summary>True when the text counts back from a time of the act itself.</summary>
    private bool NamesActualTime => TimeName != "announced-start";

    /// <summary>Known announcements of the act by the bearer, in record order.</summary>
    public List<Said> Notices(ActFacts facts)
    {
        var notices = new List<Said>(facts.Words.Count);
        foreach (var said in facts.Words)
        {
            if (said.Last.Verb == Verb.Announces && said.IsBy(Bearer) && said.Content is ActWord)
            {
                notices.Add(said);
            }
        }

        return notices;
    }

    public Track Judge(ActFacts facts)
    {
        var notices = Notices(facts);
        var began = Began(facts);
        if (began is null && notices.Count == 0)
        {
            return Track.Of(new Step(facts.FirstTick, facts.Happened == Truth.False ? Verdict.NotTriggered : Verdict.Undetermined));
        }

        var track = new Track();
        if (notices.Count > 0)
        {
            BeforeItBegins(track, notices, facts, began);
        }

        if (began is { } start)
        {
            OnceItBegan(track, notices, start);
        }

        return track;
    }

    private EventTime ReceiptOf(Said notice) => Scene.Knowledge.SentOrReceived(notice, Due.ByDispatch);

    /// <summary>The start last announced in a notice that is not cancelled.</summary>
    private static EventTime? LastTold(List<Said> notices)
    {
        EventTime? told = null;
        foreach (var notice in notices)
        {
            told = IsCancelled(notice) ? told : StartOf(notice) ?? told;
        }

        return told;
    }

    private static bool IsCancelled(Said notice) => ((ActWord)notice.Content).Cancelled;

    private static EventTime? StartOf(Said notice) => ((ActWord)notice.Content).Start;

    /// <summary>While it is announced: pending, kept once the notice is in time for the start last given, gone when cancelled.</summary>
    private void BeforeItBegins(Track track, List<Said> notices, ActFacts facts, EventTime? began)
    {
        var end = began?.FirstTick ?? long.MaxValue;
        var birth = long.MaxValue;
        foreach (var notice in notices)
        {
            birth = Math.Min(birth, notice.First.Made.FirstTick);
        }

        if (birth >= end)
        {
            return;
        }

        var steps = new List<long>(1 + (notices.Count * 3)) { birth };
        foreach (var notice in notices)
        {
            steps.Add(Math.Max(birth, ReceiptOf(notice).LastTick));
            if (began is null && StartOf(notice) is { } start)
            {
                steps.Add(Math.Max(birth, start.LastTick));
                if (Announced(Math.Max(birth, start.LastTick), notices, facts, false).Verdict is Verdict.Pending or Verdict.Undetermined)
                {
                    steps.Add(Math.Max(birth, FirstUncovered(facts, start)));
                }
            }
        }

        steps.Sort();
        var due = DueOf(notices, began);
        foreach (var tick in steps)
        {
            if (tick < end)
            {
                track.Add(Announced(tick, notices, facts, began is not null) is { Verdict: not Verdict.NotTriggered } step ? step with { Due = due } : new Step(tick, Verdict.NotTriggered));
            }
        }
    }

    /// <summary>The tick at which silence on an announced start stops meaning that it has not begun.</summary>
    private long FirstUncovered(ActFacts facts, EventTime start) =>
        Account.Coverage.MovingGap(LinesOn(facts), new Window(start.FirstTick, EventTime.End)) is { } gap ? Math.Max(gap, start.LastTick) : start.LastTick;

    private IReadOnlyList<Covered> LinesOn(ActFacts facts) => Account.Coverage.OfActOnType(Kind, facts.Actor, facts.Item, Account);

    private Step Announced(long tick, List<Said> notices, ActFacts facts, bool began)
    {
        Said? first = null;
        EventTime? told = null, toldUnreceived = null;
        foreach (var notice in notices)
        {
            var isCancelled = IsCancelled(notice);
            toldUnreceived = isCancelled ? toldUnreceived : StartOf(notice) ?? toldUnreceived;
            if (ReceiptOf(notice).LastTick > tick)
            {
                continue;
            }

            if (isCancelled)
            {
                if (!began)
                {
                    return new Step(tick, Verdict.NotTriggered);
                }

                continue;
            }

            told = StartOf(notice) ?? told;
            first = first is not { } soFar || ReceiptOf(notice).LastTick < ReceiptOf(soFar).LastTick ? notice : first;
        }

        var stated = first is null ? toldUnreceived : told;
        if ((notices.TrueForAll(IsCancelled) ? facts.AnnouncedStart : stated) is not { } start)
        {
            return new Step(tick, Verdict.Pending);
        }

        if (first is { } received && Due.Lapse.PassesBetween(ReceiptOf(received), start) == Truth.True)
        {
            return new Step(tick, Verdict.Kept);
        }

        var isOverdue = first is not null && !began && tick >= start.LastTick
            && Account.Coverage.MovingGap(LinesOn(facts), new Window(start.FirstTick, tick + 1)) is not null;
        return new Step(tick, isOverdue ? Verdict.Undetermined : Verdict.Pending);
    }

    /// <summary>When notice was due while the act had not begun: before the start last announced, or its actual one where none was.</summary>
    private long? DueOf(List<Said> notices, EventTime? began)
    {
        EventTime? told = null;
        foreach (var notice in notices)
        {
            told = !IsCancelled(notice) && (began is not { } start || ReceiptOf(notice).FirstTick <= start.LastTick) ? StartOf(notice) ?? told : told;
        }

        return (told ?? began) is { } counts ? BeforeTick(counts) : null;
    }

    private void OnceItBegan(Track track, List<Said> notices, EventTime start)
    {
        var before = notices.FindAll(n => !IsCancelled(n) && ReceiptOf(n).FirstTick <= start.LastTick);
        var told = LastTold(before);
        var from = NamesActualTime || told is not { } announced || start.LastTick < announced.FirstTick ? start : announced;
        var due = BeforeTick(from);
        var timely = Earliest(before) is { } first ? Due.Lapse.PassesBetween(ReceiptOf(first), from) : notices.Count == 0 && NoticeMayBeUnseen(start) ? Truth.Unknown : Truth.False;
        if (timely == Truth.True)
        {
            track.Add(new Step(start.FirstTick, Verdict.Kept, Due: due));
            return;
        }

        track.Add(new Step(start.FirstTick, Verdict.Undetermined, Due: due));
        if (timely == Truth.False)
        {
            track.Add(new Step(start.LastTick, Verdict.NotKept, Since: start.FirstTick, Due: due));
        }
    }

    /// <summary>Without any notice in the record: whether one may have been given that the record does not hold.</summary>
    private bool NoticeMayBeUnseen(EventTime start) => !Scene.Knowledge.IsLive
        && !Account.Coverage.Covers(Account.Coverage.OfMessages(Bearer), new Window(BeforeTick(start), start.LastTick + 1));

    private Said? Earliest(List<Said> notices)
    {
        Said? earliest = null;
        foreach (var notice in notices)
        {
            if (!IsCancelled(notice) && (earliest is not { } soFar || ReceiptOf(notice).LastTick < ReceiptOf(soFar).LastTick))
            {
                earliest = notice;
            }
        }

        return earliest;
    }

    /// <summary>The notice that counts for timeliness: the first received, of those before the act.</summary>
    public Said? First(ActFacts facts)
    {
        var rule = this;
        var began = Began(facts);
        return Earliest([.. Notices(facts).Where(n => began is not { } start || rule.ReceiptOf(n).FirstTick <= start.LastTick)]);
    }

    private long BeforeTick(EventTime start) => Due.Lapse.FromAnchor(start.FirstTick, -1);
}
