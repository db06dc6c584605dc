using System.Text;
using Detente.Record.Notes;
using Detente.Record.Proofs;
using Detente.Record.Tests.Mutations;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Proofs;

/// <summary>Policies written from c2sp.org/tlog-policy. {L}, {L2} are logs' keys; {A} to {F} witnesses'; {M} is ML-DSA-44.</summary>
public sealed class PolicyTests
{
    private const ulong Time = 1_795_000_000;

    private static readonly NoteSigner Log = new("log.example", SlowSigner.Of(1));

    private static readonly NoteSigner Other = new("other.example", SlowSigner.Of(2));

    private static readonly Cosigner[] Witnesses = [.. "ABCDEF".Select((letter, i) => new Cosigner($"witness.example/{letter}", SlowSigner.Of(10 + i)))];

    private static readonly byte[] Text = new Checkpoint("log.example", 7, default).ToText();

    /// <summary>The cosigners of the checkpoint, and whether that is enough.</summary>
    [Theory]
    [InlineData("log {L}\nquorum none\n", "", true)]
    [InlineData("log {L} https://log.example\nquorum none\n", "A", true)]
    [InlineData("log {L}\nlog {L2}\nquorum none\n", "", true)]
    [InlineData("log {L}\nwitness a {A}\nquorum a\n", "A", true)]
    [InlineData("log {L}\nwitness a {A}\nquorum a\n", "", false)]
    [InlineData("log {L}\nwitness a {A}\nquorum a\n", "B", false)]
    [InlineData("witness a {A} https://a.example\nlog {L}\nquorum a\n", "A", true)]
    [InlineData("log {L}\nwitness a {A}\nwitness b {B}\ngroup g any a b\nquorum g\n", "B", true)]
    [InlineData("log {L}\nwitness a {A}\nwitness b {B}\ngroup g all a b\nquorum g\n", "B", false)]
    [InlineData("log {L}\nwitness a {A}\nwitness b {B}\ngroup g all a b\nquorum g\n", "AB", true)]
    [InlineData("log {L}\nwitness a {A}\nwitness b {B}\nwitness c {C}\ngroup g 2 a b c\nquorum g\n", "AC", true)]
    [InlineData("log {L}\nwitness a {A}\nwitness b {B}\nwitness c {C}\ngroup g 2 a b c\nquorum g\n", "CD", false)]
    [InlineData("log {L}\nwitness a {A}\nwitness b {B}\ngroup g 1 a\nquorum g\n", "A", true)]
    [InlineData(Nested, "ABD", true)]
    [InlineData(Nested, "ABCDEF", true)]
    [InlineData(Nested, "ABC", false)]
    [InlineData(Nested, "ADEF", false)]
    [InlineData("  # indented\n\nlog\t{L}\n \t \nwitness \t a  {A}\t\n# log nothing\nquorum a \n", "A", true)]
    [InlineData("log {L}\nwitness é語 {A}\nquorum é語\n", "A", true)]
    [InlineData("log {L}\nwitness a {A}\nquorum a\ngroup g any a\n", "A", true)] // defined after, and not used
    [InlineData("log {L}\nwitness a {A}\ngroup all any a\nquorum all\n", "A", true)] // a keyword names a group where a name stands
    [InlineData("log {L}\nwitness m {M}\nwitness a {A}\ngroup g any m a\nquorum g\n", "", false)] // ML-DSA-44 never counts
    public void A_policy_says_what_is_enough(string text, string cosigners, bool isEnough)
    {
        var policy = Read(text);
        var verified = policy.Verify(Cosigned(cosigners));
        Assert.Equal(isEnough ? null : "policy/quorum-not-met", verified.Rejection?.Rule);
        Assert.Equal(Print(policy), Print(Policy.Parse(policy.ToBytes()).OrThrow()));
    }

