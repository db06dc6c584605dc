using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Mirror;
using Detente.Record.Tests.Mutations;
using Detente.Record.Witness;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Mirror;

public sealed class AddEntriesTests
{
    private static readonly SmallLog Log = SmallLog.Shared;

    [Fact]
    public void A_header_that_is_written_is_read_back() => Prop.ForAll(Headers.ToArbitrary(), header =>
    {
        var bytes = header.ToBytes();
        Assert.Equal(header.Length, bytes.Length);
        Assert.Equal(header, AddEntriesHeader.Read([.. bytes, 1, 2, 3]).OrThrow());
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Equal("add-entries/truncated", AddEntriesHeader.Read(bytes.AsSpan(0, length)).Rejection!.Rule);
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("0000 0000000000000000 0000000000000000 0000", "add-entries/origin")]
    [InlineData("0001 0a 0000000000000000 0000000000000000 0000", "add-entries/origin")]
    [InlineData("0001 ff 0000000000000000 0000000000000000 0000", "add-entries/origin")]
    [InlineData("0001 61 0000000000000000 8000000000000000 0000", "add-entries/range")]
    [InlineData("0001 61 ffffffffffffffff ffffffffffffffff 0000", "add-entries/range")]
    [InlineData("0001 61 0000000000000002 0000000000000001 0000", "add-entries/order")]
    [InlineData("0001 61 0000000000000001 0000000000000002 0001", "add-entries/truncated")]
    public void Any_other_header_is_refused(string hex, string rule) => Assert.Equal(rule, AddEntriesHeader.Read(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal))).Rejection?.Rule);

    [Fact]
    public void Packages_are_parted_as_bundles_are() => Prop.ForAll(
        (from start in Gen.Choose(0, 2000) from length in Gen.Choose(0, 2000) select (Start: (ulong)start, End: (ulong)(start + length))).ToArbitrary(), range =>
    {
        var packages = PackageRange.Sequence(range.Start, range.End).ToList();
        var at = range.Start;
        foreach (var package in packages)
        {
            Assert.Equal(at, package.Start);
            Assert.InRange(package.Count, 1, 256);
            Assert.Equal(package.Start / 256, (package.End - 1) / 256);
            Assert.True(package.End == range.End || package.End % 256 == 0);
            Assert.Equal(new Subtree(package.Start / 256 * 256, package.End), package.Subtree);
            Assert.True(package.Subtree.IsValid(range.End));
            at = package.End;
        }

        Assert.Equal(range.End, at);
    }).QuickCheckThrowOnFailure();

    /// <summary>The first sixty-four bits, where ends and starts would wrap.</summary>
    [Fact]
    public void The_last_package_of_the_largest_tree_is_found()
    {
        const ulong end = long.MaxValue;
        Assert.Equal([new PackageRange(end - 300, end - 255), new PackageRange(end - 255, end)], PackageRange.Sequence(end - 300, end));
        Assert.Throws<ArgumentOutOfRangeException>(() => PackageRange.Sequence(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PackageRange.Sequence(0, end + 1));
    }

    [Fact]
    public void A_request_that_is_written_is_read_back_and_its_packages_prove_themselves() => Prop.ForAll(Ranges.ToArbitrary(), range =>
    {
        var request = Request(range.Start, range.End);
        var body = request.ToBytes();
        var again = AddEntriesRequest.Parse(body).OrThrow();
        Assert.Equal(body, again.ToBytes());
        Assert.Equal(request.Header, again.Header);
        Assert.True(again.IsWhole);
        Assert.False(again.IsTorn);
        foreach (var package in again.Packages)
        {
            Assert.Null(package.Check(Earlier(package), Log.Checkpoint((int)range.End)));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void A_package_of_another_tree_is_refused()
    {
        var pending = Log.Checkpoint(700);
        var package = Request(256, 700).Packages[0];
        Assert.Null(package.Check([], pending));
        Assert.Equal("add-entries/not-consistent", package.Check([], SmallLog.Fork.Checkpoint(700))!.Rule);
        Assert.Equal("add-entries/not-consistent", (package with { Proof = [.. package.Proof, default] }).Check([], pending)!.Rule);
        Assert.Equal("add-entries/not-consistent", (package with { Proof = [] }).Check([], pending)!.Rule);
        Assert.Equal("add-entries/not-consistent", (package with { Entries = [.. package.Entries.Skip(1), package.Entries[0]] }).Check([], pending)!.Rule);
        Assert.Equal("add-entries/earlier-leaves", package.Check(Log.Leaves[..1], pending)!.Rule);
        Assert.Equal("add-entries/earlier-leaves", (package with { Entries = [] }).Check([], pending)!.Rule);
    }

    [Fact]
    public void A_cut_off_body_keeps_what_was_whole()
    {
        var request = Request(0, 700);
        var body = request.ToBytes();
        var first = request.Header.Length + request.Packages[0].Length;
        Assert.Equal("add-entries/truncated", AddEntriesRequest.Parse(body.AsMemory(..(first - 1))).Rejection!.Rule);
        Assert.Equal("add-entries/truncated", AddEntriesRequest.Parse(body.AsMemory(..request.Header.Length)).Rejection!.Rule);

        var prefix = AddEntriesRequest.Parse(body.AsMemory(..first)).OrThrow();
        Assert.Equal((1, false, false), (prefix.Packages.Count, prefix.IsTorn, prefix.IsWhole));
        var torn = AddEntriesRequest.Parse(body.AsMemory(..^1)).OrThrow();
        Assert.Equal((2, true, false), (torn.Packages.Count, torn.IsTorn, torn.IsWhole));
        Assert.Equal("add-entries/trailing-bytes", AddEntriesRequest.Parse((byte[])[.. body, 0]).Rejection!.Rule);
        Assert.True(AddEntriesRequest.Parse(Request(7, 7).ToBytes()).OrThrow().IsWhole);
    }

    [Fact]
    public void Too_much_is_refused_and_not_written()
    {
        var header = new AddEntriesHeader("a", 0, 40 * 256, default);
        var packages = PackageRange.Sequence(0, 40 * 256).Select(range => new EntryPackage(range, [.. Enumerable.Repeat(ReadOnlyMemory<byte>.Empty, 256)], [])).ToList();
        Assert.True(AddEntriesRequest.Parse(new AddEntriesRequest(header, packages[..32], false).ToBytes()).IsOk);
        Assert.Throws<ArgumentException>(() => new AddEntriesRequest(header, packages[..33], false).ToBytes());
        Assert.Throws<ArgumentException>(() => new AddEntriesRequest(header, packages[1..3], false).ToBytes());
        byte[] many = [.. header.ToBytes(), .. packages[..33].SelectMany(package => package.ToBytes())];
        Assert.Equal("add-entries/too-many-packages", AddEntriesRequest.Parse(many).Rejection!.Rule);

        Assert.Equal("add-entries/too-many-hashes", EntryPackage.Read(new byte[] { 0, 0, 64 }, new PackageRange(0, 1)).Rejection!.Rule);
        Assert.Throws<ArgumentException>(() => new EntryPackage(new PackageRange(0, 1), [default], new Hash32[64]).ToBytes());
        Assert.Throws<ArgumentException>(() => new AddEntriesHeader("", 0, 0, default).ToBytes());
        Assert.Throws<ArgumentException>(() => new AddEntriesHeader("a\ud800", 0, 0, default).ToBytes());
        Assert.Throws<ArgumentException>(() => new AddEntriesHeader(new string('a', 70_000), 0, 0, default).ToBytes());
    }

    [Theory]
    [InlineData(0UL, 300UL, 300)] // an end that is pending
    [InlineData(100UL, 700UL, 700)]
    [InlineData(250UL, 250UL, 250)]
    [InlineData(0UL, 0UL, null)] // the question where the mirror stands
    [InlineData(0UL, 299UL, null)]
    [InlineData(251UL, 700UL, null)] // a gap
    [InlineData(0UL, 200UL, null)] // pending once, below the mirror checkpoint
    public void A_range_fits_or_is_answered_with_where_the_mirror_stands(ulong start, ulong end, int? pending)
    {
        var log = new MirroredLog(250, 250, [Log.Checkpoint(200), Log.Checkpoint(250), Log.Checkpoint(300), Log.Checkpoint(700)]);
        var (checkpoint, refusal) = AddEntries.Begin(new AddEntriesHeader(Log.Origin, start, end, default), log, "t"u8.ToArray());
        Assert.Equal(pending is { } size ? Log.Checkpoint(size) : null, checkpoint);
        if (pending is null)
        {
            Assert.Equal((409, "text/x.tlog.mirror-info"), (refusal!.Status, refusal.ContentType));
            var info = MirrorInfo.Parse(refusal.Body.Span).OrThrow();
            Assert.Equal(250UL, info.Next);
            Assert.Equal(700UL, info.Size);
            Assert.Equal("t"u8.ToArray(), info.Ticket.ToArray());
        }
    }

    [Fact]
    public void An_unknown_log_is_404_and_a_start_too_far_back_409()
    {
        var header = new AddEntriesHeader(Log.Origin, 0, 20_000, default);
        var unknown = AddEntries.Begin(header, null).Refusal!;
        Assert.Equal(404, unknown.Status);
        Assert.Contains("add-entries/unknown-origin", Encoding.UTF8.GetString(unknown.Body.Span), StringComparison.Ordinal);
        var pending = Log.Checkpoint(0) with { Size = 20_000 };
        Assert.Null(AddEntries.Begin(header, new MirroredLog(0, AddEntries.MaxRepeated, [pending])).Refusal);
        Assert.Equal(409, AddEntries.Begin(header, new MirroredLog(0, AddEntries.MaxRepeated + 1, [pending])).Refusal!.Status);
        Assert.Equal("0\n0\n\n", Encoding.ASCII.GetString(AddEntries.Begin(header, new MirroredLog(0, 0, [])).Refusal!.Body.Span));
    }

    [Fact]
    public void The_last_answer_says_what_was_kept()
    {
        var header = new AddEntriesHeader(Log.Origin, 0, 700, default);
        var cut = new Rejection("add-entries/truncated", "cut");
        var bad = new Rejection("add-entries/not-consistent", "bad");
        var log = new MirroredLog(0, 512, [Log.Checkpoint(700)]);
        Assert.Null(AddEntries.End(header, log with { Next = 700 }, 3, null));
        Assert.Equal((202, "700\n512\n\n"), Told(AddEntries.End(header, log, 2, null)));
        Assert.Equal((202, "700\n512\n\n"), Told(AddEntries.End(header, log, 2, cut)));
        Assert.Equal(400, AddEntries.End(header, log, 0, cut)!.Status);
        Assert.Equal(400, AddEntries.End(header, log, 0, null)!.Status);
        Assert.Equal(422, AddEntries.End(header, log, 2, bad)!.Status);
        Assert.Equal(400, AddEntries.End(header, log, 2, new Rejection("add-entries/too-many-hashes", "many"))!.Status);
        Assert.Equal(409, AddEntries.End(header, log with { Size = 701, Next = 701 }, 2, null)!.Status);

        static (int, string) Told(Answer? answer) => (answer!.Status, Encoding.ASCII.GetString(answer.Body.Span));
    }

    /// <summary>Cut off anywhere, again and again: what is kept is the log, and in the end all of it.</summary>
    [Fact]
    public void Whatever_is_cut_off_the_mirror_ends_with_the_log() => Prop.ForAll(Gen.ListOf(Gen.Choose(0, 1000)).ToArbitrary(), cuts =>
    {
        var pending = Log.Checkpoint(700);
        var kept = new List<ReadOnlyMemory<byte>>();
        foreach (var cut in cuts.Append(1000).Append(1000).Append(1000))
        {
            var mirrored = new MirroredLog(0, (ulong)kept.Count, [pending]);
            var whole = Request((ulong)kept.Count, 700).ToBytes();
            var stored = 0;
            if (AddEntriesRequest.Parse(whole.AsMemory(..(int)((long)whole.Length * cut / 1000))).TryGet(out var request, out var why))
            {
                Assert.Equal(pending, AddEntries.Begin(request.Header, mirrored).Pending);
                foreach (var package in request.Packages)
                {
                    var leaves = kept.Skip((int)package.Range.Subtree.Start).Select(entry => TreeHash.OfLeaf(entry.Span)).ToArray();
                    Assert.Null(package.Check(leaves, pending));
                    kept.AddRange(package.Entries);
                    stored++;
                }

                var answer = AddEntries.End(request.Header, mirrored with { Next = (ulong)kept.Count }, stored, null);
                Assert.Equal(kept.Count == 700 ? null : stored > 0 ? 202 : 400, answer?.Status);
            }
            else
            {
                Assert.Equal("add-entries/truncated", why.Rule);
            }
        }

        Assert.Equal(Log.Entries.Select(entry => entry.ToArray()), kept.Select(entry => entry.ToArray()));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    private static AddEntriesRequest Request(ulong start, ulong end)
        => new(
            new AddEntriesHeader(Log.Origin, start, end, "ticket"u8.ToArray()),
            [.. PackageRange.Sequence(start, end).Select(range => new EntryPackage(
                range, [.. Log.Entries.Skip((int)range.Start).Take(range.Count)], SubtreeProof.MakeConsistency(range.Subtree, end, Log.Nodes)))],
            false);

    private static ReadOnlySpan<Hash32> Earlier(EntryPackage package) => Log.Leaves[(int)package.Range.Subtree.Start..(int)package.Range.Start];

    private static Gen<(ulong Start, ulong End)> Ranges => from start in Gen.Choose(0, 700) from end in Gen.Choose(start, 700) select ((ulong)start, (ulong)end);

    private static Gen<AddEntriesHeader> Headers
        => from origin in Generators.Lines from one in Generators.Numbers from two in Generators.Numbers from ticket in Generators.AnyBytes(40) select new AddEntriesHeader(origin, Math.Min(one, two), Math.Max(one, two), ticket);
}
