using Detente.Record.Notes;

namespace Detente.Record.Proofs;

/// <summary>A checkpoint a policy accepts: a log it trusts signed it, and its quorum cosigned it.</summary>
/// <param name="Checkpoint">What the log says.</param>
/// <param name="Note">Every signature on it, as far as the policy knows the keys.</param>
/// <param name="Quorum">Who cosigned, and since when it has existed.</param>
public sealed record WitnessedCheckpoint(Checkpoint Checkpoint, VerifiedNote Note, QuorumState Quorum);