    private const string Nested = """
        log {L}

        witness X1 {A}
        witness X2 {B}
        witness X3 {C}
        group X-witnesses 2 X1 X2 X3

        witness Y1 {D}
        witness Y2 {E}
        witness Y3 {F}
        group Y-witnesses any Y1 Y2 Y3

        group X-and-Y all X-witnesses Y-witnesses
        quorum X-and-Y

        """;

    [Theory]
    [InlineData("", "policy/no-quorum")]
    [InlineData("log {L}\n", "policy/no-quorum")]
    [InlineData("quorum none", "policy/final-line-feed")]
    [InlineData("quorum none\nquorum none\n", "policy/second-quorum")]
    [InlineData("quorum a\nwitness a {A}\n", "policy/unknown-name")]
    [InlineData("quorum\n", "policy/words")]
    [InlineData("quorum none none\n", "policy/words")]
    [InlineData("Quorum none\n", "policy/keyword")]
    [InlineData("quorum none # and no more\n", "policy/words")]
    [InlineData("quorum none\r\n", "policy/control-character")]
    [InlineData("quorum none\u007f\n", "policy/control-character")]
    [InlineData("log {L}\nlog {L}\nquorum none\n", "policy/duplicate-log")]
    [InlineData("log {L}\nlog {Lx}\nquorum none\n", "policy/duplicate-log")] // another name, the same key
    [InlineData("log\nquorum none\n", "policy/words")]
    [InlineData("log {L} a b\nquorum none\n", "policy/words")]
    [InlineData("log nonsense\nquorum none\n", "vkey/parts")]
    [InlineData("witness a {A}\nwitness b {A}\nquorum none\n", "policy/duplicate-witness")]
    [InlineData("witness a {A}\nwitness a {B}\nquorum none\n", "policy/duplicate-name")]
    [InlineData("witness a {A}\ngroup a any a\nquorum none\n", "policy/duplicate-name")]
    [InlineData("witness none {A}\nquorum none\n", "policy/reserved-name")]
    [InlineData("witness a {L}\nquorum none\n", "policy/witness-key-type")]
    [InlineData("witness a\nquorum none\n", "policy/words")]
    [InlineData("witness a {A}\ngroup none any a\nquorum none\n", "policy/reserved-name")]
    [InlineData("witness a {A}\ngroup g any none\nquorum none\n", "policy/unknown-name")]
    [InlineData("witness a {A}\ngroup g any b\nwitness b {B}\nquorum none\n", "policy/unknown-name")]
    [InlineData("group g any g\nquorum none\n", "policy/unknown-name")]
    [InlineData("witness a {A}\ngroup g any\nquorum none\n", "policy/words")]
    [InlineData("witness a {A}\ngroup g 0 a\nquorum none\n", "policy/threshold")]
    [InlineData("witness a {A}\ngroup g 2 a\nquorum none\n", "policy/threshold")]
    [InlineData("witness a {A}\ngroup g 01 a\nquorum none\n", "policy/threshold")]
    [InlineData("witness a {A}\ngroup g some a\nquorum none\n", "policy/threshold")]
    [InlineData("witness a {A}\ngroup g any a a\nquorum none\n", "policy/second-membership")]
    [InlineData("witness a {A}\ngroup g any a\ngroup h any a\nquorum none\n", "policy/second-membership")]
    public void Any_other_is_refused(string text, string rule) => Assert.Equal(rule, Policy.Parse(Encoding.UTF8.GetBytes(Fill(text))).Rejection?.Rule);

    [Fact]
    public void At_least_32_of_each_are_read_and_not_any_number()
    {
        Assert.Equal(32, Policy.Parse(Many(32)).OrThrow().Groups.Count);
        Assert.Equal("policy/too-many", Policy.Parse(Many(Policy.MaxCount + 1)).Rejection!.Rule);
        Assert.Equal("policy/too-long", Policy.Parse(new byte[Policy.MaxLength + 1]).Rejection!.Rule);
    }

