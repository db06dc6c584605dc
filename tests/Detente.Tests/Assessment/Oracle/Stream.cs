using Detente.Agreement.Model;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>A word on holdings, the tick it is as of, and what it makes of the value before it; <c>null</c> where it is no reset.</summary>
internal sealed record Reset(Word Word, long Tick, Func<Amount, Amount> Set);

/// <summary>
/// 7.1: how many of a type a party has by the words of a source, in an account: resets at the ticks they are as of, and
/// acts between them.
/// </summary>
internal sealed class Stream(World world, string party, string source, string x, string type, string? state, IReadOnlyList<Counted> acts, Kindred kindred)
{
    private readonly IReadOnlyList<Counted> moving = Moving(world, x, type, state, acts);

    /// <summary>Every reset, in order of tick, then position.</summary>
    public IReadOnlyList<Reset> Resets { get; } = FindResets(world, party, source, type, state, kindred);

    /// <summary>Ticks at which the value can change.</summary>
    public IEnumerable<long> Ticks => Resets.SelectMany(reset => new[] { reset.Tick, reset.Tick + 1 })
        .Concat(moving.SelectMany(act => new[] { act.FirstTick, act.LastTick }));

    /// <summary>7.1: the acts counted after the last reset before a tick, begun by then.</summary>
    public IEnumerable<Counted> Counted(long tick)
    {
        var reset = Resets.LastOrDefault(one => one.Tick <= tick);
        return moving.Where(act => act.FirstTick <= tick && (reset is null || act.LastTick >= reset.Tick));
    }

    /// <summary>7.1: the value at a tick.</summary>
    public Amount At(long tick)
    {
        var value = Amount.AnyCount;
        long? last = null;
        foreach (var reset in Resets.Where(reset => reset.Tick <= tick))
        {
            var before = last == reset.Tick ? value : After(value, last, reset.Tick - 1);
            value = reset.Set(before);
            last = reset.Tick;
        }

        return After(value, last, tick);
    }

    /// <summary>7.1: what is left of a value by a tick, when the last reset was at another: acts, then what is not covered.</summary>
    private Amount After(Amount value, long? reset, long tick)
    {
        var edges = from act in moving
                    where reset is null || act.LastTick >= reset
                    let isStraddling = act.FirstTick < reset
                    let amount = isStraddling || act.Happened == Truth.Unknown ? new Amount(0, act.Amount.High) : act.Amount
                    from edge in Edges(act, amount)
                    let counts = reset is { } begun && edge.Tick < begun ? begun : edge.Tick
                    where counts <= tick
                    orderby counts
                    select edge.Apply;
        foreach (var apply in edges)
        {
            value = apply(value);
        }

        var since = new Window(reset + 1 ?? EventTime.Beginning, tick + 1);
        if (kindred.Gap(HoldingsEffect.Adds, since) is not null)
        {
            value = value with { High = null };
        }

        return kindred.Gap(HoldingsEffect.Removes, since) is not null ? value with { Low = 0 } : value;
    }

    /// <summary>7.1: what an act does from its first tick, and from its last.</summary>
    private IEnumerable<(long Tick, Func<Amount, Amount> Apply)> Edges(Counted act, Amount amount)
    {
        Amount LowFalls(Amount value) => value with { Low = amount.High is { } most ? Math.Max(0, (value.Low ?? 0) - most) : 0 };
        Amount HighFalls(Amount value) => value with { High = value.High is { } high ? Math.Max(0, high - (amount.Low ?? 0)) : null };
        Amount LowRises(Amount value) => value with { Low = (value.Low ?? 0) + (amount.Low ?? 0) };
        Amount HighRises(Amount value) => value with { High = value.High + amount.High };
        return (Effect(world, act.Act, x), state is null) switch
        {
            (HoldingsEffect.Removes, true) => [(act.FirstTick, LowFalls), (act.LastTick, HighFalls)],
            (HoldingsEffect.Adds, true) => [(act.FirstTick, HighRises), (act.LastTick, LowRises)],
            (HoldingsEffect.Removes, false) => [(act.FirstTick, LowFalls)],
            (HoldingsEffect.Adds, false) => [(act.FirstTick, HighRises)],
            (HoldingsEffect.Moves, false) => [(act.FirstTick, LowFalls), (act.FirstTick, HighRises)],
            _ => [],
        };
    }

