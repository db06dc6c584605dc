using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Notes;
using Detente.Record.Tests.Mutations;
using Detente.Record.Witness;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Witness;

public sealed class AddCheckpointTests
{
    private static readonly SmallLog Log = SmallLog.Shared;

    [Fact]
    public void What_is_written_is_read_back() => Prop.ForAll(Requests.ToArbitrary(), request =>
    {
        var body = request.ToBytes();
        var again = AddCheckpointRequest.Parse(body).OrThrow();
        Assert.Equal(body, again.ToBytes());
        Assert.Equal((request.OldSize, request.Checkpoint), (again.OldSize, again.Checkpoint));
        Assert.Equal(request.Proof, again.Proof);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 0, 1)]
    [InlineData(0, 0, 700)]
    [InlineData(1, 1, 1)]
    [InlineData(1, 1, 2)]
    [InlineData(255, 255, 257)]
    [InlineData(300, 300, 700)]
    public void A_tree_that_follows_is_accepted(int kept, int oldSize, int size)
    {
        var decision = AddCheckpoint.Decide(Body(Log, oldSize, size), Kept(kept));
        Assert.Equal(200, decision.Status);
        Assert.Equal(Log.Checkpoint(size), decision.Accepted!.Checkpoint);
        Assert.Null(decision.Refusal);
    }

