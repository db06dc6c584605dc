using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Notes;
using Detente.Record.Proofs;
using Detente.Record.Tests.Mutations;
using Detente.Record.Witness;

namespace Detente.Record.Tests;

/// <summary>
/// What a reviewer of a transparency log looks for, one after the other: the same things in every format they can stand in. Each test says
/// what is refused, or what is taken and why.
/// </summary>
public sealed class ChecklistTests
{
    private const string Root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    private static readonly SmallLog Log = SmallLog.Shared;

    private static readonly byte[] Text = Log.Checkpoint(7).ToText();

    [Theory]
    [InlineData("01")]
    [InlineData("00")]
    [InlineData("007")]
    public void A_size_with_a_leading_zero(string size)
    {
        Assert.Equal("checkpoint/leading-zero", Checkpoint.Parse(Bytes($"log\n{size}\n{Root}\n")).Rejection!.Rule);
        Assert.Equal("add-checkpoint/leading-zero", AddCheckpointRequest.Parse(Bytes($"old {size}\n\n")).Rejection!.Rule);
        Assert.Equal("proof/leading-zero", ProofFile.Parse(Bytes($"{ProofFile.Header}\nindex {size}\n\n")).Rejection!.Rule);
        Assert.Equal("sign-subtree/leading-zero", SignSubtreeRequest.Parse(Bytes($"subtree {size} 8\n")).Rejection!.Rule);
        Assert.Equal("size/leading-zero", Answer.ReadSize(Bytes($"{size}\n")).Rejection!.Rule);
    }

    [Fact]
    public void The_size_0_is_written_0() => Assert.Equal(0UL, Checkpoint.Parse(Bytes($"log\n0\n{Root}\n")).OrThrow().Size);

    [Fact]
    public void Lines_that_end_in_carriage_return_and_line_feed()
    {
        Assert.Equal("note/control-character", SignedNote.Parse(Bytes(Encoding.UTF8.GetString(Log.Signed(7).ToBytes()).ReplaceLineEndings("\r\n"))).Rejection!.Rule);
        Assert.Equal("note/control-character", Checkpoint.Parse(Bytes($"log\r\n7\r\n{Root}\r\n")).Rejection!.Rule);
        Assert.Equal("policy/control-character", Policy.Parse("quorum none\r\n"u8).Rejection!.Rule);
        Assert.Equal("proof/header", ProofFile.Parse(Bytes($"{ProofFile.Header}\r\nindex 0\r\n\r\n")).Rejection!.Rule);
        Assert.Equal("add-checkpoint/digits", AddCheckpointRequest.Parse("old 0\r\n\r\n"u8).Rejection!.Rule);
    }

    [Theory]
    [InlineData("a\u00a0b")] // no-break space
    [InlineData("a\u2028b")] // line separator
    [InlineData("a\u3000b")] // ideographic space
    [InlineData("a\u0085b")] // next line
    [InlineData("a+b")]
    [InlineData("")]
    public void A_key_name_with_a_space_of_any_kind_or_a_plus_or_empty(string name)
    {
        Assert.Equal("note/key-name", SignatureLines.Parse(Bytes($"— {name} AAAAAAA=\n")).Rejection!.Rule);
        Assert.Equal(name.Contains('+', StringComparison.Ordinal) ? "vkey/key-id-hex" : "vkey/name", VerifierKey.Parse($"{name}+00000000+{Convert.ToBase64String(new byte[33])}").Rejection!.Rule);
        Assert.Throws<ArgumentException>(() => new Cosigner(name, SlowSigner.Of(1)));
    }

    [Theory]
    [InlineData("AAAA AAA=")] // white space inside
    [InlineData("AAAAAAA= ")]
    [InlineData("AAAAAAB=")] // bits set in the padding
    [InlineData("AAAAAAA")] // padding missing
    [InlineData("AAAAAAA==")] // too much of it
    [InlineData("AAAAAA_=")] // the alphabet of URLs
    public void Base64_in_another_spelling(string base64)
    {
        Assert.Equal("note/signature-base64", SignatureLines.Parse(Bytes($"— a {base64}\n")).Rejection!.Rule);
        Assert.Equal("checkpoint/root-base64", Checkpoint.Parse(Bytes($"log\n7\n{base64}\n")).Rejection!.Rule);
        Assert.Equal("vkey/base64", VerifierKey.Parse($"a+00000000+{base64}").Rejection!.Rule);
        Assert.Equal("proof/hash-base64", ProofFile.Parse(Bytes($"{ProofFile.Header}\nindex 0\n{base64}\n\n")).Rejection!.Rule);
        Assert.Equal("proof/extra-base64", ProofFile.Parse(Bytes($"{ProofFile.Header}\nextra {base64}\nindex 0\n\n")).Rejection!.Rule);
        Assert.Equal("add-checkpoint/hash-base64", AddCheckpointRequest.Parse(Bytes($"old 0\n{base64}\n\n")).Rejection!.Rule);
        Assert.Equal("mirror-info/ticket-base64", Detente.Record.Mirror.MirrorInfo.Parse(Bytes($"0\n0\n{base64}\n")).Rejection!.Rule);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(64)]
    public void A_root_or_hash_of_another_length_than_32_bytes(int length)
    {
        var base64 = Convert.ToBase64String(new byte[length]);
        Assert.Equal(length == 0 ? "checkpoint/empty-line" : "checkpoint/root-length", Checkpoint.Parse(Bytes($"log\n7\n{base64}\n")).Rejection!.Rule);
        if (length > 0)
        {
            Assert.Equal("proof/hash-length", ProofFile.Parse(Bytes($"{ProofFile.Header}\nindex 0\n{base64}\n\n")).Rejection!.Rule);
            Assert.Equal("add-checkpoint/hash-length", AddCheckpointRequest.Parse(Bytes($"old 0\n{base64}\n\n")).Rejection!.Rule);
        }
    }

