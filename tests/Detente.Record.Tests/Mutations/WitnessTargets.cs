using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Notes;
using Detente.Record.Witness;

namespace Detente.Record.Tests.Mutations;

/// <summary>What witnesses and logs say to each other.</summary>
internal static class WitnessTargets
{
    private static readonly SmallLog Log = SmallLog.Shared;

    private static readonly int[] Sizes = [0, 1, 256, 257, 512, 700];

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<(SmallLog, int), Hash32> Roots = new();

    private static readonly SignedNote Note = Log.Signed(700);

    private static readonly Subtree[] Subtrees = [new(0, 256), new(512, 700), new(64, 128), new(699, 700)];

    public static readonly IReadOnlyList<MutationTarget> All =
    [
        new("add-checkpoint, first", Requests(0), bytes => Decide(bytes, 0)),
        new("add-checkpoint, before the fork", Requests(256), bytes => Decide(bytes, 256)),
        new("add-checkpoint, after it", Requests(512), bytes => Decide(bytes, 512)),
        new("add-checkpoint answer", [.. Enumerable.Range(1, 3).Select(count => SignatureLines.Write(Log.Signed(700, count).Signatures.Skip(1)))], ReadAnswer),
        new("sign-subtree", [.. Subtrees.SelectMany(subtree => new[] { SubtreeRequest(subtree, true), SubtreeRequest(subtree, false) })], ReadSubtree),
        new("size", ["0\n"u8.ToArray(), "256\n"u8.ToArray(), "9223372036854775807\n"u8.ToArray()], bytes => Answer.ReadSize(bytes).TryGet(out var size, out var rejection)
            ? Outcome.Require(Answer.OtherSize(size).Body.Span.SequenceEqual(bytes), "a size has two spellings")
            : Outcome.Refused(rejection)),
    ];

    /// <summary>Requests of both trees, from the size kept and from none. Some are refused as they are.</summary>
    private static byte[][] Requests(int kept)
        => [.. from log in new[] { Log, SmallLog.Fork }
               from oldSize in new[] { 0, kept }.Distinct()
               from size in Sizes
               where size >= oldSize
               select new AddCheckpointRequest((ulong)oldSize, oldSize == 0 ? [] : ConsistencyProof.Make((ulong)oldSize, (ulong)size, log.Nodes), log.Signed(size)).ToBytes()];

    private static Outcome Decide(byte[] bytes, int kept)
    {
        var decision = AddCheckpoint.Decide(bytes, origin => origin == Log.Origin ? new WitnessedLog([Log.Author.Key], (ulong)kept, RootOf(Log, kept)) : null);
        if (decision.Accepted is not { } request)
        {
            return decision.Status is not (400 or 403 or 404 or 409 or 422) ? Outcome.Untrue($"answered {decision.Status}")
                : decision.Evidence is { } evidence && !evidence.Verify([Log.Author.Key]).IsOk ? Outcome.Untrue("evidence is kept that nobody signed")
                : decision.IsConclusive && IsOf(Log, Checkpoint.Parse(decision.Evidence!.Text.Span).OrThrow()) ? Outcome.Untrue("the tree that was cosigned is called another")
                : Outcome.Refused(decision.Why!);
        }

        // The fork is signed by the same key, and before it begins it is the same tree: only who has seen more can tell them apart.
        return Outcome.Require(
            request.ToBytes().AsSpan().SequenceEqual(bytes) && request.OldSize == (ulong)kept
                && (IsOf(Log, request.Checkpoint) || (kept < SmallLog.ForkedAt && IsOf(SmallLog.Fork, request.Checkpoint))),
            "a checkpoint would be cosigned that the log never signed, or that does not follow");
    }

    private static bool IsOf(SmallLog log, Checkpoint checkpoint)
        => Sizes.Contains((int)Math.Min(checkpoint.Size, int.MaxValue)) && checkpoint == new Checkpoint(log.Origin, checkpoint.Size, RootOf(log, (int)checkpoint.Size));

    private static Hash32 RootOf(SmallLog log, int size)
    {
        if (!Roots.TryGetValue((log, size), out var root))
        {
            root = Roots[(log, size)] = log.Checkpoint(size).Root;
        }

        return root;
    }

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
