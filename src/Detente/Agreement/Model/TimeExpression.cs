using Detente.Time;
using NodaTime;

namespace Detente.Agreement.Model;

/// <summary>An instant the agreement itself fixes: <c>29 months after entry-into-force</c>.</summary>
/// <param name="Anchor">What it is counted from.</param>
/// <param name="Offset">How far, or <c>null</c> for the anchor itself.</param>
/// <param name="Before">True when it lies before the anchor.</param>
public sealed record TimeExpression(Anchor Anchor, Lapse? Offset = null, bool Before = false);

/// <summary>What a fixed instant is counted from.</summary>
public abstract record Anchor
{
    /// <summary>The date of signature.</summary>
    public sealed record Signature : Anchor;

    /// <summary>The date of entry into force.</summary>
    public sealed record EntryIntoForce : Anchor;

    /// <summary>A date: the start of its UTC day.</summary>
    public sealed record Date(LocalDate Day) : Anchor;
}

/// <summary>A time of a trigger: <c>E.announced-start</c>, <c>receipt</c>, <c>the deadline</c>.</summary>
public abstract record TriggerTime
{
    /// <summary>A time of the act named by the variable: <c>start</c>, <c>end</c>, <c>announced-start</c>, <c>announced-end</c> or another name.</summary>
    public sealed record OfAct(char Variable, string Time) : TriggerTime;

    /// <summary>When the message that triggers the duty was received by who must act.</summary>
    public sealed record Receipt : TriggerTime;

    /// <summary>When the message that triggers the duty was made.</summary>
    public sealed record Dispatch : TriggerTime;

    /// <summary>The deadline of the link before this one in an <c>otherwise</c> chain.</summary>
    public sealed record Deadline : TriggerTime;

    /// <summary>An instant the agreement fixes.</summary>
    public sealed record Fixed(TimeExpression Time) : TriggerTime;
}
