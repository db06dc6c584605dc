using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>7.1: a limit on a count or a summed property. One instance, without name.</summary>
internal sealed class LimitForm(World world, Clause clause, Limit limit, string party) : Form(world, clause, party)
{
    /// <summary>H in one account: what is counted, and every tick at which the sum can change.</summary>
    private sealed record Account(IReadOnlyList<(string Type, Truth Member, Stream Own, Stream? Others)> Streams, IReadOnlyList<(long Tick, Amount H, int? Max)> Bound);

    public IEnumerable<Instance> Instances()
    {
        var accounts = World.Parties.ToDictionary(x => x, Sum);
        return [new Instance(null, EventTime.Beginning, (x, at) => Judge(x, accounts[x], at), x => TicksOf(x, accounts[x].Streams))];
    }

    /// <summary>7.1: pending, not kept, kept, else undetermined, over the bound instants up to one.</summary>
    private Outcome Judge(string x, Account account, long at)
    {
        var bound = account.Bound.Where(one => one.Tick <= at).ToList();
        if (bound.Count == 0)
        {
            var from = World.Binds.Base(Clause, Party, x).From;
            return Pending(World.Binds.Windows(Clause, Party, x).Select(one => one.From).Where(tick => tick > at).Append(from).First());
        }

        bool IsOver((long Tick, Amount H, int? Max) one) => one.H.Low > one.Max || (one.H.Low == one.Max && one.H.LowOpen);
        bool IsWithin((long Tick, Amount H, int? Max) one) => one.Max is null || one.H.High <= one.Max;
        foreach (var since in bound.Where(IsOver).Select(one => one.Tick).Take(1))
        {
            var ends = World.Binds.Windows(Clause, Party, x).Where(one => one.Contains(since)).Select(one => one.Until).Where(tick => tick <= at);
            var cured = bound.Where(one => one.Tick > since && IsWithin(one)).Select(one => one.Tick);
            return Rest(new Outcome(Verdict.NotKept, since, ends.Concat(cured).Select(tick => (long?)tick).Min()), x, account, since, HoldingsEffect.Removes);
        }

        if (bound.All(IsWithin))
        {
            var last = UpTo(x, at).Last();
            return Rest(new Outcome(Verdict.Kept, bound[0].Tick), x, account, Math.Min(at, last.Until - 1), HoldingsEffect.Adds);
        }

        var doubt = bound.First(one => !IsWithin(one)).Tick;
        return Rest(new Outcome(Verdict.Undetermined, doubt), x, account, doubt, HoldingsEffect.Adds)
            with { Need = Need(Verb.Declares, Party, limit.Items[0].Term, doubt) };
    }

    /// <summary>7.1: the sum over types and the unseen, at every bound tick at which it can change.</summary>
    private Account Sum(string x)
    {
        var counted = World.Cumulative.Acts(Party, x, new Amount(1, null), act => Time(act, x));
        var state = limit.Items[0].State;
        var streams = (from type in Types()
                       let member = World.Membership.Selected(type, limit.Items, x)
                       let kindred = new Kindred(World, Party, x, type, member, limit.Items)
                       where member != Truth.False
                       select (type, member,
                           new Stream(World, Party, Party, x, type, state, counted, kindred),
                           x == Party ? null : new Stream(World, Party, x, x, type, state, counted, kindred))).ToList();
        var windows = World.Binds.Windows(Clause, Party, x);
        var ticks = TicksOf(x, streams).Where(tick => windows.Any(window => window.Contains(tick))).Distinct().Order();
        return new Account(streams, [.. ticks.Select(tick => (tick, H(x, streams, counted, tick), Max(tick)))]);
    }

    private Amount H(string x, IEnumerable<(string Type, Truth Member, Stream Own, Stream? Others)> streams, IReadOnlyList<Counted> counted, long tick)
    {
        var sum = IsUnseen(tick) ? Weigh(Amount.AnyCount, null) : Amount.Zero;
        foreach (var (type, member, own, others) in streams)
        {
            var amount = Capped(own, Party);
            if (others is not null && Capped(others, x) is var seen && seen.IsDisjointFrom(amount))
            {
                amount = seen;
            }

            var property = limit.Property is null ? null : Accounts.Number(type, x, limit.Property);
            var weighed = Weigh(amount, property?.Amount);
            sum += member == Truth.True ? weighed : new Amount(0, weighed.High);

            Amount Capped(Stream stream, string source)
            {
                var value = stream.At(tick);
                return limit.Items[0].State is not null && new Stream(World, Party, source, x, type, null, counted, new Kindred(World, Party, x, type, member, limit.Items)).At(tick).High is { } most && !(value.High <= most)
                    ? value with { High = most }
                    : value;
            }
        }

        return sum;
    }

    /// <summary>7.1: for property sums each amount is multiplied by the property; unstated: anything.</summary>
    private Amount Weigh(Amount amount, Amount? property) => limit.Property is null ? amount : amount * (property ?? Amount.AnyCount);

    /// <summary>7.1: the unseen: anything until a complete statement, none after it, and anything again once acquisition is not covered.</summary>
    private bool IsUnseen(long tick) => Untold().Any(one => Complete(one, tick) is not { } last
        || World.Covered.Flow(HoldingsEffect.Adds, Party, one, new Window(last.Tick + 1, tick + 1)) is not null);

