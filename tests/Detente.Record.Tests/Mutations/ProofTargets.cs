using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Notes;
using Detente.Record.Proofs;

namespace Detente.Record.Tests.Mutations;

/// <summary>Proof files and policies.</summary>
internal static class ProofTargets
{
    private static readonly SmallLog Log = SmallLog.Shared;

    private static readonly int[] Sizes = [1, 257, 512, 700];

    private static readonly IReadOnlyList<byte[]> Policies = [.. PolicyTexts().Select(Encoding.UTF8.GetBytes)];

    private static readonly Policy Policy = Policy.Parse(Policies[0]).OrThrow();

    private static readonly IReadOnlyList<SignedNote> Notes = [.. Sizes.Select(size => Log.Signed(size, 3))];

    public static readonly IReadOnlyList<MutationTarget> All =
    [
        new("proof", [.. Notes.SelectMany(note => Samples(note).Select(proof => proof.ToBytes()))], ReadProof),
        new("policy", Policies, ReadPolicy),
    ];

    private static IEnumerable<ProofFile> Samples(SignedNote note)
    {
        var size = Checkpoint.Parse(note.Text.Span).OrThrow().Size;
        foreach (var index in new[] { 0UL, size / 2, size - 1 }.Distinct())
        {
            yield return new ProofFile(index, InclusionProof.Make(index, size, Log.Nodes), note, index % 2 == 0 ? default : "extra data"u8.ToArray());
        }
    }

    private static Outcome ReadProof(byte[] bytes)
    {
        if (!ProofFile.Parse(bytes).TryGet(out var proof, out var rejection))
        {
            return Outcome.Refused(rejection);
        }

        if (!proof.ToBytes().AsSpan().SequenceEqual(bytes))
        {
            return Outcome.Untrue("a proof has two spellings");
        }

        var wrong = proof.Verify("no entry of the log"u8, Policy);
        if (wrong.IsOk)
        {
            return Outcome.Untrue("an entry is proven that no log holds");
        }

        return proof.Index >= (ulong)Log.Entries.Count ? Outcome.Refused(wrong.Rejection!)
            : proof.Verify(Log.Entries[(int)proof.Index].Span, Policy).TryGet(out var proven, out rejection) ? IsTrue(proven)
            : Outcome.Refused(rejection);
    }

    private static Outcome ReadPolicy(byte[] bytes)
    {
        if (!Policy.Parse(bytes).TryGet(out var policy, out var rejection))
        {
            return Outcome.Refused(rejection);
        }

        var written = policy.ToBytes();
        return !Policy.Parse(written).OrThrow().ToBytes().AsSpan().SequenceEqual(written) ? Outcome.Untrue("a policy is not read back as it was written")
            : policy.Verify(Notes[^1]).TryGet(out var witnessed, out rejection) ? IsTrue(witnessed)
            : Outcome.Refused(rejection);
    }

    private static Outcome IsTrue(WitnessedCheckpoint witnessed)
    {
        var checkpoint = witnessed.Checkpoint;
        return Outcome.Require(
            Sizes.Contains((int)checkpoint.Size) && checkpoint == Log.Checkpoint((int)checkpoint.Size)
                && witnessed.Note.Verified.All(signature => Log.Keys.Contains(signature.Key) && signature.Time is null or >= SmallLog.Time and <= SmallLog.Time + 2)
                && witnessed.Quorum.Witnesses.All(witness => Log.Keys.Contains(witness.Key))
                && witnessed.Quorum.Time is null or >= SmallLog.Time and <= SmallLog.Time + 2,
            "a checkpoint is accepted that was never signed, or at another time");
    }

    private static IEnumerable<string> PolicyTexts()
    {
        var log = $"log {Log.Author.Key} https://log.example/\n";
        var witnesses = string.Concat(Log.Witnesses.Select((witness, i) => $"witness w{i} {witness.Key}\n"));
        yield return $"{log}{witnesses}group two 2 w0 w1 w2\nquorum two\n";
        yield return $"# a comment\n\n{log}{witnesses}group any-of any w0 w1\n group\tboth all any-of w2\nquorum both\n";
        yield return $"{log}quorum none\n";
        yield return $"{witnesses}{log}quorum w2\n";
    }
}
