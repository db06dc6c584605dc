using Detente.Agreement.Model;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Accounts;

/// <summary>
/// How many items of one type a party holds over time, by one source's declarations and the acts of one account (rule
/// 7.1): a declaration sets the amount, acts move its bounds, and what is not covered lets them go.
/// </summary>
internal sealed class HoldingsStream
{
    private readonly Account _account;
    private readonly string _party;
    private readonly Counted _type;
    private readonly string? _state;
    private readonly List<HoldingsReset> _resets;
    private readonly List<HoldingsAct> _acts;

    /// <param name="account">Whose acts.</param>
    /// <param name="source">Whose declarations.</param>
    /// <param name="party">Whose holdings.</param>
    /// <param name="type">Of what.</param>
    /// <param name="state">In what state; <c>null</c> for all.</param>
    public HoldingsStream(Account account, string source, string party, Counted type, string? state)
    {
        (_account, _party, _type, _state) = (account, party, type, state);
        _resets = [.. HoldingsReset.Of(account, source, party).Where(r => r.Concerns(account, type, state))];
        _acts = [.. account.Flows(party)[type.Type]];
        Steps = Build();
        if (state is not null)
        {
            var whole = account.Stream(source, party, type, null).Steps;
            Steps = AmountSteps.Combine(Steps, whole, (own, all) => all.High is { } most && (own.High is null || own.High > most)
                ? own with { High = most, HighOpen = false }
                : own);
        }
    }

    public AmountSteps Steps { get; }

    /// <summary>True when a declaration's total and its parts have nothing in common.</summary>
    public bool DoesNotReconcile { get; private set; }

    /// <summary>The last declaration at or before a tick.</summary>
    public HoldingsReset? LastReset(long tick) => _resets.LastOrDefault(r => r.Tick <= tick);

    /// <summary>Acts counted after the last declaration that had begun by a tick.</summary>
    public IEnumerable<HoldingsAct> ActsCounted(long tick)
    {
        var from = LastReset(tick)?.Tick ?? EventTime.Beginning;
        return _acts.Where(a => a.First <= tick && a.Last >= from && Matters(a));
    }

    private bool Matters(HoldingsAct act) => act.Effect != HoldingsEffect.Moves || _state is not null;

    private AmountSteps Build()
    {
        var steps = AmountSteps.Constant(Amount.AnyCount);
        var amount = Amount.AnyCount;
        for (var i = 0; i < _resets.Count; i++)
        {
            var reset = _resets[i];
            var reconciled = reset.Apply(_account, _type, _state, amount, out amount);
            DoesNotReconcile |= !reconciled;
            var until = i + 1 < _resets.Count ? _resets[i + 1].Tick : EventTime.End;
            if (until > reset.Tick)
            {
                amount = Segment(steps, amount, reset.Tick, until);
            }
        }

        return steps;
    }

    /// <summary>Adds the steps from one declaration to the next; returns the amount just before the next.</summary>
    private Amount Segment(AmountSteps steps, Amount start, long from, long until)
    {
        var changes = new List<(long Tick, int Order, Func<Amount, Amount> Change)>();
        foreach (var (act, order) in _acts.Select((a, i) => (a, i)))
        {
            if (act.Last >= from && Matters(act))
            {
                Changes(act, act.First < from ? act.Amount with { Low = 0, LowOpen = false } : act.Amount, from, order, changes);
            }
        }

        // A declaration holds at its own tick, whatever is not covered.
        var window = new Window(from + 1, EventTime.End);
        var unbounded = FirstGap(true, window);
        var emptied = FirstGap(false, window);
        changes.Add((unbounded, int.MaxValue, a => a));
        changes.Add((emptied, int.MaxValue, a => a));
        var amount = start;
        var shown = Widen(start, from);
        steps.Add(from, shown);
        foreach (var (tick, _, change) in changes.Where(c => c.Tick < until).OrderBy(c => c.Tick).ThenBy(c => c.Order))
        {
            amount = change(amount);
            shown = Widen(amount, tick);
            steps.Add(tick, shown);
        }

        return shown;

        Amount Widen(Amount known, long tick) => new(tick >= emptied ? 0 : known.Low, tick >= unbounded ? null : known.High);
    }

