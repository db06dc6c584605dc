using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>7.4, prior notice: of an act, in one account, at least D before it starts.</summary>
internal sealed class PriorNotice(World world, string party, Act act, Due.AtLeastBefore due, string kind, string x)
{
    private sealed record Notice(Word Word, ActWord Said, EventTime R);

    private readonly List<Notice> notices =
    [
        .. new Deeds(world, party).Notices(act).Select(one => new Notice(one.Word, one.Said, due.ByDispatch ? one.Word.Made : world.Knowledge.ReceivedByAll(one.Word))),
    ];

    /// <summary>S: start, if it happened and is stated.</summary>
    private readonly EventTime? started = world.Accounts.Happened(act, x) == Truth.True ? world.Accounts.Time(act, x, "start") : null;

    /// <summary>The deciding time and the steps.</summary>
    public (EventTime Deciding, Link Link) Judge()
    {
        if (notices.Count == 0 && started is null)
        {
            var start = world.Accounts.Start(act, x);
            return (start, new Link(new Steps().Then(start.FirstTick, new Outcome(Verdict.Undetermined)), null));
        }

        var steps = new Steps();
        foreach (var tick in Ticks().Where(tick => notices.Count > 0 && tick >= notices.Min(one => one.Word.Made.FirstTick)))
        {
            steps.Then(tick, Before(tick));
        }

        if (started is { } s)
        {
            AfterStart(steps, s);
        }

        var deciding = started ?? Start() ?? world.Accounts.Start(act, x);
        return (deciding, new Link(steps, DueTick()));
    }

    /// <summary>The notices that count: not cancelled; of an act that began, those with receipt possible by its start.</summary>
    private IEnumerable<Notice> Standing => notices.Where(one => !one.Said.Cancelled && (started is null || one.R.FirstTick <= started.Value.LastTick));

    /// <summary>n₁: the one first received.</summary>
    private Notice? First => Standing.OrderBy(one => one.R.LastTick).ThenBy(one => one.Word.First, Knowledge.Order).FirstOrDefault();

    /// <summary>s: the start of the last such notice that states one; the actual start where that is asked, was earlier, or there was no notice.</summary>
    private EventTime? Start()
    {
        var announced = Announced();
        var asksActual = due.Time is TriggerTime.OfAct { Time: not "announced-start" };
        return started is { } actual && (asksActual || announced is null || actual.LastTick < announced.Value.FirstTick) ? actual : announced;
    }

    private EventTime? Announced() => Standing.Where(one => one.Said.Start is not null).Select(one => one.Said.Start).LastOrDefault();

    /// <summary>Whether D passes between the first receipt and a start.</summary>
    private Truth IsTimely(EventTime? start) =>
        First is { } first && start is { } to ? due.Lapse.PassesBetween(first.R, to) : First is null ? Truth.False : Truth.Unknown;

    /// <summary>Due: s − D, the first tick.</summary>
    private long? DueTick() => Start() is { LastTick: < EventTime.End } start ? Less(start.FirstTick) : null;

    private long Less(long tick) => tick <= EventTime.Beginning ? tick
        : due.Lapse.IsCalendar ? due.Lapse.FromAnchor(tick, -1) : tick - due.Lapse.Ticks;

    /// <summary>Every tick before the start at which it may step.</summary>
    private IEnumerable<long> Ticks() => notices.Select(one => one.R.LastTick)
        .Append(notices.Count > 0 ? notices.Min(one => one.Word.Made.FirstTick) : EventTime.End)
        .Concat(Start() is { } start ? [start.LastTick] : [])
        .Concat(world.Covered.Ticks())
        .Where(tick => started is null || tick < started.Value.FirstTick)
        .Distinct().Order();

    /// <summary>Before the start, or without one.</summary>
    private Outcome Before(long at)
    {
        if (started is null && notices.Any(one => one.Said.Cancelled && one.R.LastTick <= at))
        {
            return Outcome.NotTriggered;
        }

        var pending = new Outcome(Verdict.Pending, Due: (Announced() ?? Start()) is { LastTick: < EventTime.End } planned ? Less(planned.FirstTick) : null) { Basis = BasisOfFirst };
        if (First is not { } first || at < first.R.LastTick)
        {
            return pending;
        }

        var notified = Standing.Where(one => one.R.LastTick <= at && one.Said.Start is not null).Select(one => one.Said.Start).LastOrDefault();
        if (notified is not null && IsTimely(notified) == Truth.True)
        {
            return pending with { Verdict = Verdict.Kept };
        }

        return started is null && Start() is { } start && at >= start.LastTick && !IsCovered(start.FirstTick, at)
            ? pending with { Verdict = Verdict.Undetermined }
            : pending;
    }

    /// <summary>From the start on: timely: kept; else undetermined to its last tick, then not kept where nothing is unseen.</summary>
    private void AfterStart(Steps steps, EventTime start)
    {
        var timely = IsTimely(Start());
        var outcome = new Outcome(Verdict.Undetermined, Due: DueTick()) { Basis = BasisOfFirst };
        if (timely == Truth.True)
        {
            steps.Then(start.FirstTick, outcome with { Verdict = Verdict.Kept });
            return;
        }

        steps.Then(start.FirstTick, outcome);
        var nothingUnseen = notices.Count > 0
            || !world.Record.IsReconstruction
            || world.Covered.Messages(party, new Window(Less(start.FirstTick), start.LastTick + 1)) is null;
        if (timely == Truth.False && nothingUnseen)
        {
            steps.Then(start.LastTick, outcome with { Verdict = Verdict.NotKept, Since = start.FirstTick });
        }
    }

    /// <summary>Whether acts of the kind are covered, so that silence means it has not begun.</summary>
    private bool IsCovered(long from, long at) =>
        world.Covered.Act(kind, act.Actor, world.Accounts.Item(act, x), x, new Window(from, at + 1)) is null;

    private Basis? BasisOfFirst => First is { } first ? world.Bases.Of(first.Word, party) : null;
}
