using Detente.Record.Notes;

namespace Detente.Record.Proofs;

/// <summary>A log that a policy trusts.</summary>
/// <param name="Key">Its key; the name is the log's origin.</param>
/// <param name="Url">Where it is reached, if the policy says so.</param>
public sealed record PolicyLog(VerifierKey Key, Octets? Url = null);
