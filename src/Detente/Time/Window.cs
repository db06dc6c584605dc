namespace Detente.Time;

/// <summary>A half-open span of instants: from <paramref name="From"/>, included, until <paramref name="Until"/>, excluded.</summary>
/// <param name="From">First tick, 100 ns since the Unix epoch, UTC.</param>
/// <param name="Until">First tick after it.</param>
public readonly record struct Window(long From, long Until)
{
    /// <summary>All of time.</summary>
    public static readonly Window Always = new(EventTime.Beginning, EventTime.End);

    /// <summary>True when it holds no instant.</summary>
    public bool IsEmpty => From >= Until;

    /// <summary>Whether the instant lies in it.</summary>
    public bool Contains(long tick) => tick >= From && tick < Until;

    /// <summary>What lies in both.</summary>
    public Window Intersect(Window other) => new(Math.Max(From, other.From), Math.Min(Until, other.Until));
}