    /// <summary>The format does not forbid it. It is taken, kept as it came, and the key counts once.</summary>
    [Fact]
    public void One_signature_line_twice()
    {
        var line = Log.Author.Sign(Text);
        var note = SignedNote.Parse(SignedNote.Of(Text, [line, line]).ToBytes()).OrThrow();
        Assert.Equal(2, note.Signatures.Count);
        Assert.Single(note.Verify([Log.Author.Key]).OrThrow().Verified);
    }

    /// <summary>The second line is not skipped because the first was good.</summary>
    [Fact]
    public void A_second_line_of_a_known_key_that_fails()
    {
        var bad = Log.Author.Sign("another text\n"u8);
        foreach (var lines in new NoteSignature[][] { [Log.Author.Sign(Text), bad], [bad, Log.Author.Sign(Text)] })
        {
            Assert.Equal("note/bad-signature", SignedNote.Of(Text, lines).Verify([Log.Author.Key]).Rejection!.Rule);
        }
    }

    [Fact]
    public void The_same_name_with_another_key_id_is_unknown_and_ignored()
    {
        var other = Log.Author.Sign(Text) with { KeyId = Log.Author.Key.KeyId ^ 1 };
        Assert.Equal("note/not-signed", SignedNote.Of(Text, [other]).Verify([Log.Author.Key]).Rejection!.Rule);
        var verified = SignedNote.Of(Text, [other, Log.Author.Sign(Text)]).Verify([Log.Author.Key]).OrThrow();
        Assert.Single(verified.Verified);
        Assert.Equal([other], verified.Unknown);
    }

    [Fact]
    public void The_same_key_id_with_another_name_is_unknown_and_ignored()
        => Assert.Equal("note/not-signed", SignedNote.Of(Text, [Log.Author.Sign(Text) with { Name = "another.example" }]).Verify([Log.Author.Key]).Rejection!.Rule);

    /// <summary>An old key and a new one, say.</summary>
    [Fact]
    public void Two_known_keys_of_one_name()
    {
        var next = new NoteSigner(Log.Origin, SlowSigner.Of(50));
        Assert.Equal(2, SignedNote.Sign(Text, Log.Author, next).Verify([Log.Author.Key, next.Key]).OrThrow().Verified.Count);
        Assert.Single(SignedNote.Sign(Text, next).Verify([Log.Author.Key, next.Key]).OrThrow().Verified);
    }

    [Fact]
    public void A_known_key_whose_signature_is_bad_rejects_the_note_whatever_else_is_good()
    {
        var witness = Log.Witnesses[0];
        var bad = witness.Cosign(Log.Checkpoint(8).ToText(), 1);
        Assert.Equal("note/bad-signature", SignedNote.Sign(Text, Log.Author).With(bad).Verify([Log.Author.Key, witness.Key]).Rejection!.Rule);
        Assert.True(SignedNote.Sign(Text, Log.Author).With(bad).Verify([Log.Author.Key]).IsOk);
    }

    [Theory]
    [InlineData(16, true)]
    [InlineData(17, true)]
    [InlineData(SignatureLines.MaxCount, true)]
    [InlineData(SignatureLines.MaxCount + 1, false)]
    public void Many_signatures(int count, bool isTaken)
    {
        byte[] note = [.. Text, (byte)'\n', .. SignatureLines.Write(Enumerable.Range(1, count - 1).Select(i => new NoteSignature($"k{i}", (uint)i, new byte[64])).Append(Log.Author.Sign(Text)))];
        Assert.Equal(isTaken ? null : "note/too-many-signatures", SignedNote.Parse(note).Rejection?.Rule);
        if (isTaken)
        {
            Assert.True(SignedNote.Parse(note).OrThrow().Verify([Log.Author.Key]).IsOk);
        }
    }

