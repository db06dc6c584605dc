namespace Detente.Record.Json;

/// <summary>What a reader takes at most: a bound on the time and memory a hostile text can cost.</summary>
/// <param name="MaxBytes">The longest text, in bytes.</param>
/// <param name="MaxDepth">Objects and lists within one another, the outermost counted; 1 to <see cref="DeepestOfAll"/>.</param>
public sealed record JsonLimits(int MaxBytes, int MaxDepth)
{
    /// <summary>The deepest that can be asked for. Reading and writing go down by calls, and a thread's stack ends.</summary>
    public const int DeepestOfAll = 512;

    /// <inheritdoc cref="JsonLimits" path="/param[@name='MaxDepth']"/>
    public int MaxDepth { get; } = MaxDepth is >= 1 and <= DeepestOfAll
        ? MaxDepth
        : throw new ArgumentOutOfRangeException(nameof(MaxDepth), MaxDepth, $"A depth lies between 1 and {DeepestOfAll}.");
}
