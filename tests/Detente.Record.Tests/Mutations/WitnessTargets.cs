using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Notes;
using Detente.Record.Witness;

namespace Detente.Record.Tests.Mutations;

/// <summary>What witnesses and logs say to each other.</summary>
internal static class WitnessTargets
{
    private const int Kept = 256;

    private static readonly SmallLog Log = SmallLog.Shared;

    private static readonly int[] Sizes = [256, 257, 512, 700];

    private static readonly SignedNote Note = Log.Signed(700);

    private static readonly Subtree[] Subtrees = [new(0, 256), new(512, 700), new(64, 128), new(699, 700)];

    public static readonly IReadOnlyList<MutationTarget> All =
    [
        new("add-checkpoint", [.. Sizes.Select(size => Request(Log, Kept, size)), Request(SmallLog.Fork, Kept, 700), Request(SmallLog.Fork, Kept, 256), Request(Log, 0, 1)], bytes => Decide(bytes, Kept)),
        new("add-checkpoint, first", [.. Sizes.Select(size => Request(Log, 0, size)), Request(SmallLog.Fork, 0, 700)], bytes => Decide(bytes, 0)),
        new("add-checkpoint answer", [.. Enumerable.Range(1, 3).Select(count => SignatureLines.Write(Log.Signed(700, count).Signatures.Skip(1)))], ReadAnswer),
        new("sign-subtree", [.. Subtrees.SelectMany(subtree => new[] { SubtreeRequest(subtree, true), SubtreeRequest(subtree, false) })], ReadSubtree),
        new("size", ["0\n"u8.ToArray(), "256\n"u8.ToArray(), "9223372036854775807\n"u8.ToArray()], bytes => Answer.ReadSize(bytes).TryGet(out var size, out var rejection)
            ? Outcome.Require(Answer.OtherSize(size).Body.Span.SequenceEqual(bytes), "a size has two spellings")
            : Outcome.Refused(rejection)),
    ];

    private static byte[] Request(SmallLog log, int oldSize, int size)
        => new AddCheckpointRequest((ulong)oldSize, oldSize == 0 ? [] : ConsistencyProof.Make((ulong)oldSize, (ulong)size, log.Nodes), log.Signed(size)).ToBytes();

    /// <summary>The forked tree is signed too: from the beginning it is as good as the other, afterwards it is not.</summary>
    private static Outcome Decide(byte[] bytes, int kept)
    {
        var decision = AddCheckpoint.Decide(bytes, origin => origin == Log.Origin ? new WitnessedLog([Log.Author.Key], (ulong)kept, Log.Checkpoint(kept).Root) : null);
        if (decision.Accepted is not { } request)
        {
            return decision.Status is not (400 or 403 or 404 or 409 or 422) ? Outcome.Untrue($"answered {decision.Status}")
                : decision.Evidence is { } evidence && !evidence.Verify([Log.Author.Key]).IsOk ? Outcome.Untrue("evidence is kept that nobody signed")
                : decision.IsConclusive && IsOf(SmallLog.Shared, Checkpoint.Parse(decision.Evidence!.Text.Span).OrThrow()) ? Outcome.Untrue("the tree that was cosigned is called another")
                : Outcome.Refused(decision.Why!);
        }

        return Outcome.Require(
            request.ToBytes().AsSpan().SequenceEqual(bytes) && request.OldSize == (ulong)kept
                && (IsOf(Log, request.Checkpoint) || (kept <= 256 && IsOf(SmallLog.Fork, request.Checkpoint) && kept == 0) || (request.Checkpoint.Size > 300 && kept > 0 && IsConsistentFork(request))),
            "a checkpoint would be cosigned that the log never signed, or that does not follow");
    }

    // Up to 300 entries the fork is the same tree, so that it follows from what is kept.
    private static bool IsConsistentFork(AddCheckpointRequest request) => IsOf(SmallLog.Fork, request.Checkpoint);

    private static bool IsOf(SmallLog log, Checkpoint checkpoint)
        => checkpoint.Size <= (ulong)log.Entries.Count && (checkpoint.Size == 0 || Sizes.Contains((int)checkpoint.Size) || checkpoint.Size == 1) && checkpoint == log.Checkpoint((int)checkpoint.Size);

    private static Outcome ReadAnswer(byte[] bytes)
    {
        if (!AddCheckpoint.ReadAnswer(Note, bytes, [.. Log.Witnesses.Select(witness => witness.Key)]).TryGet(out var signatures, out var rejection))
        {
            return Outcome.Refused(rejection);
        }

        return Outcome.Require(
            signatures.All(signature => Log.Witnesses.Select((witness, i) => (witness.Key, Time: SmallLog.Time + (ulong)i)).Contains((signature.Key, signature.Time!.Value))),
            "a witness is said to have cosigned at another time");
    }

    private static byte[] SubtreeRequest(Subtree subtree, bool isSigned)
        => SignSubtreeRequest.Of(
            subtree, TreeRoot.Of(subtree, Log.Nodes), isSigned ? [new NoteSignature("ca.example", 9, Encoding.ASCII.GetBytes("anything"))] : [],
            SubtreeProof.MakeConsistency(subtree, 700, Log.Nodes), Log.Checkpoint(700), isSigned ? Note.Signatures : []).ToBytes();

    private static Outcome ReadSubtree(byte[] bytes)
    {
        if (!SignSubtreeRequest.Parse(bytes).TryGet(out var request, out var rejection))
        {
            return Outcome.Refused(rejection);
        }

        return !request.ToBytes().AsSpan().SequenceEqual(bytes) ? Outcome.Untrue("a request has two spellings")
            : !request.IsConsistent ? Outcome.Refused(new Rejection("sign-subtree/not-consistent", "The proof does not lead to the checkpoint."))
            : Outcome.Require(
                request.Checkpoint != Log.Checkpoint(700) || request.Hash == TreeRoot.Of(request.Subtree, Log.Nodes),
                "a subtree is proven that the tree does not hold");
    }
}
