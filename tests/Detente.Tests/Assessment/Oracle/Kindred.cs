using Detente.Agreement.Model;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>
/// 7.1: what bears on a type beside the statements that name it: statements that are complete for it, and what covers its
/// acquisition and removal. A type that may be of a selector is looked at as if it were of each that it may be of.
/// </summary>
internal sealed class Kindred(World world, string party, string x, string type, Truth member, IReadOnlyList<ItemSelector> items)
{
    private IEnumerable<ItemSelector> MayBe => items.Where(one => world.Membership.Selected(type, one, x) != Truth.False);

    /// <summary>7.1: complete for a type that is certainly one of a term in its list; for one that may be selected, complete for each such selector.</summary>
    public bool IsComplete(Holdings holdings) => member == Truth.Unknown
        ? MayBe.All(one => IsComplete(world, holdings, one))
        : Terms(world, holdings).Any(term => world.Membership.Is(type, term, x) == Truth.True);

    /// <summary>7.1: complete for a selector: for its term, or the base of that class term.</summary>
    public static bool IsComplete(World world, Holdings holdings, ItemSelector items) =>
        Terms(world, holdings).Any(term => term == items.Term || world.Term<ClassTerm>(items.Term)?.Test?.Base == term);

    /// <summary>7.1: the first tick at which acquisition or removal is not covered.</summary>
    public long? Gap(HoldingsEffect effect, Window window) => member == Truth.Unknown
        ? MayBe.Select(one => world.Covered.Flow(effect, party, one, window)).Min()
        : world.Covered.Flow(effect, party, type, x, window);

    /// <summary>7.1: what a statement is complete for: what it says; else in a live record what its exchange declares; in a reconstruction nothing.</summary>
    private static IReadOnlyList<string> Terms(World world, Holdings holdings) => holdings.Complete
        ?? (world.Record.IsReconstruction ? [] : [.. world.Term<DeclarationTerm>(holdings.Exchange)?.Of ?? []]);
}