    /// <summary>Two trees under one key, sent in any order with any proofs: what is cosigned is one tree that grows.</summary>
    [Fact]
    public void A_witness_never_follows_two_trees() => Prop.ForAll(Gen.ListOf(Steps).ToArbitrary(), steps =>
    {
        var kept = WitnessedLog.New(Log.Author.Key);
        var cosigned = new List<Checkpoint>();
        foreach (var (log, oldSize, size) in steps)
        {
            var from = Math.Min(oldSize, size);
            var proof = from == 0 ? [] : ConsistencyProof.Make((ulong)from, (ulong)size, log.Nodes);
            var decision = AddCheckpoint.Decide(new AddCheckpointRequest((ulong)oldSize, proof, NoteOf(log, size)).ToBytes(), _ => kept);
            if (decision.Accepted is { } request)
            {
                Assert.True(request.Checkpoint.Size >= kept.Size);
                kept = kept with { Size = request.Checkpoint.Size, Root = request.Checkpoint.Root };
                cosigned.Add(request.Checkpoint);
            }
            else
            {
                Assert.Equal(decision.IsConclusive, oldSize <= size && (ulong)size == kept.Size && log.Checkpoint(size).Root != kept.Root);
            }
        }

        Assert.Contains(new[] { Log, SmallLog.Fork }, log => cosigned.All(checkpoint => checkpoint == log.Checkpoint((int)checkpoint.Size)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Malformed_is_400() => Refused(400, "add-checkpoint/old-line", "nonsense"u8.ToArray());

    [Fact]
    public void An_unknown_origin_is_404()
    {
        var decision = AddCheckpoint.Decide(Body(Log, 0, 1), _ => null);
        Assert.Equal((404, "add-checkpoint/unknown-origin"), (decision.Status, decision.Why!.Rule));
    }

    [Fact]
    public void A_checkpoint_that_no_key_of_the_log_signed_is_403()
    {
        var stranger = new NoteSigner(Log.Origin, SlowSigner.Of(99));
        Refused(403, "note/not-signed", new AddCheckpointRequest(0, [], SignedNote.Sign(Log.Checkpoint(1).ToText(), stranger)).ToBytes());
    }

    [Fact]
    public void A_known_signature_that_fails_is_403_also_beside_a_good_one()
    {
        var other = new NoteSigner(Log.Origin, SlowSigner.Of(98));
        var text = Log.Checkpoint(1).ToText();
        var bad = other.Sign("another text\n"u8) with { };
        var body = new AddCheckpointRequest(0, [], SignedNote.Sign(text, Log.Author).With(bad)).ToBytes();
        var decision = AddCheckpoint.Decide(body, _ => WitnessedLog.New(Log.Author.Key, other.Key));
        Assert.Equal((403, "note/bad-signature"), (decision.Status, decision.Why!.Rule));
        Assert.Null(decision.Evidence);
    }

    /// <summary>403 comes first: who has not signed learns nothing.</summary>
    [Fact]
    public void An_old_size_beyond_the_new_is_400() => Refused(400, "add-checkpoint/old-size-beyond", new AddCheckpointRequest(2, [], Log.Signed(1)).ToBytes(), kept: 2);

    [Fact]
    public void Another_old_size_is_409_and_says_which()
    {
        var decision = Refused(409, "add-checkpoint/other-size", Body(Log, 2, 7), kept: 5);
        Assert.Equal("text/x.tlog.size", decision.Refusal!.ContentType);
        Assert.Equal("5\n", Encoding.ASCII.GetString(decision.Refusal.Body.Span));
        Assert.Equal(5UL, Answer.ReadSize(decision.Refusal.Body.Span).OrThrow());
        Assert.Null(decision.Evidence);
    }

    /// <summary>Whoever asks with old 0 to learn the size may bring a tree of two faces: the code stays 409, and the evidence is kept.</summary>
    [Fact]
    public void Another_root_for_the_kept_size_is_evidence_whatever_the_old_size()
    {
        var decision = AddCheckpoint.Decide(Body(SmallLog.Fork, 0, 512), Kept(512));
        Assert.Equal((409, true), (decision.Status, decision.IsConclusive));
        Assert.NotNull(decision.Evidence);
    }

    [Fact]
    public void Another_root_for_the_same_size_is_422_and_conclusive()
    {
        var decision = AddCheckpoint.Decide(new AddCheckpointRequest(512, [], SmallLog.Fork.Signed(512)).ToBytes(), Kept(512));
        Assert.Equal((422, "add-checkpoint/other-root", true), (decision.Status, decision.Why!.Rule, decision.IsConclusive));
        Assert.Equal(SmallLog.Fork.Signed(512).ToBytes(), decision.Evidence!.ToBytes());
    }

    [Fact]
    public void A_proof_that_does_not_lead_there_is_422_and_evidence_that_may_be_the_sender_s()
    {
        foreach (var proof in new[] { [], ConsistencyProof.Make(511, 700, Log.Nodes), [.. ConsistencyProof.Make(512, 700, Log.Nodes), default] })
        {
            var decision = Refused(422, "add-checkpoint/not-consistent", new AddCheckpointRequest(512, proof, Log.Signed(700)).ToBytes(), kept: 512);
            Assert.NotNull(decision.Evidence);
            Assert.False(decision.IsConclusive);
        }

        Assert.NotNull(Refused(422, "add-checkpoint/not-consistent", Body(SmallLog.Fork, 512, 700), kept: 512).Evidence);
    }

    [Fact]
    public void An_empty_tree_has_one_root()
    {
        var signed = SignedNote.Sign((Log.Checkpoint(0) with { Root = Log.Checkpoint(1).Root }).ToText(), Log.Author);
        var decision = Refused(422, "add-checkpoint/empty-root", new AddCheckpointRequest(0, [], signed).ToBytes());
        Assert.True(decision.IsConclusive);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 7)]
    [InlineData(7, 7)]
    public void Where_the_proof_must_be_empty_it_is(int oldSize, int size)
        => Refused(422, "add-checkpoint/proof-not-empty", new AddCheckpointRequest((ulong)oldSize, [default], Log.Signed(size)).ToBytes(), kept: oldSize);

    [Theory]
    [InlineData("", "add-checkpoint/old-line")]
    [InlineData("old\n\n{note}", "add-checkpoint/old-line")]
    [InlineData("Old 0\n\n{note}", "add-checkpoint/old-line")]
    [InlineData("old 0", "add-checkpoint/old-line")]
    [InlineData("old 00\n\n{note}", "add-checkpoint/leading-zero")]
    [InlineData("old 0 \n\n{note}", "add-checkpoint/digits")]
    [InlineData("old 0\r\n\n{note}", "add-checkpoint/digits")]
    [InlineData("old 9223372036854775808\n\n{note}", "add-checkpoint/range")]
    [InlineData("old 0\n{note}", "add-checkpoint/hash-base64")]
    [InlineData("old 0\nAAAA\n\n{note}", "add-checkpoint/hash-length")]
    [InlineData("old 0\n", "add-checkpoint/no-empty-line")]
    [InlineData("old 0\n\n", "note/final-line-feed")]
    [InlineData("old 0\n\ntext\n\n— a AAAAAAA=\n", "checkpoint/too-few-lines")]
    public void Any_other_request_is_refused(string body, string rule)
        => Assert.Equal(rule, AddCheckpointRequest.Parse(Encoding.UTF8.GetBytes(body.Replace("{note}", Encoding.UTF8.GetString(Log.Signed(7).ToBytes()), StringComparison.Ordinal))).Rejection?.Rule);

    [Fact]
    public void A_request_that_is_too_long_is_refused()
    {
        var hash = $"{Convert.ToBase64String(new byte[32])}\n";
        var note = Encoding.UTF8.GetString(Log.Signed(7).ToBytes());
        Assert.True(AddCheckpointRequest.Parse(Encoding.UTF8.GetBytes($"old 1\n{string.Concat(Enumerable.Repeat(hash, 63))}\n{note}")).IsOk);
        Assert.Equal("add-checkpoint/too-many-hashes", AddCheckpointRequest.Parse(Encoding.UTF8.GetBytes($"old 1\n{string.Concat(Enumerable.Repeat(hash, 64))}\n{note}")).Rejection!.Rule);
        Assert.Equal("add-checkpoint/too-long", AddCheckpointRequest.Parse(new byte[AddCheckpointRequest.MaxLength + 1]).Rejection!.Rule);
        Assert.Throws<ArgumentException>(() => new AddCheckpointRequest(0, new Hash32[64], Log.Signed(7)));
        Assert.Throws<ArgumentException>(() => new AddCheckpointRequest(1UL << 63, [], Log.Signed(7)));
    }

    [Fact]
    public void A_witness_s_answer_is_read()
    {
        var note = Log.Signed(7);
        var witness = Log.Witnesses[0];
        var answer = Answer.Signed(witness.Cosign(note.Text.Span, SmallLog.Time), new NoteSignature("unknown.example", 1, new byte[72]));
        Assert.Equal((200, Answer.TextType), (answer.Status, answer.ContentType));
        var signature = Assert.Single(AddCheckpoint.ReadAnswer(note, answer.Body.Span, [witness.Key]).OrThrow());
        Assert.Equal((witness.Key, (ulong?)SmallLog.Time), (signature.Key, signature.Time));
        Assert.True(note.With(signature.Line).Verify([witness.Key]).IsOk);
    }

    [Fact]
    public void An_answer_that_says_nothing_of_use_is_refused()
    {
        var note = Log.Signed(7);
        var witness = Log.Witnesses[0];
        var timeless = new Cosignature(SignatureType.Ed25519Cosignature, witness.Name, witness.Key.KeyId, 0, witness.Signer.Sign(CosignedMessage.Ed25519(0, note.Text.Span)));
        Assert.Equal("add-checkpoint/no-time", Read([timeless.ToLine()]));
        Assert.Equal("note/not-signed", Read([Log.Witnesses[1].Cosign(note.Text.Span, 1)]));
        Assert.Equal("note/bad-signature", Read([witness.Cosign(Log.Signed(8).Text.Span, 1)]));
        Assert.Equal("note/no-signature", Read([]));
        Assert.Equal("note/too-long", AddCheckpoint.ReadAnswer(note, SignatureLines.Write([new NoteSignature("a", 1, new byte[(SignedNote.MaxLength / 4 * 3) - 30])]), [witness.Key]).Rejection!.Rule);

        string Read(NoteSignature[] lines) => AddCheckpoint.ReadAnswer(note, SignatureLines.Write(lines), [witness.Key]).Rejection!.Rule;
    }

    [Theory]
    [InlineData("5", "size/final-line-feed")]
    [InlineData("", "size/final-line-feed")]
    [InlineData("05\n", "size/leading-zero")]
    [InlineData("5\n\n", "size/digits")]
    public void Any_other_size_is_refused(string body, string rule) => Assert.Equal(rule, Answer.ReadSize(Encoding.ASCII.GetBytes(body)).Rejection?.Rule);

    /// <summary>SHA-256("") and the layout of c2sp.org/tlog-witness.</summary>
    [Fact]
    public void A_log_is_monitored_under_the_hash_of_its_origin()
        => Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855/checkpoint", Monitoring.CheckpointPath(""));

    private static WitnessDecision Refused(int status, string rule, byte[] body, int kept = 0)
    {
        var decision = AddCheckpoint.Decide(body, Kept(kept));
        Assert.Equal((status, rule), (decision.Status, decision.Why!.Rule));
        Assert.Null(decision.Accepted);
        Assert.Equal(status, decision.Refusal!.Status);
        return decision;
    }

    private static Func<string, WitnessedLog?> Kept(int size) => origin => origin == Log.Origin ? new WitnessedLog([Log.Author.Key], (ulong)size, Log.Checkpoint(size).Root) : null;

    private static byte[] Body(SmallLog log, int oldSize, int size)
        => new AddCheckpointRequest((ulong)oldSize, oldSize == 0 ? [] : ConsistencyProof.Make((ulong)oldSize, (ulong)size, log.Nodes), log.Signed(size)).ToBytes();

    private static readonly Dictionary<(SmallLog, int), SignedNote> Notes = [];

    private static SignedNote NoteOf(SmallLog log, int size)
    {
        lock (Notes)
        {
            return Notes.TryGetValue((log, size), out var note) ? note : Notes[(log, size)] = log.Signed(size);
        }
    }

    private static Gen<(SmallLog Log, int OldSize, int Size)> Steps
        => from log in Gen.Elements(Log, SmallLog.Fork) from oldSize in Gen.Elements(Sizes) from size in Gen.Elements(Sizes) select (log, oldSize, size);

    private static int[] Sizes => [0, 1, 2, 256, 300, 301, 512, 700];

    private static Gen<AddCheckpointRequest> Requests
        => from oldSize in Generators.Numbers from proof in Generators.Proofs from note in Generators.CheckpointNotes select new AddCheckpointRequest(oldSize, proof, note);
}
