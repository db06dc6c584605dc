using Detente.Quantities;
using Detente.Time;

namespace Detente.Assessment.Accounts;

/// <summary>What an act stands for once cumulative figures are taken into account (rule 3.5).</summary>
/// <param name="Replaced">True when a cumulative figure stands for it.</param>
/// <param name="Amount">What is left of it after the figures it spans.</param>
/// <param name="First">First tick at which that can have happened.</param>
/// <param name="Last">Last tick.</param>
internal sealed record CumulativeFigure(bool Replaced, Amount Amount, long First, long Last)
{
    /// <summary>Cumulative acts, and the acts they replace, by act.</summary>
    public static IReadOnlyDictionary<string, CumulativeFigure> Of(Account account)
    {
        var figures = new Dictionary<string, CumulativeFigure>(StringComparer.Ordinal);
        var acts = account.Acts().Select((a, order) => (a.Facts, order)).Where(a => a.Facts.Happened == Truth.True).ToList();
        foreach (var family in acts.GroupBy(a => (a.Facts.Kind, a.Facts.Actor, a.Facts.Item)))
        {
            var spans = family.Where(a => IsSpan(a.Facts)).ToList();
            if (spans.Count == 0)
            {
                continue;
            }

            foreach (var (act, order) in family)
            {
                if (spans.Any(c => c.Facts != act && Spans(c.Facts, c.order, act, order)))
                {
                    if (!IsSpan(act) || spans.Any(c => c.Facts != act && SameSpan(c.Facts, act) && Spans(c.Facts, c.order, act, order)))
                    {
                        figures[act.Id] = new CumulativeFigure(true, Amount.Zero, 0, 0);
                    }
                }
            }

            var standing = spans.Where(c => !figures.ContainsKey(c.Facts.Id)).ToList();
            foreach (var (act, order) in standing)
            {
                var inside = standing.Where(c => c.Facts != act && Spans(act, order, c.Facts, c.order)).ToList();
                var children = inside.Where(c => !inside.Any(b => b.Facts != c.Facts && Spans(b.Facts, b.order, c.Facts, c.order)));
                figures[act.Id] = Residual(act, [.. children.Select(c => c.Facts)]);
            }
        }

        return figures;
    }

    private static CumulativeFigure Residual(ActFacts act, IReadOnlyList<ActFacts> children)
    {
        var amount = act.Amount ?? new Amount(1, null);
        foreach (var child in children)
        {
            amount = amount.Less(child.Amount ?? new Amount(1, null));
        }

        var sharing = children.Where(c => c.Start!.Value.FirstTick == act.Start!.Value.FirstTick).ToList();
        var first = sharing.Count > 0 ? sharing.Max(c => c.End!.Value.FirstTick) : act.Start!.Value.FirstTick;
        return new CumulativeFigure(false, amount, Math.Min(first, act.End!.Value.LastTick), act.End!.Value.LastTick);
    }

    private static bool IsSpan(ActFacts act) => act is { Cumulative: true, Start: not null, End: not null };

    private static bool SameSpan(ActFacts a, ActFacts b) => IsSpan(a) && IsSpan(b)
        && a.Start!.Value.FirstTick == b.Start!.Value.FirstTick && a.End!.Value.LastTick == b.End!.Value.LastTick;

    private static bool Spans(ActFacts outer, int outerOrder, ActFacts inner, int innerOrder)
    {
        if (outer.Place is not null && outer.Place != inner.Place)
        {
            return false;
        }

        var (from, until) = (outer.Start!.Value.FirstTick, outer.End!.Value.LastTick);
        var (first, last) = IsSpan(inner)
            ? (inner.Start!.Value.FirstTick, inner.End!.Value.LastTick)
            : ((inner.End ?? inner.Start)?.FirstTick ?? EventTime.Beginning, (inner.End ?? inner.Start)?.LastTick ?? EventTime.End);
        var isInside = first >= from && last <= until;
        return isInside && (!SameSpan(outer, inner) || outerOrder > innerOrder);
    }
}
