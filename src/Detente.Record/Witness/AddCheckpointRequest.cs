using System.Globalization;
using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Notes;

namespace Detente.Record.Witness;

/// <summary>
/// Asks a witness to cosign a checkpoint, or a mirror to expect its entries: a line of the old size, the consistency proof from it, an empty
/// line, the checkpoint with its signatures (c2sp.org/tlog-witness, add-checkpoint).
/// </summary>
public sealed class AddCheckpointRequest
{
    /// <summary>The longest request that is read, in bytes.</summary>
    public const int MaxLength = SignedNote.MaxLength + 4096;

    /// <summary>A request.</summary>
    /// <param name="oldSize">The size the witness is believed to have cosigned last; 0 where that is not known.</param>
    /// <param name="proof">The consistency proof from the old size; empty from 0.</param>
    /// <param name="note">The checkpoint with the log's signature.</param>
    /// <exception cref="ArgumentException">The note holds no checkpoint, there are over 63 hashes, or the old size is over 2^63 − 1.</exception>
    public AddCheckpointRequest(ulong oldSize, IReadOnlyList<Hash32> proof, SignedNote note)
    {
        if (oldSize > StrictDecimal.Max || proof.Count > ConsistencyProof.MaxLength)
        {
            throw new ArgumentException("The old size or the proof is larger than a request holds.", nameof(proof));
        }

        OldSize = oldSize;
        Proof = proof;
        Note = note;
        Checkpoint = Checkpoint.Parse(note.Text.Span).TryGet(out var checkpoint, out var rejection)
            ? checkpoint
            : throw new ArgumentException(rejection.ToString(), nameof(note));
    }

    /// <summary>The size the proof begins at.</summary>
    public ulong OldSize { get; }

    /// <summary>The consistency proof; at most 63 hashes.</summary>
    public IReadOnlyList<Hash32> Proof { get; }

    /// <summary>The checkpoint with its signatures.</summary>
    public SignedNote Note { get; }

    /// <summary>What the note says. Nobody's word until it is verified.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>The request a body says; rules <c>add-checkpoint/…</c>, <c>note/…</c> and <c>checkpoint/…</c>. Never throws for what is in it.</summary>
    public static Parsed<AddCheckpointRequest> Parse(ReadOnlySpan<byte> body)
    {
        if (body.Length > MaxLength)
        {
            return new Rejection("add-checkpoint/too-long", $"The request has {body.Length} bytes; at most {MaxLength} are read.");
        }

        var lines = new LineReader(body);
        if (!lines.TryRead(out var line) || !line.StartsWith("old "u8))
        {
            return new Rejection("add-checkpoint/old-line", "The request does not begin with a line of the old size.");
        }

        if (!StrictDecimal.Read("add-checkpoint", "The old size", line["old ".Length..], "old ".Length).TryGet(out var oldSize, out var rejection)
            || !HashLines.Read("add-checkpoint", ref lines, ConsistencyProof.MaxLength).TryGet(out var proof, out rejection))
        {
            return rejection;
        }

        return SignedNote.Parse(lines.Rest).TryGet(out var note, out rejection) && Checkpoint.Parse(note.Text.Span).TryGet(out _, out rejection)
            ? new AddCheckpointRequest(oldSize, proof, note)
            : rejection.At(lines.Offset);
    }

    /// <summary>Its body: for a request that was read, the bytes it was read from.</summary>
    public byte[] ToBytes() => [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"old {OldSize}\n")), .. HashLines.Write(Proof), .. Note.ToBytes()];
}