    private static IReadOnlyList<Counted> Moving(World world, string x, string type, string? state, IReadOnlyList<Counted> acts) =>
    [
        .. acts.Where(act => world.Accounts.Item(act.Act, x) == type)
            .Where(act => Effect(world, act.Act, x) is HoldingsEffect.Adds or HoldingsEffect.Removes || (state is not null && Effect(world, act.Act, x) == HoldingsEffect.Moves))
            .OrderBy(act => act.Act.Position, Knowledge.Order),
    ];

    private static HoldingsEffect? Effect(World world, Act act, string x) => world.Term<ActTerm>(world.Accounts.Kind(act, x))?.Effect;

    /// <summary>7.1: holdings of the party by the source, by every finding and by every neutral.</summary>
    private static IReadOnlyList<Reset> FindResets(World world, string party, string source, string type, string? state, Kindred kindred)
    {
        var resets = from word in world.Words
                     let holdings = word.Content as Holdings
                     where holdings is not null && holdings.Of == party
                     where word.IsOf(source) || world.Knowledge.IsFinding(word) || world.Knowledge.IsNeutralWord(word)
                     let set = SetTo(world, holdings, type, state, kindred)
                     where set is not null
                     orderby TickOf(holdings.AsOf)
                     select new Reset(word, TickOf(holdings.AsOf), set);
        return [.. resets];
    }

    /// <summary>7.1: the first tick for a single day or an instant, else the last.</summary>
    public static long TickOf(EventTime asOf) =>
        asOf.FirstTick == asOf.LastTick || (asOf.Grain == Grain.Day && Days.Of(asOf.FirstTick) == Days.Of(asOf.LastTick)) ? asOf.FirstTick : asOf.LastTick;

    /// <summary>7.1: what a statement of holdings makes of the value before it.</summary>
    private static Func<Amount, Amount>? SetTo(World world, Holdings holdings, string type, string? state, Kindred kindred)
    {
        var lines = holdings.Lines.Where(line => world.Accounts.Type(line.Item) == type).ToList();
        var direct = lines.Where(line => line.Place is null && line.State == state).Select(line => (Amount?)line.Amount).LastOrDefault();
        var others = lines.Where(line => !(line.Place is null && line.State == state) && (state is null || line.State == state)).Select(line => line.Amount).ToList();
        Amount? parts = others.Count == 0 ? null : others.Aggregate((a, b) => a + b);
        var whole = lines.Where(line => line.State is null && line.Place is null).Select(line => line.Amount).ToList();

        if (kindred.IsComplete(holdings))
        {
            if (direct is null && parts is null)
            {
                var isOnlyWithoutState = state is not null && lines.Count > 0 && lines.All(line => line.State is null);
                var sum = (whole.Count > 0 ? whole : lines.Select(line => line.Amount)).Aggregate(Amount.Zero, (a, b) => a + b);
                return _ => isOnlyWithoutState ? new Amount(0, sum.High) : Amount.Zero;
            }

            return _ => direct is { } d && parts is { } p ? Reconcile(d, p) : direct ?? parts!.Value;
        }

        if (direct is { } told)
        {
            return _ => parts is { } p ? Reconcile(told, new Amount(p.Low, null)) : told;
        }

        if (parts is { } some)
        {
            return before => Reconcile(before, new Amount(some.Low, null));
        }

        return state is not null && whole.Count > 0 ? before => Reconcile(before, new Amount(0, whole.Aggregate((a, b) => a + b).High)) : null;
    }

    /// <summary>7.1: what satisfies both; where nothing does, the least interval that holds both.</summary>
    private static Amount Reconcile(Amount a, Amount b)
    {
        var both = a.Intersect(b);
        return !both.IsEmpty ? both : new Amount(
            a.Low is null || b.Low is null ? null : Math.Min(a.Low.Value, b.Low.Value),
            a.High is null || b.High is null ? null : Math.Max(a.High.Value, b.High.Value));
    }
}
