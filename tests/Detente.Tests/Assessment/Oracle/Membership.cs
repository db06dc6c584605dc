using Detente.Agreement.Model;
using Detente.Quantities;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>Section 4: whether a type is what a selector selects, in an account.</summary>
internal sealed class Membership(World world)
{
    /// <summary>4.1: is the type a T?</summary>
    public Truth Is(string type, string term, string x)
    {
        if (world.Accounts.ReadAs(type, x, term) is { } read)
        {
            return read; // (a)
        }

        if (world.Term<ClassTerm>(term) is { } named)
        {
            return named.OneOf.Any(one => one.Name == type) ? Truth.True // (b)
                : named.Test is { } test ? Passes(type, test.Base, test.Words, test.Numbers, x)
                : Truth.False;
        }

        if (world.Accounts.Is(type, x) is { } stated)
        {
            return Kleene.Known(stated == term); // (c)
        }

        return world.Agreement.Terms.OfType<ClassTerm>().Any(one => one.Test?.Base == term && one.OneOf.Any(n => n.Name == type))
            ? Truth.True
            : Truth.Unknown;
    }

    /// <summary>4.2: is it what the selector selects? With `for`, so must be the type named by its missile-type.</summary>
    public Truth Selected(string type, ItemSelector items, string x) =>
        items.For is null ? Is(type, items.Term, x) : Is(type, items.Term, x).And(Serves(type, items.For, x));

    /// <summary>4.3: any of the selectors; and if that cannot be told, the union of the ranges of those that differ in nothing else.</summary>
    public Truth Selected(string type, IReadOnlyList<ItemSelector> items, string x)
    {
        var any = items.Select(one => Selected(type, one, x)).Aggregate(Truth.False, Kleene.Or);
        return any == Truth.Unknown ? Unions(items).Select(one => InUnion(type, one, x)).Aggregate(any, Kleene.Or) : any;
    }

    /// <summary>7.3: as 4.3, where the state must equal if asked; unstated: cannot be told.</summary>
    public Truth SelectedInState(string type, string? state, IReadOnlyList<ItemSelector> items, string x)
    {
        Truth HasState(string? asked) => asked is null ? Truth.True : state is null ? Truth.Unknown : Kleene.Known(asked == state);
        return items.GroupBy(one => one.State)
            .Select(group => Selected(type, [.. group], x).And(HasState(group.Key)))
            .Aggregate(Truth.False, Kleene.Or);
    }

    /// <summary>7.1: selected by its name alone, so that no statement on the type is needed.</summary>
    public bool IsByName(string type, IReadOnlyList<ItemSelector> items) =>
        items.Any(one => one.For is null && world.Term<ClassTerm>(one.Term) is { } term && term.OneOf.Any(n => n.Name == type));

    private Truth Serves(string type, ItemSelector what, string x) =>
        world.Accounts.Property(type, x, "missile-type") is { } served ? Selected(world.Accounts.Type(served), what, x) : Truth.Unknown;

    /// <summary>4.1 (b): the conjunction of base, words and numbers; each unstated: cannot be told.</summary>
    private Truth Passes(string type, string itemTerm, IEnumerable<WordIs> words, IEnumerable<NumberIn> numbers, string x)
    {
        var told = world.Accounts.Is(type, x) is { } stated ? Kleene.Known(stated == itemTerm) : Truth.Unknown;
        foreach (var word in words)
        {
            told = told.And(world.Accounts.Property(type, x, word.Property) is { } value ? Kleene.Known(value == word.Value) : Truth.Unknown);
        }

        foreach (var number in numbers)
        {
            told = told.And(world.Accounts.Number(type, x, number.Property) is { } value ? value.Within(number.Interval) : Truth.Unknown);
        }

        return told;
    }

    private Truth InUnion(string type, (PropertyTest Test, ItemSelector? For, Amount Range) union, string x)
    {
        var number = union.Test.Numbers[0];
        var told = Passes(type, union.Test.Base, union.Test.Words, [number with { Interval = number.Interval with { Amount = union.Range } }], x);
        return union.For is null ? told : told.And(Serves(type, union.For, x));
    }

    /// <summary>4.3: unions of intervals that touch or overlap, of selectors over the same base, words, property and `for`.</summary>
    private IEnumerable<(PropertyTest Test, ItemSelector? For, Amount Range)> Unions(IReadOnlyList<ItemSelector> items)
    {
        var alike = from one in items
                    let test = world.Term<ClassTerm>(one.Term)?.Test
                    where test is not null && test.Numbers.Count == 1
                    group (test, one.For) by (test.Base, test.Words, test.Numbers[0].Property, test.Numbers[0].Interval.Unit, one.For);
        foreach (var group in alike)
        {
            var ranges = group.Select(one => one.test.Numbers[0].Interval.Amount).OrderBy(range => range.Low ?? decimal.MinValue).ThenBy(range => range.LowOpen).ToList();
            var union = ranges[0];
            foreach (var next in ranges.Skip(1))
            {
                if (!Meet(union, next))
                {
                    yield return (group.First().test, group.Key.For, union);
                    union = next;
                }
                else if (IsHigher(next, union))
                {
                    union = new Amount(union.Low, next.High, union.LowOpen, next.HighOpen);
                }
            }

            yield return (group.First().test, group.Key.For, union);
        }
    }

    private static bool Meet(Amount a, Amount b) =>
        a.High is not { } high || b.Low is not { } low || low < high || (low == high && !(a.HighOpen && b.LowOpen));

    private static bool IsHigher(Amount a, Amount b) =>
        b.High is { } than && (a.High is not { } high || high > than || (high == than && b.HighOpen && !a.HighOpen));
}
