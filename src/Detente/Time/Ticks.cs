namespace Detente.Time;

/// <summary>Lists in order of ticks.</summary>
internal static class Ticks
{
    /// <summary>How many items of a list stand at or before a tick; a look-up, not a walk.</summary>
    /// <param name="items">In order of their ticks.</param>
    /// <param name="tick">The tick.</param>
    /// <param name="tickOf">An item's tick.</param>
    public static int CountUpTo<T>(List<T> items, long tick, Func<T, long> tickOf)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tickOf(items[middle]) <= tick ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