    [Fact]
    public void An_empty_tree()
    {
        Assert.Equal("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", Log.Checkpoint(0).Root.ToBase64());
        Assert.Equal(200, Decide(new AddCheckpointRequest(0, [], Log.Signed(0)), 0).Status);
        var other = SignedNote.Sign((Log.Checkpoint(0) with { Root = default }).ToText(), Log.Author);
        Assert.Equal("add-checkpoint/empty-root", Decide(new AddCheckpointRequest(0, [], other), 0).Why!.Rule);
        Assert.Equal("proof/index-beyond-size", new ProofFile(0, [], Log.Signed(0)).Verify(""u8, NoQuorum).Rejection!.Rule);
    }

    [Fact]
    public void Two_equal_sizes_with_a_proof_that_is_not_empty()
    {
        Assert.False(ConsistencyProof.Verifies(7, 7, [default], Log.Checkpoint(7).Root, Log.Checkpoint(7).Root));
        Assert.Equal("add-checkpoint/proof-not-empty", Decide(new AddCheckpointRequest(7, [default], Log.Signed(7)), 7).Why!.Rule);
        Assert.Equal(200, Decide(new AddCheckpointRequest(7, [], Log.Signed(7)), 7).Status);
    }

    [Fact]
    public void A_proof_that_is_too_long_or_too_short()
    {
        var inclusion = InclusionProof.Make(5, 7, Log.Nodes);
        var consistency = ConsistencyProof.Make(5, 7, Log.Nodes);
        Assert.True(new ProofFile(5, inclusion, Log.Signed(7)).Verify(Log.Entries[5].Span, NoQuorum).IsOk);
        Assert.Equal(200, Decide(new AddCheckpointRequest(5, consistency, Log.Signed(7)), 5).Status);
        foreach (var change in new Func<Hash32[], Hash32[]>[] { proof => [.. proof, proof[0]], proof => [proof[0], .. proof], proof => proof[1..], proof => proof[..^1], _ => [] })
        {
            Assert.Equal("proof/not-included", new ProofFile(5, change(inclusion), Log.Signed(7)).Verify(Log.Entries[5].Span, NoQuorum).Rejection!.Rule);
            Assert.Equal("add-checkpoint/not-consistent", Decide(new AddCheckpointRequest(5, change(consistency), Log.Signed(7)), 5).Why!.Rule);
        }
    }

    /// <summary>An entry that is spelled like a node does not pass for one, nor a node for an entry.</summary>
    [Fact]
    public void A_node_in_a_leaf_s_place()
    {
        var (left, right) = (Log.Leaves[0], Log.Leaves[1]);
        byte[] node = [.. left.ToArray(), .. right.ToArray()];
        var root = TreeHash.OfNode(left, right);
        Assert.NotEqual(root, TreeHash.OfLeaf(node));
        Assert.False(InclusionProof.Verifies(0, 1, TreeHash.OfLeaf(node), [], root));
        var proof = InclusionProof.Make(0, 4, Log.Nodes);
        Assert.False(InclusionProof.Verifies(0, 2, TreeHash.OfLeaf(node), proof[1..], Log.Checkpoint(4).Root));
        Assert.Equal("proof/not-included", new ProofFile(0, proof[1..], Log.Signed(4)).Verify(node, NoQuorum).Rejection!.Rule);
    }

    [Theory]
    [InlineData("9223372036854775808")] // 2^63
    [InlineData("18446744073709551616")] // 2^64
    [InlineData("99999999999999999999999999")]
    public void A_size_over_63_bits(string size)
    {
        Assert.Equal("checkpoint/range", Checkpoint.Parse(Bytes($"log\n{size}\n{Root}\n")).Rejection!.Rule);
        Assert.Equal("add-checkpoint/range", AddCheckpointRequest.Parse(Bytes($"old {size}\n\n")).Rejection!.Rule);
        Assert.Equal("proof/range", ProofFile.Parse(Bytes($"{ProofFile.Header}\nindex {size}\n\n")).Rejection!.Rule);
        Assert.Equal("mirror-info/range", Detente.Record.Mirror.MirrorInfo.Parse(Bytes($"{size}\n0\n\n")).Rejection!.Rule);
        Assert.Equal((ulong)long.MaxValue, Checkpoint.Parse(Bytes($"log\n9223372036854775807\n{Root}\n")).OrThrow().Size);
    }

