using Detente.Quantities;
using Detente.Time;

namespace Detente.Assessment;

/// <summary>Lists of half-open windows, in order and apart.</summary>
internal static class Windows
{
    /// <summary>What is left of a window when others are taken out.</summary>
    public static IReadOnlyList<Window> Less(Window whole, IEnumerable<Window> taken)
    {
        List<Window> left = whole.IsEmpty ? [] : [whole];
        foreach (var hole in taken.Where(h => !h.IsEmpty))
        {
            left = [.. left.SelectMany(w => new[]
            {
                w.Intersect(new Window(EventTime.Beginning, hole.From)),
                w.Intersect(new Window(hole.Until, EventTime.End)),
            }).Where(w => !w.IsEmpty)];
        }

        return left;
    }

    /// <summary>What of them lies at or before an instant.</summary>
    public static IReadOnlyList<Window> UpTo(this IReadOnlyList<Window> windows, long at) =>
        [.. windows.Select(w => w.Intersect(new Window(EventTime.Beginning, at + 1))).Where(w => !w.IsEmpty)];

    /// <summary>Whether a time lies in any of them.</summary>
    public static Truth Hold(this IReadOnlyList<Window> windows, EventTime time)
    {
        var any = Truth.False;
        for (var i = 0; i < windows.Count; i++)
        {
            any = any.Or(time.In(windows[i]));
        }

        return any;
    }
}