    [Fact]
    public void Names_are_bytes()
    {
        // The Kelvin sign is not the letter K, and what is not UTF-8 is a name too.
        byte[] text = [.. "witness K "u8, .. Bytes(Witnesses[0]), .. "\nwitness \u212a "u8, .. Bytes(Witnesses[1]), .. "\nwitness "u8, 0xff, (byte)' ', .. Bytes(Witnesses[2]), .. "\nquorum "u8, 0xff, (byte)'\n'];
        var policy = Policy.Parse(text).OrThrow();
        Assert.Equal([0xff], policy.Quorum!.Value.ToArray());
        Assert.Equal(3, policy.Witnesses.Select(witness => witness.Name).Distinct().Count());
        Assert.Equal(text, policy.ToBytes());
    }

    [Fact]
    public void Only_a_log_of_the_policy_with_the_origin_s_name_counts()
    {
        Assert.Equal("policy/unknown-origin", Read("log {L2}\nquorum none\n").Verify(Cosigned("")).Rejection!.Rule);
        Assert.Equal("policy/unknown-origin", Read("quorum none\n").Verify(Cosigned("")).Rejection!.Rule);
        Assert.True(Read("quorum none\n").Verify(Cosigned(""), Log.Key).IsOk);

        // Another log of the policy signed this log's checkpoint.
        var both = Read("log {L}\nlog {L2}\nquorum none\n");
        Assert.Equal("policy/not-signed-by-log", both.Verify(SignedNote.Sign(Text, Other)).Rejection!.Rule);

        // A witness whose key has the origin's name is no log.
        var cosigner = new Cosigner(Log.Name, SlowSigner.Of(30));
        var policy = Policy.Parse(Encoding.UTF8.GetBytes($"log {Log.Key}\nwitness a {cosigner.Key}\nquorum a\n")).OrThrow();
        Assert.Equal("policy/not-signed-by-log", policy.Verify(SignedNote.Of(Text, [cosigner.Cosign(Text, Time)])).Rejection!.Rule);
    }

    [Theory]
    [InlineData("group g 1 a b c\nquorum g\n", "ABC", 0)]
    [InlineData("group g 2 a b c\nquorum g\n", "ABC", 1)]
    [InlineData("group g 3 a b c\nquorum g\n", "ABC", 2)]
    [InlineData("group g 2 a b c\nquorum g\n", "BC", 2)]
    [InlineData("group g 2 a b c\nquorum g\n", "C", null)]
    [InlineData("group g any a b\ngroup h all g c\nquorum h\n", "ABC", 2)]
    [InlineData("group g all a b\ngroup h any g c\nquorum h\n", "ABC", 1)]
    [InlineData("quorum b\n", "ABC", 1)]
    [InlineData("quorum none\n", "ABC", null)]
    public void The_quorum_s_time_is_the_kth_smallest(string rest, string cosigners, int? after)
    {
        var policy = Read("log {L}\nwitness a {A}\nwitness b {B}\nwitness c {C}\n" + rest);
        var quorum = policy.Evaluate(Cosigned(cosigners).Verify([Log.Key, .. Witnesses.Select(witness => witness.Key)]).OrThrow().Verified);
        Assert.Equal(after is null ? null : Time + (ulong)after, quorum.Time);
        Assert.Equal(cosigners, string.Concat(quorum.Witnesses.Select(witness => witness.Key.Name[^1])));
    }