    /// <summary>The format of cosignatures does not forbid a time of 0: it verifies, and gives no time. A witness must give one, and does.</summary>
    [Fact]
    public void A_time_of_0()
    {
        var line = Cosigned(0);
        Assert.Null(Assert.Single(SignedNote.Of(Text, [line]).Verify([Log.Witnesses[0].Key]).OrThrow().Verified).Time);
        Assert.Equal("add-checkpoint/no-time", AddCheckpoint.ReadAnswer(Log.Signed(7), SignatureLines.Write([line]), [Log.Witnesses[0].Key]).Rejection!.Rule);
        Assert.Throws<ArgumentOutOfRangeException>(() => Log.Witnesses[0].Cosign(Text, 0));
    }

    /// <summary>Nothing here has a clock: a time to come is given back as it is, for whoever has one.</summary>
    [Fact]
    public void A_time_to_come()
        => Assert.Equal((ulong)long.MaxValue, Assert.Single(SignedNote.Of(Text, [Cosigned(long.MaxValue)]).Verify([Log.Witnesses[0].Key]).OrThrow().Verified).Time);

    [Fact]
    public void A_time_over_63_bits()
    {
        Assert.Equal("cosignature/time-range", SignedNote.Of(Text, [Cosigned(1UL << 63)]).Verify([Log.Witnesses[0].Key]).Rejection!.Rule);
        Assert.Throws<ArgumentOutOfRangeException>(() => Log.Witnesses[0].Cosign(Text, 1UL << 63));
    }

    [Fact]
    public void Extension_lines_are_read_kept_and_cosigned_and_none_is_empty()
    {
        var extended = (Log.Checkpoint(7) with { Extensions = ["one", "two"] }).ToText();
        Assert.Equal(["one", "two"], Checkpoint.Parse(extended).OrThrow().Extensions);
        var cosigned = SignedNote.Of(extended, [Log.Witnesses[0].Cosign(extended, 5)]);
        Assert.True(cosigned.Verify([Log.Witnesses[0].Key]).IsOk);
        var stripped = SignedNote.Of(Text, cosigned.Signatures);
        Assert.Equal("note/bad-signature", stripped.Verify([Log.Witnesses[0].Key]).Rejection!.Rule);
        Assert.Equal("checkpoint/empty-line", Checkpoint.Parse([.. extended, (byte)'\n']).Rejection!.Rule);
    }

    /// <summary>S + L satisfies the same equation; RFC 8032 refuses it, and so must everybody.</summary>
    [Fact]
    public void A_signature_with_a_second_spelling()
    {
        var line = Log.Author.Sign(Text);
        var bytes = line.Signature.ToArray();
        var l = System.Numerics.BigInteger.Pow(2, 252) + System.Numerics.BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);
        var s = new System.Numerics.BigInteger(bytes.AsSpan(32), isUnsigned: true) + l;
        bytes.AsSpan(32).Clear();
        Assert.True(s.TryWriteBytes(bytes.AsSpan(32), out _, isUnsigned: true));
        Assert.Equal("note/bad-signature", SignedNote.Of(Text, [line with { Signature = bytes }]).Verify([Log.Author.Key]).Rejection!.Rule);
    }

    [Theory]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000", "ed25519/key-of-low-order")] // the neutral point
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", "ed25519/key-of-low-order")] // of order 2
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", "ed25519/key-of-low-order")] // of order 4
    [InlineData("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", "ed25519/key-not-canonical")] // y is 1, written p + 1
    [InlineData("0200000000000000000000000000000000000000000000000000000000000000", "ed25519/key-not-on-curve")]
    public void A_key_on_which_libraries_differ(string hex, string rule)
    {
        byte[] key = [(byte)SignatureType.Ed25519, .. Convert.FromHexString(hex)];
        Assert.Equal(rule, VerifierKey.Parse($"a+00000000+{Convert.ToBase64String(key)}").Rejection!.Rule);
    }

    [Fact]
    public void A_signature_whose_R_is_of_low_order()
    {
        var line = Log.Author.Sign(Text);
        var bytes = line.Signature.ToArray();
        bytes.AsSpan(0, 32).Clear();
        Assert.Equal("note/bad-signature", SignedNote.Of(Text, [line with { Signature = bytes }]).Verify([Log.Author.Key]).Rejection!.Rule);
    }

    private static Policy NoQuorum { get; } = Policy.Parse(Bytes($"log {Log.Author.Key}\nquorum none\n")).OrThrow();

    private static NoteSignature Cosigned(ulong time)
    {
        var witness = Log.Witnesses[0];
        return new Cosignature(SignatureType.Ed25519Cosignature, witness.Name, witness.Key.KeyId, time, witness.Signer.Sign(CosignedMessage.Ed25519(time, Text))).ToLine();
    }

    private static WitnessDecision Decide(AddCheckpointRequest request, int kept)
        => AddCheckpoint.Decide(request.ToBytes(), _ => new WitnessedLog([Log.Author.Key], (ulong)kept, Log.Checkpoint(kept).Root));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
