using System.Text;
using Detente.Record.Merkle;
using Detente.Record.Notes;
using Detente.Record.Proofs;
using Detente.Record.Tests.Mutations;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Proofs;

public sealed class ProofFileTests
{
    private static readonly SmallLog Log = SmallLog.Shared;

    private static readonly Policy Policy = Policy.Parse(Encoding.UTF8.GetBytes($"log {Log.Author.Key}\nwitness a {Log.Witnesses[0].Key}\nquorum a\n")).OrThrow();

    private static readonly string Note = Encoding.UTF8.GetString(Log.Signed(7, 1).ToBytes());

    [Fact]
    public void What_is_written_is_read_back() => Prop.ForAll(Files.ToArbitrary(), file =>
    {
        var bytes = file.ToBytes();
        var again = ProofFile.Parse(bytes).OrThrow();
        Assert.Equal(bytes, again.ToBytes());
        Assert.Equal((file.Index, file.Checkpoint), (again.Index, again.Checkpoint));
        Assert.Equal(file.Proof, again.Proof);
        Assert.Equal(file.Extra.ToArray(), again.Extra.ToArray());
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 1)]
    [InlineData(6, 7)]
    [InlineData(255, 257)]
    [InlineData(256, 257)]
    [InlineData(0, 700)]
    public void An_entry_is_proven_and_no_other(int index, int size)
    {
        var file = new ProofFile((ulong)index, InclusionProof.Make((ulong)index, (ulong)size, Log.Nodes), Log.Signed(size, 2));
        var proven = file.Verify(Log.Entries[index].Span, Policy).OrThrow();
        Assert.Equal(Log.Checkpoint(size), proven.Checkpoint);
        Assert.Equal(SmallLog.Time, proven.Quorum.Time);
        Assert.Equal("proof/not-included", file.Verify(Log.Entries[index + 1].Span, Policy).Rejection!.Rule);
    }

    [Fact]
    public void What_the_policy_refuses_is_not_proven()
    {
        var proof = InclusionProof.Make(3, 7, Log.Nodes);
        Assert.Equal("policy/quorum-not-met", new ProofFile(3, proof, Log.Signed(7)).Verify(Log.Entries[3].Span, Policy).Rejection!.Rule);
        Assert.Equal("proof/index-beyond-size", new ProofFile(7, proof, Log.Signed(7, 1)).Verify(Log.Entries[7].Span, Policy).Rejection!.Rule);
        Assert.Equal("proof/not-included", new ProofFile(3, [.. proof, default], Log.Signed(7, 1)).Verify(Log.Entries[3].Span, Policy).Rejection!.Rule);
        Assert.Equal("proof/not-included", new ProofFile(3, proof[1..], Log.Signed(7, 1)).Verify(Log.Entries[3].Span, Policy).Rejection!.Rule);
    }

    [Theory]
    [InlineData("", "proof/header")]
    [InlineData("c2sp.org/tlog-proof@v2\nindex 0\n\n{note}", "proof/header")]
    [InlineData("c2sp.org/tlog-proof@v1\r\nindex 0\n\n{note}", "proof/header")]
    [InlineData("c2sp.org/tlog-proof@v1\n", "proof/index-line")]
    [InlineData("c2sp.org/tlog-proof@v1\n\n{note}", "proof/index-line")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\nextra AAAA\n\n{note}", "proof/hash-base64")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra AAAA\nextra AAAA\nindex 0\n\n{note}", "proof/index-line")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra \nindex 0\n\n{note}", "proof/extra-length")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra AAA\nindex 0\n\n{note}", "proof/extra-base64")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex -1\n\n{note}", "proof/digits")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 00\n\n{note}", "proof/leading-zero")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 9223372036854775808\n\n{note}", "proof/range")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n{note}", "proof/hash-length")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\n", "proof/no-empty-line")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\n{note}", "proof/hash-base64")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\n\ntext\n\n— a AAAAAAA=\n", "checkpoint/too-few-lines")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\n\n", "note/final-line-feed")]
    public void Any_other_is_refused(string file, string rule)
        => Assert.Equal(rule, ProofFile.Parse(Encoding.UTF8.GetBytes(file.Replace("{note}", Note, StringComparison.Ordinal))).Rejection?.Rule);

    [Fact]
    public void A_proof_that_is_too_long_is_refused()
    {
        var hash = $"{Convert.ToBase64String(new byte[32])}\n";
        Assert.True(Parse(63).IsOk);
        Assert.Equal("proof/too-many-hashes", Parse(64).Rejection!.Rule);
        Assert.Equal("proof/too-long", ProofFile.Parse(new byte[ProofFile.MaxLength + 1]).Rejection!.Rule);
        Assert.Throws<ArgumentException>(() => new ProofFile(0, new Detente.Record.Bytes.Hash32[64], Log.Signed(7)));
        Assert.Throws<ArgumentException>(() => new ProofFile(0, [], Log.Signed(7), new byte[ProofFile.MaxExtraLength + 1]));
        Assert.Throws<ArgumentException>(() => new ProofFile(0, [], SignedNote.Sign("no checkpoint\n"u8.ToArray(), Log.Author)));

        Detente.Record.Bytes.Parsed<ProofFile> Parse(int hashes)
            => ProofFile.Parse(Encoding.UTF8.GetBytes($"{ProofFile.Header}\nindex 0\n{string.Concat(Enumerable.Repeat(hash, hashes))}\n{Note}"));
    }

    [Fact]
    public void A_place_is_told_from_the_beginning_of_the_file()
    {
        var text = $"{ProofFile.Header}\nindex 0\n\nlog\n01\nAAAA\n\n— a AAAAAAA=\n";
        var rejection = ProofFile.Parse(Encoding.UTF8.GetBytes(text)).Rejection!;
        Assert.Equal(("checkpoint/leading-zero", text.IndexOf("01\n", StringComparison.Ordinal)), (rejection.Rule, rejection.Offset));
    }

    private static Gen<ProofFile> Files
        => from index in Generators.Numbers
           from proof in Generators.Proofs
           from note in Generators.CheckpointNotes
           from extra in Generators.AnyBytes(100)
           select new ProofFile(index, proof, note, extra);
}