    /// <summary>The definition: the earliest instant by which those who had cosigned were enough.</summary>
    [Fact]
    public void The_quorum_s_time_is_the_first_at_which_it_was_met() => Prop.ForAll(Gen.ListOf(Gen.Choose(0, 40), 6).ToArbitrary(), minutes =>
    {
        var policy = Read(Nested);
        var signatures = Witnesses.Zip(minutes).Where(pair => pair.Second > 0)
            .Select(pair => new VerifiedSignature(pair.First.Key, new NoteSignature(pair.First.Name, pair.First.Key.KeyId, default), (ulong)pair.Second)).ToList();
        ulong? first = Enumerable.Range(1, 40).Select(minute => (ulong?)minute).FirstOrDefault(minute => policy.Evaluate([.. signatures.Where(signature => signature.Time <= minute)]).IsMet);
        Assert.Equal(first, policy.Evaluate(signatures).Time);
        Assert.Equal(first is not null, policy.Evaluate(signatures).IsMet);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_witness_counts_once_with_its_earliest_time()
    {
        var policy = Read("log {L}\nwitness a {A}\nwitness b {B}\ngroup g 2 a b\nquorum g\n");
        var note = SignedNote.Sign(Text, Log).With(Witnesses[0].Cosign(Text, Time + 9), Witnesses[0].Cosign(Text, Time + 5));
        Assert.Equal("policy/quorum-not-met", policy.Verify(note).Rejection!.Rule);
        Assert.Equal(Time + 5, Read("log {L}\nwitness a {A}\nquorum a\n").Verify(note).OrThrow().Quorum.Time);
    }

    [Fact]
    public void Who_says_nothing_of_time_counts_and_gives_none()
    {
        var timeless = new Cosignature(SignatureType.Ed25519Cosignature, Witnesses[0].Name, Witnesses[0].Key.KeyId, 0, Witnesses[0].Signer.Sign(CosignedMessage.Ed25519(0, Text)));
        var note = SignedNote.Sign(Text, Log).With(timeless.ToLine(), Witnesses[1].Cosign(Text, Time));
        Assert.Equal((true, null), State("witness a {A}\nquorum a\n"));
        Assert.Equal((true, null), State("witness a {A}\nwitness b {B}\ngroup g all a b\nquorum g\n"));
        Assert.Equal((true, (ulong?)Time), State("witness a {A}\nwitness b {B}\ngroup g any a b\nquorum g\n"));

        (bool, ulong?) State(string policy)
        {
            var quorum = Read("log {L}\n" + policy).Verify(note).OrThrow().Quorum;
            return (quorum.IsMet, quorum.Time);
        }
    }

    private static SignedNote Cosigned(string letters)
        => SignedNote.Sign(Text, Log).With([.. letters.Select(letter => Witnesses[letter - 'A'].Cosign(Text, Time + letter - 'A'))]);

    private static Policy Read(string text) => Policy.Parse(Encoding.UTF8.GetBytes(Fill(text))).OrThrow();

    private static string Fill(string text)
    {
        foreach (var witness in Witnesses)
        {
            text = text.Replace($"{{{witness.Name[^1]}}}", witness.Key.ToString(), StringComparison.Ordinal);
        }

        return text.Replace("{L}", Log.Key.ToString(), StringComparison.Ordinal)
            .Replace("{L2}", Other.Key.ToString(), StringComparison.Ordinal)
            .Replace("{Lx}", VerifierKey.Ed25519("x.example", Log.Signer.PublicKey).ToString(), StringComparison.Ordinal)
            .Replace("{M}", MlDsaKey, StringComparison.Ordinal);
    }

    private static string MlDsaKey { get; } = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(Tree.Vector("TlogCosignature", "mldsa44-cosignature-generated.json"))).RootElement.GetProperty("vkey").GetString()!;

    private static byte[] Many(int count)
        => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, count).Select(i =>
            $"log {VerifierKey.Ed25519($"l{i}", SlowSigner.Of(1000 + i).PublicKey)}\nwitness w{i} {VerifierKey.Ed25519Cosignature($"w{i}", SlowSigner.Of(1000 + i).PublicKey)}\ngroup g{i} any w{i}\n")) + "quorum g0\n");

    private static byte[] Bytes(Cosigner witness) => Encoding.UTF8.GetBytes(witness.Key.ToString());

    private static string Print(Policy policy) => Encoding.UTF8.GetString(policy.ToBytes());
}
