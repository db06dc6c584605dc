namespace Detente.Record.Json;

/// <summary>A stretch of the bytes read.</summary>
/// <param name="Start">Index of its first byte.</param>
/// <param name="Length">In bytes.</param>
public readonly record struct ByteSpan(int Start, int Length);
