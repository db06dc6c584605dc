using Detente.Record.Notes;

namespace Detente.Record.Mirror;

/// <summary>What a mirror keeps of one log.</summary>
/// <param name="Size">The size of the mirror checkpoint: all entries below it are stored and served.</param>
/// <param name="Next">The first entry that is not stored.</param>
/// <param name="Pending">Checkpoints to send entries up to, the newest last: those that <c>add-checkpoint</c> accepted and that are still remembered. None at first.</param>
public sealed record MirroredLog(ulong Size, ulong Next, IReadOnlyList<Checkpoint> Pending);
