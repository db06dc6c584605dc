namespace Detente.Record.Bench.Trees;

/// <summary>One run of one item.</summary>
/// <param name="CpuSeconds">The processor time it took, of the whole process.</param>
/// <param name="Check">What it came to, to be compared with what the others came to.</param>
internal sealed record Measured(double CpuSeconds, string Check);
