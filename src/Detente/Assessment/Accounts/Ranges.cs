using Detente.Quantities;

namespace Detente.Assessment.Accounts;

/// <summary>Unions of intervals.</summary>
internal static class Ranges
{
    /// <summary>The intervals with those that touch or overlap joined into one.</summary>
    public static IReadOnlyList<Amount> Join(IEnumerable<Amount> intervals)
    {
        var joined = new List<Amount>();
        foreach (var next in intervals.OrderBy(a => a.Low ?? decimal.MinValue).ThenBy(a => a.LowOpen))
        {
            if (joined.Count > 0 && Touch(joined[^1], next))
            {
                joined[^1] = Hull(joined[^1], next);
            }
            else
            {
                joined.Add(next);
            }
        }

        return joined;
    }

    /// <summary>The least interval that holds both.</summary>
    public static Amount Hull(Amount a, Amount b)
    {
        var lowIsA = a.Low is null || (b.Low is not null && (a.Low < b.Low || (a.Low == b.Low && !a.LowOpen)));
        var highIsA = a.High is null || (b.High is not null && (a.High > b.High || (a.High == b.High && !a.HighOpen)));
        return new Amount(
            lowIsA ? a.Low : b.Low,
            highIsA ? a.High : b.High,
            lowIsA ? a.LowOpen : b.LowOpen,
            highIsA ? a.HighOpen : b.HighOpen);
    }

    private static bool Touch(Amount first, Amount second) =>
        first.High is not { } end || second.Low is not { } start || end > start || (end == start && !(first.HighOpen && second.LowOpen));
}
