namespace Detente.Node.Views;

/// <summary>The instant judged and the instant of knowledge, in ticks.</summary>
public readonly record struct Viewpoint(long At, long Known)
{
    /// <summary>Both clocks on one instant.</summary>
    public bool IsOneInstant => At == Known;
}
