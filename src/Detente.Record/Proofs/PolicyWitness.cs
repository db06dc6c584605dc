using Detente.Record.Notes;

namespace Detente.Record.Proofs;

/// <summary>A witness that a policy may count.</summary>
/// <param name="Name">What groups and the quorum call it.</param>
/// <param name="Key">Its cosigning key: of type 04, or 06, which never counts here because it is not verified.</param>
/// <param name="Url">Where it is reached, if the policy says so.</param>
public sealed record PolicyWitness(Octets Name, VerifierKey Key, Octets? Url = null);
