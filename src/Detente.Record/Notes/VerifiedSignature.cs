namespace Detente.Record.Notes;

/// <summary>A signature line that a known key made.</summary>
/// <param name="Key">The key.</param>
/// <param name="Line">The line.</param>
/// <param name="Time">When a cosigner says it signed, in seconds since 1970-01-01T00:00:00Z; <c>null</c> for a plain signature, and where the cosigner says nothing of time (0).</param>
public sealed record VerifiedSignature(VerifierKey Key, NoteSignature Line, ulong? Time);
