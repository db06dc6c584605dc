namespace Detente.Bench.Peers;

/// <summary>What one engine took, and what it counted.</summary>
/// <param name="Name">Its name and version.</param>
/// <param name="Load">From plain facts in memory (a file, for a program of its own) to ready to be asked.</param>
/// <param name="Judge">From ready to every instance counted by clause, party and verdict.</param>
/// <param name="Counts">The counts at the end of the record.</param>
internal sealed record PeerResult(string Name, TimeSpan Load, TimeSpan Judge, Counts Counts);