    private long FirstGap(bool adds, Window window) =>
        Flows(_account, _party, _type, adds).Select(lines => CoverageMap.FirstGap(lines, window)).Min() ?? EventTime.End;

    /// <summary>Coverage of what adds to (or takes from) holdings of a type: for one that may fall under selectors, of each of them.</summary>
    public static IEnumerable<IReadOnlyList<Covered>> Flows(Account account, string party, Counted type, bool adds) => type.May.Count > 0
        ? type.May.Select(s => account.Coverage.OfFlow(adds, party, s))
        : [account.Coverage.OfFlow(adds, party, type.Type, account)];

    private void Changes(HoldingsAct act, Amount n, long from, int order, List<(long Tick, int Order, Func<Amount, Amount> Change)> changes)
    {
        var (first, last) = (Math.Max(act.First, from), Math.Max(act.Last, from));
        void LowFalls(long tick) => changes.Add((tick, order, a => a with { Low = n.High is { } most ? Math.Max(0, (a.Low ?? 0) - most) : 0, LowOpen = false }));
        void HighRises(long tick) => changes.Add((tick, order, a => a with { High = a.High + n.High }));
        switch (act.Effect)
        {
            case HoldingsEffect.Removes:
                LowFalls(first);
                if (_state is null)
                {
                    changes.Add((last, order, a => a with { High = a.High is { } high ? Math.Max(0, high - (n.Low ?? 0)) : null }));
                }

                break;
            case HoldingsEffect.Adds:
                HighRises(first);
                if (_state is null)
                {
                    changes.Add((last, order, a => a with { Low = (a.Low ?? 0) + (n.Low ?? 0) }));
                }

                break;
            case HoldingsEffect.Moves:
                LowFalls(first);
                HighRises(first);
                break;
            default:
                break;
        }
    }
}

/// <summary>An act that changes holdings of a type, in one account.</summary>
/// <param name="Facts">The act.</param>
/// <param name="Subject">Its statements.</param>
/// <param name="Effect">What it does.</param>
/// <param name="Amount">How many.</param>
/// <param name="First">First tick at which that can have happened.</param>
/// <param name="Last">Last tick.</param>
internal sealed record HoldingsAct(ActFacts Facts, Subject Subject, HoldingsEffect Effect, Amount Amount, long First, long Last)
{
    /// <summary>Every act of a party on an item that happened or may have, what cumulative figures replace left out.</summary>
    public static List<HoldingsAct> Of(Account account, string party)
    {
        var acts = new List<HoldingsAct>();
        foreach (var (subject, facts) in account.Acts())
        {
            var effect = account.Knowledge.Glossary.EffectOf(facts.Kind);
            if (facts.Actor != party || facts.Item is null || effect == HoldingsEffect.None || facts.Happened == Truth.False)
            {
                continue;
            }

            var figure = account.Cumulative.GetValueOrDefault(facts.Id);
            if (figure is { Replaced: true })
            {
                continue;
            }

            var time = facts.End ?? facts.Start ?? facts.AnnouncedEnd ?? facts.AnnouncedStart;
            var amount = figure?.Amount ?? facts.Amount ?? new Amount(1, null);
            amount = facts.Happened == Truth.Unknown ? amount with { Low = 0, LowOpen = false } : amount;
            acts.Add(new HoldingsAct(
                facts, subject, effect, amount,
                figure?.First ?? facts.Span?.From ?? time?.FirstTick ?? EventTime.Beginning,
                figure?.Last ?? facts.Span?.Until ?? time?.LastTick ?? EventTime.End));
        }

        return acts;
    }
}
