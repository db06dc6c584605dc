using System.Globalization;
using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Notes;

namespace Detente.Record.Witness;

/// <summary>
/// Asks a witness to sign a subtree of a checkpoint it cosigned: a line of the range, of the subtree's hash, cosignatures on the subtree if any,
/// the subtree consistency proof, an empty line, the checkpoint with its signatures or without any (c2sp.org/tlog-witness, sign-subtree).
/// </summary>
/// <remarks>Only ML-DSA-44 signs subtrees, which is not made here: the message is read, checked and written, and nobody here can grant it.</remarks>
public sealed class SignSubtreeRequest
{
    /// <summary>The most cosignatures on the subtree, and the most signatures on the checkpoint.</summary>
    public const int MaxSignatures = 8;

    /// <summary>The longest request that is read, in bytes.</summary>
    public const int MaxLength = SignedNote.MaxLength;

    private SignSubtreeRequest(Subtree subtree, Hash32 hash, IReadOnlyList<NoteSignature> cosignatures, IReadOnlyList<Hash32> proof, Checkpoint checkpoint, SignedNote? note)
        => (Subtree, Hash, Cosignatures, Proof, Checkpoint, Note) = (subtree, hash, cosignatures, proof, checkpoint, note);

    /// <summary>The range of leaves.</summary>
    public Subtree Subtree { get; }

    /// <summary>Its hash.</summary>
    public Hash32 Hash { get; }

    /// <summary>Cosignatures on the subtree, which spare a witness the work for strangers; at most 8.</summary>
    public IReadOnlyList<NoteSignature> Cosignatures { get; }

    /// <summary>The subtree consistency proof; at most 63 hashes.</summary>
    public IReadOnlyList<Hash32> Proof { get; }

    /// <summary>The checkpoint with its signatures, at most 8; <c>null</c> where it came without.</summary>
    public SignedNote? Note { get; }

    /// <summary>What it says. Nobody's word until it is verified or known.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>The request a body says; rules <c>sign-subtree/…</c>, <c>note/…</c> and <c>checkpoint/…</c>. Never throws for what is in it.</summary>
    public static Parsed<SignSubtreeRequest> Parse(ReadOnlySpan<byte> body)
    {
        if (body.Length > MaxLength)
        {
            return new Rejection("sign-subtree/too-long", $"The request has {body.Length} bytes; at most {MaxLength} are read.");
        }

        var lines = new LineReader(body);
        if (!lines.TryRead(out var line) || !line.StartsWith("subtree "u8))
        {
            return RangeLine;
        }

        var range = line["subtree ".Length..];
        var space = range.IndexOf((byte)' ');
        if (space < 0)
        {
            return RangeLine;
        }

        if (!StrictDecimal.Read("sign-subtree", "The subtree's start", range[..space], "subtree ".Length).TryGet(out var start, out var rejection)
            || !StrictDecimal.Read("sign-subtree", "The subtree's end", range[(space + 1)..], "subtree ".Length + space + 1).TryGet(out var end, out rejection))
        {
            return rejection;
        }

        if (!lines.TryRead(out line))
        {
            return new Rejection("sign-subtree/no-hash", "No line of the subtree's hash follows its range.", lines.Offset);
        }

        if (!HashText.Read("sign-subtree/hash", "The subtree's hash", line, lines.LineStart).TryGet(out var hash, out rejection)
            || !ReadCosignatures(ref lines).TryGet(out var cosignatures, out rejection)
            || !HashLines.Read("sign-subtree", ref lines, SubtreeProof.MaxLength).TryGet(out var proof, out rejection))
        {
            return rejection;
        }

        // Without signatures it ends with the checkpoint's text, which holds no empty line.
        SignedNote? note = null;
        var hasSignatures = lines.Rest.IndexOf("\n\n"u8) >= 0;
        if ((hasSignatures && !SignedNote.Parse(lines.Rest).TryGet(out note, out rejection))
            || !Checkpoint.Parse(note is null ? lines.Rest : note.Text.Span).TryGet(out var checkpoint, out rejection))
        {
            return rejection.At(lines.Offset);
        }

        return note?.Signatures.Count > MaxSignatures
            ? new Rejection("sign-subtree/too-many-signatures", $"There are more than {MaxSignatures} signatures on the checkpoint.", lines.Offset)
            : start >= end || !new Subtree(start, end).IsValid(checkpoint.Size)
            ? new Rejection("sign-subtree/not-a-subtree", $"From {start} to {end} is no subtree of a tree of {checkpoint.Size}, or an empty one.", "subtree ".Length)
            : new SignSubtreeRequest(new Subtree(start, end), hash, cosignatures, proof, checkpoint, note);
    }

    /// <summary>A request.</summary>
    /// <param name="subtree">The range of leaves.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="cosignatures">Cosignatures on it; empty for none.</param>
    /// <param name="proof">The subtree consistency proof.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="signatures">The signatures on it; empty for none.</param>
    /// <exception cref="ArgumentException">It would not be read back: as <see cref="Parse"/> rejects.</exception>
    public static SignSubtreeRequest Of(
        Subtree subtree, Hash32 hash, IReadOnlyList<NoteSignature> cosignatures, IReadOnlyList<Hash32> proof, Checkpoint checkpoint, IReadOnlyList<NoteSignature> signatures)
    {
        var note = signatures.Count == 0 ? null : SignedNote.Of(checkpoint.ToText(), signatures);
        return Parse(new SignSubtreeRequest(subtree, hash, cosignatures, proof, checkpoint, note).ToBytes()).TryGet(out var request, out var rejection)
            ? request
            : throw new ArgumentException(rejection.ToString());
    }

    /// <summary>Its body: for a request that was read, the bytes it was read from.</summary>
    public byte[] ToBytes()
        => [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"subtree {Subtree.Start} {Subtree.End}\n{Hash.ToBase64()}\n")),
            .. SignatureLines.Write(Cosignatures), .. HashLines.Write(Proof), .. Note?.ToBytes() ?? Checkpoint.ToText()];

    /// <summary>Whether the proof leads from the subtree to the checkpoint. A witness answers 422 where it does not.</summary>
    public bool IsConsistent => SubtreeProof.VerifiesConsistency(Subtree, Checkpoint.Size, Proof, Hash, Checkpoint.Root);

    private static Rejection RangeLine => new("sign-subtree/range-line", "The request does not begin with a line of the subtree's range.");

    private static Parsed<IReadOnlyList<NoteSignature>> ReadCosignatures(ref LineReader lines)
    {
        var start = lines.Offset;
        var length = 0;
        for (var count = 0; lines.Rest.StartsWith("—"u8) && lines.TryRead(out _); count++)
        {
            if (count == MaxSignatures)
            {
                return new Rejection("sign-subtree/too-many-cosignatures", $"There are more than {MaxSignatures} cosignatures on the subtree.", lines.LineStart);
            }

            length = lines.Offset - start;
        }

        return length == 0 ? Parsed<IReadOnlyList<NoteSignature>>.Of([])
            : SignatureLines.Parse(lines.Read(start, length)).TryGet(out var cosignatures, out var rejection) ? Parsed<IReadOnlyList<NoteSignature>>.Of(cosignatures)
            : rejection.At(start);
    }
}
