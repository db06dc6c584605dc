namespace Detente.Record.Notes;

/// <summary>A note after its signatures were verified against known keys: at least one stands, none of a known key failed.</summary>
/// <param name="Text">The text, with its last line feed.</param>
/// <param name="Verified">Lines of known keys that verified, in the note's order. Equal lines stand once; one key may stand with several times.</param>
/// <param name="Unchecked">Well-formed lines of known ML-DSA-44 keys: present, not verified. Never count them as signatures.</param>
/// <param name="Unknown">Lines of no known name and key id.</param>
public sealed record VerifiedNote(
    ReadOnlyMemory<byte> Text,
    IReadOnlyList<VerifiedSignature> Verified,
    IReadOnlyList<Cosignature> Unchecked,
    IReadOnlyList<NoteSignature> Unknown);
