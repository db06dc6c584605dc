namespace Detente.Record.Proofs;

/// <summary>How far the cosignatures on a checkpoint reach.</summary>
/// <param name="IsMet">Whether the quorum has cosigned.</param>
/// <param name="Time">
/// The earliest time by which the quorum had cosigned, in seconds since 1970-01-01T00:00:00Z: for k of n witnesses, the k-th smallest of their
/// times. <c>null</c> where it is not met, where it asks for nobody, and where it needs a cosigner that says nothing of time.
/// </param>
/// <param name="Witnesses">The witnesses that cosigned, in the policy's order, in the quorum or not.</param>
public sealed record QuorumState(bool IsMet, ulong? Time, IReadOnlyList<PolicyWitness> Witnesses);
