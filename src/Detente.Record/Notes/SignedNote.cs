using Detente.Record.Bytes;

namespace Detente.Record.Notes;

/// <summary>
/// A text with signature lines (c2sp.org/signed-note): the text, ended by a line feed; an empty line; then one line or more of
/// <c>— name base64(key id ‖ signature)</c>. The last empty line parts the two. What is signed is the text with its last line feed.
/// </summary>
/// <remarks>Reading a note verifies nothing. Two lines of one key may stand in a note, equal or not: each is verified, and a key counts once.</remarks>
public sealed class SignedNote
{
    /// <summary>The longest note that is read, in bytes.</summary>
    public const int MaxLength = 1 << 20;

    private SignedNote(ReadOnlyMemory<byte> text, IReadOnlyList<NoteSignature> signatures)
    {
        Text = text;
        Signatures = signatures;
    }

    /// <summary>The text, with its last line feed.</summary>
    public ReadOnlyMemory<byte> Text { get; }

    /// <summary>The signature lines, in order, at most <see cref="SignatureLines.MaxCount"/>.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>The note the bytes say; rules <c>note/…</c>. Never throws for what is in them.</summary>
    public static Parsed<SignedNote> Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxLength)
        {
            return new Rejection("note/too-long", $"The note has {bytes.Length} bytes; at most {MaxLength} are read.");
        }

        if (NoteText.Broken(bytes) is { } broken)
        {
            return broken;
        }

        if (bytes.IsEmpty || bytes[^1] != '\n')
        {
            return new Rejection("note/final-line-feed", "The note does not end in a line feed.", bytes.Length);
        }

        var separator = bytes.LastIndexOf("\n\n"u8);
        if (separator < 0)
        {
            return new Rejection("note/no-separator", "No empty line stands between a text and signatures.", bytes.Length);
        }

        return SignatureLines.Parse(bytes[(separator + 2)..]).TryGet(out var signatures, out var rejection)
            ? new SignedNote(bytes[..(separator + 1)].ToArray(), signatures)
            : rejection.At(separator + 2);
    }

    /// <summary>A note of a text and signature lines made elsewhere.</summary>
    /// <exception cref="ArgumentException">The text or a line cannot stand in a note, or there is no line or too many.</exception>
    public static SignedNote Of(ReadOnlyMemory<byte> text, IReadOnlyList<NoteSignature> signatures)
        => Join(text, signatures).TryGet(out var note, out var rejection) ? note : throw new ArgumentException(rejection.ToString());

    /// <summary>A note of a text, signed.</summary>
    /// <exception cref="ArgumentException">The text cannot stand in a note, or there is no signer or too many.</exception>
    public static SignedNote Sign(ReadOnlyMemory<byte> text, params IReadOnlyList<NoteSigner> signers) => Of(text, [.. signers.Select(signer => signer.Sign(text.Span))]);

    /// <summary>The note with further signature lines after its own; a line it already has is not repeated.</summary>
    /// <exception cref="ArgumentException">A line cannot stand in a note, or there are too many.</exception>
    public SignedNote With(params IReadOnlyList<NoteSignature> signatures) => Of(Text, [.. Signatures, .. signatures.Except(Signatures)]);

    /// <summary>Its bytes: for a note that was read, those it was read from.</summary>
    public byte[] ToBytes() => [.. Text.Span, (byte)'\n', .. SignatureLines.Write(Signatures)];

    /// <summary>
    /// Verifies the lines of known keys. Lines of no known name and key id are ignored. A known one that fails rejects the note, and so does a
    /// note of which none verifies.
    /// </summary>
    /// <param name="keys">The known keys. Lines of ML-DSA-44 keys are read and counted, not verified.</param>
    /// <returns>
    /// Who signed; or a rejection by <c>note/bad-signature</c>, <c>note/not-signed</c> or <c>note/ambiguous-key</c>, or by <c>cosignature/…</c> or
    /// <c>checkpoint/…</c> where a known cosigner's line, or the text it stands under, is malformed.
    /// </returns>
    public Parsed<VerifiedNote> Verify(IReadOnlyList<VerifierKey> keys)
    {
        var verified = new List<VerifiedSignature>();
        var notVerified = new List<Cosignature>();
        var unknown = new List<NoteSignature>();
        foreach (var line in Signatures.Distinct())
        {
            var known = keys.Where(key => key.KeyId == line.KeyId && key.Name == line.Name).Distinct().ToList();
            if (known.Count == 0)
            {
                unknown.Add(line);
                continue;
            }

            if (known.Count > 1)
            {
                return new Rejection("note/ambiguous-key", $"Two known keys have the name {line.Name} and the key id {line.KeyId:x8}.");
            }

            if (known[0].Type == SignatureType.Ed25519)
            {
                if (!known[0].Verifies(Text.Span, line.Signature.Span))
                {
                    return BadSignature(line);
                }

                verified.Add(new VerifiedSignature(known[0], line, null));
                continue;
            }

            if (!Cosignature.Of(line, known[0].Type).TryGet(out var cosignature, out var rejection)
                || !Checkpoint.Parse(Text.Span).TryGet(out _, out rejection))
            {
                return rejection;
            }

            if (!known[0].CanVerify)
            {
                notVerified.Add(cosignature);
            }
            else if (known[0].Verifies(CosignedMessage.Ed25519(cosignature.Time, Text.Span), cosignature.Signature.Span))
            {
                verified.Add(new VerifiedSignature(known[0], line, cosignature.Time == 0 ? null : cosignature.Time));
            }
            else
            {
                return BadSignature(line);
            }
        }

        return verified.Count == 0
            ? new Rejection("note/not-signed", "No known key signed the note.", Text.Length + 1)
            : new VerifiedNote(Text, verified, notVerified, unknown);
    }

    /// <summary>The same, where text or lines came from elsewhere.</summary>
    internal static Parsed<SignedNote> Join(ReadOnlyMemory<byte> text, IReadOnlyList<NoteSignature> signatures)
    {
        var note = new SignedNote(text.ToArray(), [.. signatures]);
        return !Parse(note.ToBytes()).TryGet(out var again, out var rejection) ? rejection
            : again.Text.Span.SequenceEqual(text.Span) && again.Signatures.SequenceEqual(signatures) ? note
            : new Rejection("note/final-line-feed", "The text does not end in a line feed, or a line is none of its own.", text.Length);
    }

    private static Rejection BadSignature(NoteSignature line) => new("note/bad-signature", $"The signature by the known key {line.Name}, {line.KeyId:x8}, does not verify.");
}
