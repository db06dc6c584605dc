using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Notes;

namespace Detente.Record.Witness;

/// <summary>
/// How a witness decides (c2sp.org/tlog-witness, add-checkpoint), in this order: 400 for a malformed request, 404 for an unknown origin, 403 for
/// a checkpoint no key of the log signed or one of them signed badly, 400 for an old size beyond the new, 409 for another old size than the one
/// cosigned last, 422 for a tree that does not follow from it.
/// </summary>
/// <remarks>
/// It keeps nothing. The caller reads the log's state, decides, and keeps the accepted checkpoint durably in one transaction, and cosigns and
/// answers only after it: else of two requests at once the earlier could take back what was cosigned for the later.
/// </remarks>
public static class AddCheckpoint
{
    /// <summary>What to do with a request.</summary>
    /// <param name="body">The body of the request.</param>
    /// <param name="find">What is kept of the log of an origin; <c>null</c> for a log this witness does not know.</param>
    public static WitnessDecision Decide(ReadOnlySpan<byte> body, Func<string, WitnessedLog?> find)
    {
        if (!AddCheckpointRequest.Parse(body).TryGet(out var request, out var rejection))
        {
            return Refuse(400, rejection);
        }

        return find(request.Checkpoint.Origin) is { } log
            ? Decide(request, log)
            : Refuse(404, new Rejection("add-checkpoint/unknown-origin", $"The log {request.Checkpoint.Origin} is not known here."));
    }

    /// <summary>The same, of a request that was read, for a log that is known.</summary>
    public static WitnessDecision Decide(AddCheckpointRequest request, WitnessedLog log)
    {
        var (oldSize, checkpoint) = (request.OldSize, request.Checkpoint);
        if (!request.Note.Verify(log.Keys).TryGet(out _, out var rejection))
        {
            return Refuse(403, rejection);
        }

        if (oldSize > checkpoint.Size)
        {
            return Refuse(400, new Rejection("add-checkpoint/old-size-beyond", $"The old size {oldSize} is beyond the checkpoint's, {checkpoint.Size}."));
        }

        var otherRoot = checkpoint.Size == log.Size && checkpoint.Root != log.Root;
        if (oldSize != log.Size)
        {
            return WitnessDecision.Refuse(
                Answer.OtherSize(log.Size),
                new Rejection("add-checkpoint/other-size", $"The size cosigned last is {log.Size}, not {oldSize}."),
                otherRoot ? request.Note : null,
                otherRoot);
        }

        if (checkpoint.Size == 0 && checkpoint.Root != TreeHash.Empty)
        {
            return Evidence(request, true, "add-checkpoint/empty-root", "The root of an empty tree is not the SHA-256 of no bytes.");
        }

        if (otherRoot)
        {
            return Evidence(request, true, "add-checkpoint/other-root", $"The root cosigned last for the size {log.Size} is another.");
        }

        if ((oldSize == 0 || oldSize == checkpoint.Size) && request.Proof.Count > 0)
        {
            return Refuse(422, new Rejection("add-checkpoint/proof-not-empty", $"The proof from {oldSize} to {checkpoint.Size} is not empty."));
        }

        return oldSize == 0 || ConsistencyProof.Verifies(oldSize, checkpoint.Size, request.Proof, log.Root, checkpoint.Root)
            ? WitnessDecision.Accept(request)
            : Evidence(request, false, "add-checkpoint/not-consistent", $"The proof does not lead from the tree of {oldSize} to the tree of {checkpoint.Size}.");
    }

    /// <summary>
    /// The cosignatures in a witness's answer of 200 that stand under the checkpoint; rules <c>note/…</c>, <c>cosignature/…</c>, and
    /// <c>add-checkpoint/no-time</c> for a cosignature without the time a witness must give.
    /// </summary>
    /// <param name="note">The checkpoint that was sent.</param>
    /// <param name="body">The body of the answer.</param>
    /// <param name="witnesses">The keys of the witness. Lines of others are ignored; one of these must verify, and none fail.</param>
    public static Parsed<IReadOnlyList<VerifiedSignature>> ReadAnswer(SignedNote note, ReadOnlySpan<byte> body, IReadOnlyList<VerifierKey> witnesses)
    {
        if (!SignatureLines.Parse(body).TryGet(out var lines, out var rejection)
            || !SignedNote.Join(note.Text, lines).TryGet(out var cosigned, out rejection)
            || !cosigned.Verify(witnesses).TryGet(out var verified, out rejection))
        {
            return rejection;
        }

        return verified.Verified.All(signature => signature.Time is not null)
            ? Parsed<IReadOnlyList<VerifiedSignature>>.Of(verified.Verified)
            : new Rejection("add-checkpoint/no-time", "A cosignature in the answer says nothing of time.");
    }

    private static WitnessDecision Refuse(int status, Rejection why) => WitnessDecision.Refuse(Answer.Refused(status, why), why);

    private static WitnessDecision Evidence(AddCheckpointRequest request, bool isConclusive, string rule, string message)
    {
        var why = new Rejection(rule, message);
        return WitnessDecision.Refuse(Answer.Refused(422, why), why, request.Note, isConclusive);
    }
}