    /// <summary>7.1: selectors that select by properties: a class term with a test, or an item term.</summary>
    private IEnumerable<ItemSelector> Untold() => limit.Items.Where(one => World.Term<ClassTerm>(one.Term) is not { Test: null });

    /// <summary>7.1: the last holdings of the party, by itself, a finding or a neutral, that are complete for a selector.</summary>
    private (Word Word, long Tick)? Complete(ItemSelector items, long tick)
    {
        var statements = from word in World.Words
                        let holdings = word.Content as Holdings
                        where holdings is not null && holdings.Of == Party && Kindred.IsComplete(World, holdings, items)
                        where word.IsOf(Party) || World.Knowledge.IsFinding(word) || World.Knowledge.IsNeutralWord(word)
                        let at = Stream.TickOf(holdings.AsOf)
                        where at <= tick
                        orderby at
                        select ((Word, long)?)(word, at);
        return statements.LastOrDefault();
    }

    /// <summary>7.1: the limit of the phase a tick is in; <c>null</c> outside every phase.</summary>
    private int? Max(long tick) => limit.Phases
        .Where(phase => (phase.From is null || World.Binds.Tick(phase.From) <= tick) && (phase.Until is null || !(World.Binds.Tick(phase.Until) <= tick)))
        .Select(phase => (int?)phase.Max).FirstOrDefault();

    /// <summary>7.1: every type named in the record or in the agreement's class terms.</summary>
    private IEnumerable<string> Types() => World.Words.SelectMany(word => word.Content switch
        {
            Holdings holdings => holdings.Lines.Select(line => line.Item),
            ActWord { Item: { } item } => [item],
            TypeProperties type => [type.Item],
            Reading { Territory: null } reading => [reading.Item],
            _ => Enumerable.Empty<string>(),
        })
        .Concat(World.Agreement.Terms.OfType<ClassTerm>().SelectMany(term => term.OneOf).Select(type => type.Name))
        .Select(Accounts.Type).Distinct();

    /// <summary>7.1: an act's time: its end, else its start; else as announced; unstated: all of time.</summary>
    private (long First, long Last) Time(Act act, string x)
    {
        var time = Accounts.Time(act, x, "end") ?? Accounts.Time(act, x, "start") ?? Accounts.Time(act, x, "announced-end") ?? Accounts.Start(act, x);
        return (time.FirstTick, time.LastTick);
    }

    private IEnumerable<long> TicksOf(string x, IEnumerable<(string Type, Truth Member, Stream Own, Stream? Others)> streams)
    {
        var windows = World.Binds.Windows(Clause, Party, x);
        var phases = limit.Phases.SelectMany(phase => new[] { phase.From, phase.Until }).Where(time => time is not null).Select(time => World.Binds.Tick(time!) ?? EventTime.Beginning);
        var resets = World.Words.Select(word => word.Content).OfType<Holdings>().Select(holdings => Stream.TickOf(holdings.AsOf));
        return streams.SelectMany(one => one.Own.Ticks.Concat(one.Others?.Ticks ?? []))
            .Concat(World.Covered.Ticks())
            .Concat(resets.SelectMany(tick => new[] { tick, tick + 1 }))
            .Concat(phases)
            .Concat(windows.SelectMany(window => new[] { window.From, window.Until }));
    }

    /// <summary>7.1: leaves: of each type the last reset by then and the acts counted after it, what tells a type otherwise than by name, the last complete statement; and coverage.</summary>
    private Outcome Rest(Outcome outcome, string x, Account account, long tick, HoldingsEffect flow)
    {
        var leaves = new List<Basis?>();
        var cites = new List<Word>();
        var from = new List<long>();
        foreach (var (type, _, own, others) in account.Streams)
        {
            var stream = others is not null && others.At(tick).IsDisjointFrom(own.At(tick)) ? others : own;
            var reset = stream.Resets.LastOrDefault(one => one.Tick <= tick);
            if (reset is not null)
            {
                from.Add(reset.Tick);
                leaves.Add(World.Bases.Of(reset.Word, Party));
                cites.Add(reset.Word);
            }

            foreach (var act in stream.Counted(tick))
            {
                leaves.Add(World.Bases.Of(act.Act, Party));
                cites.AddRange(Bases.Cited(act.Act));
            }

            if (!World.Membership.IsByName(type, limit.Items))
            {
                leaves.AddRange(Accounts.TypeWords(type).Select(word => (Basis?)World.Bases.Of(word, Party)));
                cites.AddRange(Accounts.TypeWords(type));
            }
        }

        foreach (var (word, _) in Untold().Select(one => Complete(one, tick)).OfType<(Word, long)>())
        {
            leaves.Add(World.Bases.Of(word, Party));
            cites.Add(word);
        }

        if (from.Count > 0)
        {
            var window = new Window(from.Min(), tick + 1);
            leaves.AddRange(account.Streams.Select(one => World.Covered.BasisOfFlow(flow, Party, one.Type, x, window)));
            leaves.AddRange(Untold().Select(one => World.Covered.BasisOfFlow(flow, Party, one, window)));
        }

        return outcome with { Basis = Weakest(leaves), Cites = cites };
    }
}
