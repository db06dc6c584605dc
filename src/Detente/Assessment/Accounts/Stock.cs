using Detente.Agreement.Model;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Accounts;

/// <summary>What a party holds of what a limit is about, by type, in one account (rule 7.1).</summary>
/// <param name="Lines">Types that are, or may be, what the limit is about.</param>
/// <param name="Unseen">What the record does not name.</param>
/// <param name="Total">Their sum over time, or the sum of the property.</param>
internal sealed record Stock(IReadOnlyList<StockLine> Lines, IReadOnlyList<Unseen> Unseen, AmountSteps Total)
{
    public static Stock Held(Account account, string party, Limit limit)
    {
        var state = limit.Items[0].State;
        var total = AmountSteps.Constant(Amount.Zero);
        var lines = new List<StockLine>();
        foreach (var type in account.Knowledge.Types)
        {
            var membership = account.IsAny(type, limit.Items);
            if (membership != Truth.False)
            {
                var line = Line(account, party, new Counted(type, May(account, type, limit)), state, membership, limit.Property);
                lines.Add(line);
                total = AmountSteps.Combine(total, line.Counted, (a, b) => a + b);
            }
        }

        var unseen = new List<Unseen>();
        foreach (var selector in limit.Items)
        {
            if (account.Knowledge.Glossary.Class(selector.Term) is not { Test: null })
            {
                var more = new Unseen(account, party, selector);
                unseen.Add(more);
                total = AmountSteps.Combine(total, limit.Property is null ? more.Steps : more.Steps.Map(a => a * Amount.AnyCount), (a, b) => a + b);
            }
        }

        return new Stock(lines, unseen, total);
    }

    /// <summary>
    /// Selectors a type may fall under, where it certainly falls under none alone. It may still certainly fall under
    /// one or the other of them: a range over all of both classes.
    /// </summary>
    private static IReadOnlyList<ItemSelector> May(Account account, string type, Limit limit)
    {
        var each = limit.Items.Select(selector => (Selector: selector, Is: account.IsAny(type, [selector]))).ToList();
        return each.Any(s => s.Is == Truth.True) ? [] : [.. each.Where(s => s.Is != Truth.False).Select(s => s.Selector)];
    }

    private static StockLine Line(Account account, string party, Counted type, string? state, Truth membership, string? property)
    {
        var stream = account.Stream(party, party, type, state);
        var steps = stream.Steps;
        HoldingsStream? own = null;
        if (account.Party != party)
        {
            own = account.Stream(account.Party, party, type, state);
            steps = AmountSteps.Combine(steps, own.Steps, (theirs, ours) => ours.IsDisjointFrom(theirs) ? ours : theirs);
        }

        var counted = membership == Truth.True ? steps : steps.Map(a => a with { Low = 0, LowOpen = false });
        if (property is not null)
        {
            var each = account.Type(type.Type).Numbers.TryGetValue(property, out var value) ? value.Amount : Amount.AnyCount;
            counted = counted.Map(a => a * each);
        }

        return new StockLine(type, membership, stream, own, steps, counted);
    }
}

/// <summary>One type in a stock.</summary>
/// <param name="Of">The type.</param>
/// <param name="Membership">Whether it is what the limit is about: true or unknown.</param>
/// <param name="Stream">The holder's own stream, in the account.</param>
/// <param name="Other">The stream of whose account it is, where that is another party.</param>
/// <param name="Held">How many over time, in the account.</param>
/// <param name="Counted">What of them the limit counts.</param>
internal sealed record StockLine(Counted Of, Truth Membership, HoldingsStream Stream, HoldingsStream? Other, AmountSteps Held, AmountSteps Counted)
{
    /// <summary>The stream the account takes at a tick.</summary>
    public HoldingsStream Taken(long tick) => Other is not null && Other.Steps.At(tick).IsDisjointFrom(Stream.Steps.At(tick)) ? Other : Stream;

    /// <summary>Its name.</summary>
    public string Type => Of.Type;
}

/// <summary>Items a selector would count and that no statement names: none after a complete declaration, as long as acquisition is covered.</summary>
internal sealed class Unseen
{
    private readonly List<HoldingsReset> _complete;

    public Unseen(Account account, string party, ItemSelector selector)
    {
        Selector = selector;
        _complete = [.. HoldingsReset.Of(account, party, party).Where(r => r.IsCompleteFor(account, selector))];
        var lines = account.Coverage.OfFlow(true, party, selector);
        Steps = AmountSteps.Constant(Amount.AnyCount);
        for (var i = 0; i < _complete.Count; i++)
        {
            var until = i + 1 < _complete.Count ? _complete[i + 1].Tick : EventTime.End;
            Steps.Add(_complete[i].Tick, Amount.Zero);
            if (CoverageMap.FirstGap(lines, new Window(_complete[i].Tick + 1, EventTime.End)) is { } gap && gap < until)
            {
                Steps.Add(gap, Amount.AnyCount);
            }
        }
    }

    public ItemSelector Selector { get; }

    public AmountSteps Steps { get; }

    /// <summary>The last complete declaration at or before a tick.</summary>
    public HoldingsReset? LastComplete(long tick) => _complete.LastOrDefault(r => r.Tick <= tick);
}
