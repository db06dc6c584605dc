using System.Text;
using Detente.Record.Merkle;
using Detente.Record.Notes;
using Detente.Record.Tests.Mutations;
using Detente.Record.Witness;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Witness;

public sealed class SignSubtreeRequestTests
{
    private static readonly SmallLog Log = SmallLog.Shared;

    [Fact]
    public void What_is_written_is_read_back() => Prop.ForAll(Requests.ToArbitrary(), request =>
    {
        var body = request.ToBytes();
        var again = SignSubtreeRequest.Parse(body).OrThrow();
        Assert.Equal(body, again.ToBytes());
        Assert.Equal((request.Subtree, request.Hash, request.Checkpoint), (again.Subtree, again.Hash, again.Checkpoint));
        Assert.Equal(request.Note is null, again.Note is null);
        Assert.True(again.IsConsistent);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_subtree_with_another_hash_is_not_consistent()
    {
        var subtree = new Subtree(8, 13);
        var proof = SubtreeProof.MakeConsistency(subtree, 14, Log.Nodes);
        Assert.True(SignSubtreeRequest.Of(subtree, TreeRoot.Of(subtree, Log.Nodes), [], proof, Log.Checkpoint(14), []).IsConsistent);
        Assert.False(SignSubtreeRequest.Of(subtree, default, [], proof, Log.Checkpoint(14), []).IsConsistent);
    }

    [Theory]
    [InlineData("", "sign-subtree/range-line")]
    [InlineData("subtree 0\n{hash}\n\n{text}", "sign-subtree/range-line")]
    [InlineData("subtree 0  1\n{hash}\n\n{text}", "sign-subtree/digits")]
    [InlineData("subtree 0 01\n{hash}\n\n{text}", "sign-subtree/leading-zero")]
    [InlineData("subtree 0 9223372036854775808\n{hash}\n\n{text}", "sign-subtree/range")]
    [InlineData("subtree 1 1\n{hash}\n\n{text}", "sign-subtree/not-a-subtree")]
    [InlineData("subtree 2 1\n{hash}\n\n{text}", "sign-subtree/not-a-subtree")]
    [InlineData("subtree 1 3\n{hash}\n\n{text}", "sign-subtree/not-a-subtree")]
    [InlineData("subtree 0 8\n{hash}\n\n{text}", "sign-subtree/not-a-subtree")]
    [InlineData("subtree 0 1", "sign-subtree/range-line")]
    [InlineData("subtree 0 1\n", "sign-subtree/no-hash")]
    [InlineData("subtree 0 1\nAAAA\n\n{text}", "sign-subtree/hash-length")]
    [InlineData("subtree 0 1\n\n{text}", "sign-subtree/hash-length")]
    [InlineData("subtree 0 1\n{hash}\n{hash}\n— a AAAAAAA=\n\n{text}", "sign-subtree/hash-base64")] // a cosignature after the proof
    [InlineData("subtree 0 1\n{hash}\n— a AAAA\n\n{text}", "note/signature-length")]
    [InlineData("subtree 0 1\n{hash}\n{text}", "sign-subtree/hash-base64")]
    [InlineData("subtree 0 1\n{hash}\n\n", "checkpoint/final-line-feed")]
    [InlineData("subtree 0 1\n{hash}\n\n{text}\n", "note/no-signature")] // without signatures no empty line follows
    public void Any_other_is_refused(string body, string rule)
        => Assert.Equal(rule, SignSubtreeRequest.Parse(Encoding.UTF8.GetBytes(Fill(body))).Rejection?.Rule);

    [Fact]
    public void What_is_too_much_is_refused()
    {
        var line = "— a AAAAAAA=\n";
        Assert.True(Parse(string.Concat(Enumerable.Repeat(line, 8)) + "\n{text}\n" + string.Concat(Enumerable.Repeat(line, 8))).IsOk);
        Assert.Equal("sign-subtree/too-many-cosignatures", Parse(string.Concat(Enumerable.Repeat(line, 9)) + "\n{text}").Rejection!.Rule);
        Assert.Equal("sign-subtree/too-many-signatures", Parse("\n{text}\n" + string.Concat(Enumerable.Repeat(line, 9))).Rejection!.Rule);
        Assert.Equal("sign-subtree/too-many-hashes", Parse(string.Concat(Enumerable.Repeat("{hash}\n", 64)) + "\n{text}").Rejection!.Rule);
        Assert.Equal("sign-subtree/too-long", SignSubtreeRequest.Parse(new byte[SignSubtreeRequest.MaxLength + 1]).Rejection!.Rule);

        static Detente.Record.Bytes.Parsed<SignSubtreeRequest> Parse(string rest) => SignSubtreeRequest.Parse(Encoding.UTF8.GetBytes(Fill("subtree 0 1\n{hash}\n" + rest)));
    }

    private static string Fill(string body)
        => body.Replace("{text}", Encoding.UTF8.GetString(Log.Checkpoint(7).ToText()), StringComparison.Ordinal).Replace("{hash}", Log.Leaves[0].ToBase64(), StringComparison.Ordinal);

    private static Gen<SignSubtreeRequest> Requests
        => from size in Gen.Choose(1, 700)
           from level in Gen.Choose(0, 9)
           from place in Gen.Choose(0, 700)
           from length in Gen.Choose(1, 512)
           let start = place % (((size - 1) >> level) + 1) << level
           let end = Math.Min(size, start + Math.Min(length, 1 << level))
           from cosignatures in Gen.Choose(0, 8).SelectMany(count => Gen.ListOf(Generators.Signatures, count))
           from signatures in Gen.Choose(0, 8).SelectMany(count => Gen.ListOf(Generators.Signatures, count))
           let subtree = new Subtree((ulong)start, (ulong)end)
           select SignSubtreeRequest.Of(
               subtree, TreeRoot.Of(subtree, Log.Nodes), [.. cosignatures], SubtreeProof.MakeConsistency(subtree, (ulong)size, Log.Nodes), Log.Checkpoint(size), [.. signatures]);
}
