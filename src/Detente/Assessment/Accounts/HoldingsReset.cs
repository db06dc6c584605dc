using Detente.Agreement.Model;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Assessment.Accounts;

/// <summary>A declaration of holdings, and what it sets for a type (rule 7.1).</summary>
/// <param name="Said">The statement.</param>
/// <param name="Content">What it says.</param>
internal sealed record HoldingsReset(Said Said, Holdings Content)
{
    /// <summary>The tick from which its figures hold: the first of a single day or an instant, else the last.</summary>
    public long Tick { get; } = TickOf(Content.AsOf);

    /// <summary>What a source says of a party's holdings, in the order in which it holds.</summary>
    public static IEnumerable<HoldingsReset> Of(Account account, string source, string party) =>
        from said in account.Knowledge.JudgedOn(account.Knowledge.Ledger.HoldingsSaid)
        where said.Content is Holdings holdings && holdings.Of == party && account.Knowledge.Speaks(said, source)
        let reset = new HoldingsReset(said, (Holdings)said.Content)
        orderby reset.Tick, said.Position
        select reset;

    private static long TickOf(EventTime asOf) =>
        asOf.FirstTick == asOf.LastTick || (asOf.Grain == Grain.Day && Days.Of(asOf.FirstTick) == Days.Of(asOf.LastTick)) ? asOf.FirstTick : asOf.LastTick;

    /// <summary>Whether it says anything of the type, if only by silence.</summary>
    public bool Concerns(Account account, Counted type, string? state)
    {
        if (IsCompleteFor(account, type))
        {
            return true;
        }

        var lines = LinesOn(account, type.Type).ToList();
        return state is null ? lines.Count > 0 : lines.Any(l => l.State == state || (l.State is null && l.Place is null));
    }

    /// <summary>
    /// Whether silence on the type means none. A type that may fall under selectors is looked at as if it did: if it
    /// does not, it counts nothing.
    /// </summary>
    public bool IsCompleteFor(Account account, Counted type) => type.May.Count > 0
        ? type.May.All(s => IsCompleteFor(account, s))
        : CompleteTerms(account).Any(t => account.IsA(type.Type, t) == Truth.True);

    /// <summary>Whether it lists everything a selector's term names.</summary>
    public bool IsCompleteFor(Account account, ItemSelector selector)
    {
        var terms = CompleteTerms(account);
        return terms.Contains(selector.Term) || (account.Knowledge.Glossary.Class(selector.Term)?.Test is { } test && terms.Contains(test.Base));
    }

    /// <summary>The amount it sets; false when a total and its parts do not reconcile.</summary>
    public bool Apply(Account account, Counted type, string? state, Amount before, out Amount after)
    {
        var lines = LinesOn(account, type.Type).ToList();
        Amount? direct = lines.LastOrDefault(l => l.Place is null && l.State == state)?.Amount;
        var parts = Sum(lines.Where(l => state is null ? l.Place is not null || l.State is not null : l.Place is not null && l.State == state));
        if (IsCompleteFor(account, type))
        {
            after = (direct, parts) switch
            {
                ({ } total, { } sum) => total.Intersect(sum),
                ({ } total, null) => total,
                (null, { } sum) => sum,
                _ => state is not null && Upper(lines) is { } upper ? new Amount(0, upper.High) : Amount.Zero,
            };
            return Reconcile(direct, parts, ref after);
        }

        Amount? atLeast = parts is { } some ? new Amount(some.Low, null) : null;
        if (direct is { } set)
        {
            after = atLeast is { } floor ? set.Intersect(floor) : set;
            return Reconcile(direct, atLeast, ref after);
        }

        var limit = atLeast ?? (state is not null && Upper(lines) is { } most ? new Amount(0, most.High) : null as Amount?);
        after = limit is { } bound ? before.Intersect(bound) : before;
        return Reconcile(before, limit, ref after);
    }

    private static bool Reconcile(Amount? a, Amount? b, ref Amount both)
    {
        if (!both.IsEmpty)
        {
            return true;
        }

        both = Ranges.Hull(a!.Value, b!.Value);
        return false;
    }

    /// <summary>A bound from lines that do not tell states apart.</summary>
    private static Amount? Upper(IReadOnlyList<HoldingLine> lines)
    {
        var stateless = lines.Where(l => l.State is null).ToList();
        return stateless.LastOrDefault(l => l.Place is null)?.Amount ?? (lines.Any(l => l.State is not null) ? null : Sum(stateless));
    }

    private static Amount? Sum(IEnumerable<HoldingLine> lines)
    {
        Amount? sum = null;
        foreach (var line in lines)
        {
            sum = sum is { } soFar ? soFar + line.Amount : line.Amount;
        }

        return sum;
    }

    private IEnumerable<HoldingLine> LinesOn(Account account, string type) =>
        Content.Lines.Where(l => account.Knowledge.Glossary.Canonical(l.Item) == type);

    private IReadOnlyList<string> CompleteTerms(Account account)
    {
        if (Content.Complete is { } stated)
        {
            return stated;
        }

        var exchange = account.Knowledge.IsLive && Content.Exchange is { } name
            ? account.Knowledge.Glossary.Agreement.Terms.OfType<DeclarationTerm>().FirstOrDefault(t => t.Name == name)
            : null;
        return exchange?.Of ?? (IReadOnlyList<string>)[];
    }
}

/// <summary>A type whose holdings are followed.</summary>
/// <param name="Type">Its name.</param>
/// <param name="May">The selectors it may fall under, where it cannot be told which; empty where it certainly falls under one.</param>
internal readonly record struct Counted(string Type, IReadOnlyList<ItemSelector> May);
