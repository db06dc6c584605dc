namespace Detente.Record.Hashing;

/// <summary>
/// The indices of messages, in groups of about equal length, longest first in each: lanes go on until the longest message of a group ends. Only
/// neighbours within a window are grouped, so that the memory taken does not grow with the batch.
/// </summary>
internal ref struct LengthGroups(IReadOnlyList<ReadOnlyMemory<byte>> messages, int size)
{
    private const int Window = 256;
    private readonly int[] order = new int[Math.Min(Window, messages.Count)];
    private readonly int[] lengths = new int[Math.Min(Window, messages.Count)];
    private int windowEnd;
    private int next;
    private int count;

    /// <summary>The group the enumeration stands at.</summary>
    public ReadOnlySpan<int> Current { get; private set; } = [];

    /// <summary>Itself, once.</summary>
    public readonly LengthGroups GetEnumerator() => this;

    /// <summary>Goes to the next group, if there is one.</summary>
    public bool MoveNext()
    {
        if (next == count && !FillWindow())
        {
            return false;
        }

        var length = Math.Min(size, count - next);
        Current = order.AsSpan(next, length);
        next += length;
        return true;
    }

    private bool FillWindow()
    {
        (next, count) = (0, Math.Min(Window, messages.Count - windowEnd));
        for (var i = 0; i < count; i++)
        {
            order[i] = windowEnd + i;
            lengths[i] = -messages[windowEnd + i].Length;
        }

        lengths.AsSpan(0, count).Sort(order.AsSpan(0, count));
        windowEnd += count;
        return count > 0;
    }
}
