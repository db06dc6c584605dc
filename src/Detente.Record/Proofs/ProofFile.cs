using System.Globalization;
using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Notes;

namespace Detente.Record.Proofs;

/// <summary>
/// A proof that an entry stands in a log, to be checked offline: lines of a header, of extra data if any, of the index, of the inclusion
/// proof; an empty line; the checkpoint with its signatures (c2sp.org/tlog-proof). Its files end in <c>.tlog-proof</c>.
/// </summary>
public sealed class ProofFile
{
    /// <summary>Its first line.</summary>
    public const string Header = "c2sp.org/tlog-proof@v1";

    /// <summary>The most extra data, in bytes.</summary>
    public const int MaxExtraLength = 1 << 16;

    /// <summary>The longest file that is read, in bytes.</summary>
    public const int MaxLength = SignedNote.MaxLength + (MaxExtraLength * 2);

    /// <summary>A proof.</summary>
    /// <param name="index">The entry's index, from 0.</param>
    /// <param name="proof">The inclusion proof, nearest the leaf first.</param>
    /// <param name="note">The checkpoint with its signatures.</param>
    /// <param name="extra">Data nobody vouches for; empty for none.</param>
    /// <exception cref="ArgumentException">The note holds no checkpoint, there are over 63 hashes, too much extra data, or the index is over 2^63 − 1.</exception>
    public ProofFile(ulong index, IReadOnlyList<Hash32> proof, SignedNote note, ReadOnlyMemory<byte> extra = default)
    {
        if (index > StrictDecimal.Max || proof.Count > InclusionProof.MaxLength || extra.Length > MaxExtraLength)
        {
            throw new ArgumentException("The index, the proof or the extra data is larger than a proof file holds.", nameof(proof));
        }

        Index = index;
        Proof = proof;
        Note = note;
        Extra = extra;
        Checkpoint = Checkpoint.Parse(note.Text.Span).TryGet(out var checkpoint, out var rejection)
            ? checkpoint
            : throw new ArgumentException(rejection.ToString(), nameof(note));
    }

    /// <summary>The entry's index, from 0.</summary>
    public ulong Index { get; }

    /// <summary>The inclusion proof, nearest the leaf first; at most 63 hashes.</summary>
    public IReadOnlyList<Hash32> Proof { get; }

    /// <summary>The checkpoint with its signatures.</summary>
    public SignedNote Note { get; }

    /// <summary>What the note says. Nobody's word until <see cref="Verify(ReadOnlySpan{byte}, Policy)"/>.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>Data that nothing signs; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Extra { get; }

    /// <summary>The proof the bytes say; rules <c>proof/…</c>, <c>note/…</c> and <c>checkpoint/…</c>. Never throws for what is in them.</summary>
    public static Parsed<ProofFile> Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxLength)
        {
            return new Rejection("proof/too-long", $"The proof has {bytes.Length} bytes; at most {MaxLength} are read.");
        }

        var lines = new LineReader(bytes);
        if (!lines.TryRead(out var line) || !line.SequenceEqual(Encoding.ASCII.GetBytes(Header)))
        {
            return new Rejection("proof/header", $"The first line is not {Header}.");
        }

        byte[] extra = [];
        var more = lines.TryRead(out line);
        if (more && line.StartsWith("extra "u8))
        {
            if (!StrictBase64.TryDecode(line["extra ".Length..], out extra))
            {
                return new Rejection("proof/extra-base64", "The extra data is not strict base64 (RFC 4648, section 4).", lines.LineStart);
            }

            if (extra.Length is 0 or > MaxExtraLength)
            {
                return new Rejection("proof/extra-length", $"There are {extra.Length} bytes of extra data; a line of it holds 1 to {MaxExtraLength}.", lines.LineStart);
            }

            more = lines.TryRead(out line);
        }

        if (!more || !line.StartsWith("index "u8))
        {
            return new Rejection("proof/index-line", "The line of the index does not stand where it must.", more ? lines.LineStart : lines.Offset);
        }

        if (!StrictDecimal.Read("proof", "The index", line["index ".Length..], lines.LineStart).TryGet(out var index, out var rejection)
            || !HashLines.Read("proof", ref lines, InclusionProof.MaxLength).TryGet(out var proof, out rejection))
        {
            return rejection;
        }

        return SignedNote.Parse(lines.Rest).TryGet(out var note, out rejection) && Checkpoint.Parse(note.Text.Span).TryGet(out _, out rejection)
            ? new ProofFile(index, proof, note, extra)
            : rejection.At(lines.Offset);
    }

    /// <summary>Its bytes: for a proof that was read, those it was read from.</summary>
    public byte[] ToBytes()
    {
        var extra = Extra.IsEmpty ? "" : $"extra {Convert.ToBase64String(Extra.Span)}\n";
        return [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Header}\n{extra}index {Index}\n")), .. HashLines.Write(Proof), .. Note.ToBytes()];
    }

    /// <summary>Whether the entry stands in a log at the index, by a policy.</summary>
    /// <returns>The checkpoint it stands in; or a rejection by <c>proof/index-beyond-size</c> or <c>proof/not-included</c>, or as <see cref="Policy.Verify"/> rejects.</returns>
    public Parsed<WitnessedCheckpoint> Verify(ReadOnlySpan<byte> entry, Policy policy) => Verify(TreeHash.OfLeaf(entry), policy);

    /// <summary>The same, of an entry's leaf hash.</summary>
    public Parsed<WitnessedCheckpoint> Verify(in Hash32 leaf, Policy policy)
        => Index >= Checkpoint.Size
            ? new Rejection("proof/index-beyond-size", $"The index {Index} is not below the tree's size, {Checkpoint.Size}.")
            : !InclusionProof.Verifies(Index, Checkpoint.Size, leaf, Proof, Checkpoint.Root)
            ? new Rejection("proof/not-included", $"The proof does not lead from the entry at {Index} to the root.")
            : policy.Verify(Note);
}
