using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Mirror;

namespace Detente.Record.Tests.Mutations;

/// <summary>What mirrors and logs say to each other.</summary>
internal static class MirrorTargets
{
    private static readonly SmallLog Log = SmallLog.Shared;

    private static readonly MirroredLog Mirrored = new(250, 250, [Log.Checkpoint(250), Log.Checkpoint(258), Log.Checkpoint(700)]);

    public static readonly IReadOnlyList<MutationTarget> All =
    [
        new("add-entries", [Request(250, 258), Request(255, 257), Request(250, 250), Request(0, 250)], ReadRequest),
        new("mirror-info", [.. new[] { new MirrorInfo(700, 256, new byte[33]), new MirrorInfo(0, 0, default) }.Select(info => info.ToBytes())], bytes => MirrorInfo.Parse(bytes).TryGet(out var info, out var rejection)
            ? Outcome.Require(info.ToBytes().AsSpan().SequenceEqual(bytes), "an answer has two spellings")
            : Outcome.Refused(rejection)),
    ];

    private static byte[] Request(ulong start, ulong end)
        => new AddEntriesRequest(
            new AddEntriesHeader(Log.Origin, start, end, "ticket"u8.ToArray()),
            [.. PackageRange.Sequence(start, end).Select(range => new EntryPackage(
                range, [.. Log.Entries.Skip((int)range.Start).Take(range.Count)], SubtreeProof.MakeConsistency(range.Subtree, end, Log.Nodes)))],
            false).ToBytes();

    private static Outcome ReadRequest(byte[] bytes)
    {
        if (!AddEntriesRequest.Parse(bytes).TryGet(out var request, out var rejection))
        {
            return Outcome.Refused(rejection);
        }

        var written = request.ToBytes();
        if (!written.AsSpan().SequenceEqual(bytes) && !(request.IsTorn && bytes.AsSpan().StartsWith(written)))
        {
            return Outcome.Untrue("a request has two spellings");
        }

        var (pending, refusal) = AddEntries.Begin(request.Header, request.Header.Origin == Log.Origin ? Mirrored : null);
        if (pending is null)
        {
            return Outcome.Require(refusal is { Status: 404 or 409 }, $"answered {refusal?.Status}");
        }

        foreach (var package in request.Packages)
        {
            if (package.Check(Log.Leaves[(int)package.Range.Subtree.Start..(int)package.Range.Start], pending) is { } why)
            {
                return AddEntries.End(request.Header, Mirrored, 0, why) is { Status: 422 } ? Outcome.Refused(why) : Outcome.Untrue("a bad package is answered otherwise");
            }

            if (!package.Entries.Select(entry => entry.ToArray()).Zip(Log.Entries.Skip((int)package.Range.Start)).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second.Span)))
            {
                return Outcome.Untrue("entries are kept that the log does not hold");
            }
        }

        return Outcome.Accepted;
    }
}
