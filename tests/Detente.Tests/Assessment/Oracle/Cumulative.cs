using Detente.Agreement.Model;
using Detente.Quantities;
using Detente.Statements;
using Detente.Time;

namespace Detente.Tests.Judgement.Oracle;

/// <summary>What an act counts for in an account: how many, over which ticks.</summary>
internal sealed record Counted(Act Act, Truth Happened, Amount Amount, long FirstTick, long LastTick);

/// <summary>3.5: a cumulative act stands for the acts it spans.</summary>
internal sealed class Cumulative(World world)
{
    private sealed record Spanned(Act Act, bool IsCumulative, long First, long Last, Amount Amount);

    /// <summary>
    /// What each act of an actor that may have happened counts for, those that are replaced left out. A single act is
    /// placed at <paramref name="time"/>, a cumulative one at what 3.5 leaves of its span.
    /// </summary>
    public IReadOnlyList<Counted> Acts(string actor, string x, Amount unstated, Func<Act, (long First, long Last)> time)
    {
        var counted = new List<Counted>();
        foreach (var act in world.Accounts.Acts().Where(act => act.Actor == actor))
        {
            var happened = world.Accounts.Happened(act, x);
            if (happened == Truth.False || IsReplaced(act, x))
            {
                continue;
            }

            var amount = world.Accounts.Amount(act, x) ?? unstated;
            if (!IsCumulative(act, x))
            {
                counted.Add(new Counted(act, happened, amount, time(act).First, time(act).Last));
                continue;
            }

            var span = Span(act, x)!.Value;
            var children = Children(act, x);
            var taken = children.Select(child => world.Accounts.Amount(child, x) ?? unstated).Aggregate(Amount.Zero, (a, b) => a + b);
            var begun = children.Where(child => Span(child, x)!.Value.First == span.First)
                .Select(child => world.Accounts.Time(child, x, "end")!.Value.FirstTick)
                .Append(span.First).Max();
            counted.Add(new Counted(act, happened, amount.Less(taken), begun, span.Last));
        }

        return counted;
    }

    /// <summary>3.5: it counts all such acts from its start, or from the beginning, to its end, which it needs.</summary>
    public bool IsCumulative(Act act, string x) => act.Said.Any(one => one.Said.Cumulative) && Span(act, x) is not null;

    /// <summary>3.5: a single act inside some cumulative act; of two cumulative acts with the same span, the earlier.</summary>
    private bool IsReplaced(Act act, string x) => Likes(act, x).Any(c => IsCumulative(c, x) && IsInside(act, c, x)
        && (!IsCumulative(act, x) || (Span(act, x) == Span(c, x) && Knowledge.Order.Compare(act.Position, c.Position) < 0)));

    /// <summary>3.5: the cumulative acts inside it, not replaced, and not inside another that is inside it.</summary>
    private List<Act> Children(Act act, string x)
    {
        var inside = Likes(act, x)
            .Where(one => IsCumulative(one, x) && IsInside(one, act, x) && !IsReplaced(one, x)).ToList();
        return [.. inside.Where(one => !inside.Any(other => other.Id != one.Id && Alike(one, other, x) && IsInside(one, other, x)))];
    }

    /// <summary>3.5: the other acts with the same kind, actor, item and effect that happened, if this one did.</summary>
    private IEnumerable<Act> Likes(Act act, string x) => world.Accounts.Happened(act, x) != Truth.True ? [] : world.Accounts.Acts()
        .Where(other => other.Id != act.Id && other.Actor == act.Actor
            && world.Accounts.Kind(other, x) == world.Accounts.Kind(act, x)
            && world.Accounts.Item(other, x) == world.Accounts.Item(act, x)
            && world.Accounts.Happened(other, x) == Truth.True);

    /// <summary>3.5: the place of the one that spans is unstated or equal.</summary>
    private bool Alike(Act inner, Act outer, string x) =>
        world.Accounts.Place(outer, x) is not { } place || place == world.Accounts.Place(inner, x);

    /// <summary>3.5: its time lies inside the other's span.</summary>
    private bool IsInside(Act inner, Act outer, string x) =>
        Alike(inner, outer, x) && Span(outer, x) is { } span && Time(inner, x) is { } time && time.First >= span.First && time.Last <= span.Last;

    /// <summary>3.5: of a cumulative act its span; of a single one its end if stated, else its start.</summary>
    private (long First, long Last)? Time(Act act, string x) =>
        IsCumulative(act, x) ? Span(act, x)
        : (world.Accounts.Time(act, x, "end") ?? world.Accounts.Time(act, x, "start")) is { } time ? (time.FirstTick, time.LastTick)
        : null;

    /// <summary>3.5: from the first tick of its start to the last of its end.</summary>
    public (long First, long Last)? Span(Act act, string x) =>
        world.Accounts.Time(act, x, "end") is { } end && (world.Accounts.Time(act, x, "start")?.FirstTick ?? EventTime.Beginning) is var first && first <= end.LastTick
            ? (first, end.LastTick)
            : null;
}
