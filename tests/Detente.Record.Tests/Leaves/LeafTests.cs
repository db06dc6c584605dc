using System.Globalization;
using System.Text;
using Detente.Record.Envelopes;
using Detente.Record.Json;
using Detente.Record.Leaves;
using Detente.Record.Tests.Envelopes;
using Detente.Record.Tests.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Leaves;

public sealed class LeafTests
{
    /// <summary>Of the sample envelope, with the salt 00 01 … 1f: hashed by another implementation (OpenSSL by way of Node.js).</summary>
    private const string Closed = """{"addressees":["SU","US"],"closed":"sha256:526aef203b272bad01e74ecaba6a645e393a555ad49d5faf9d5367a2a04e4ed9","length":495,"number":7,"origin":"mfa.example/detente/0123456789abcdef"}""";

    private const string Origin = "mfa.example/detente/0123456789abcdef";

    private static readonly byte[] Salt = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    private static readonly Envelope Sample = Envelope.Parse(Samples.EnvelopeBytes).OrThrow();

    [Fact]
    public void An_open_leaf_is_the_envelope_itself()
    {
        var leaf = Assert.IsType<OpenLeaf>(Leaf.Parse(Samples.EnvelopeBytes).OrThrow());
        Assert.Equal(Samples.EnvelopeBytes, leaf.Bytes.ToArray());
        Assert.Equal(Samples.EnvelopeBytes, new OpenLeaf(Sample).Bytes.ToArray());
        Assert.True(leaf.Envelope.Verify(PayloadType.Statement, Samples.Officials, 2).IsOk);
    }

    [Fact]
    public void A_closed_leaf_has_the_bytes_another_implementation_gives_it()
    {
        var leaf = ClosedLeaf.Close(Sample, Salt, Origin, 7, "US", "SU");
        Assert.Equal(Closed, Encoding.UTF8.GetString(leaf.Bytes.Span));
        Assert.Equal((495, 7L, Origin), (leaf.Length, leaf.Number, leaf.Origin));
        Assert.Equal(["SU", "US"], leaf.Addressees);
        Assert.Equal("526aef203b272bad01e74ecaba6a645e393a555ad49d5faf9d5367a2a04e4ed9", leaf.Commitment.ToString());
    }

    [Fact]
    public void It_opens_with_its_salt_and_its_envelope_only()
    {
        var leaf = Assert.IsType<ClosedLeaf>(Leaf.Parse(Encoding.UTF8.GetBytes(Closed)).OrThrow());
        Assert.True(leaf.Opens(Salt, Samples.EnvelopeBytes));
        Assert.Equal(Samples.EnvelopeBytes, leaf.Open(Salt, Samples.EnvelopeBytes).OrThrow().Bytes.ToArray());

        byte[] other = [.. Salt[..31], 0];
        Assert.False(leaf.Opens(other, Samples.EnvelopeBytes));
        Assert.Equal("closed-leaf/not-opened", leaf.Open(other, Samples.EnvelopeBytes).Rejection?.Rule);
        Assert.False(leaf.Opens([], Samples.EnvelopeBytes));
        Assert.False(leaf.Opens(Salt, []));
        Assert.False(leaf.Opens(Salt, Samples.EnvelopeBytes.AsSpan(1)));

        // The border between salt and envelope cannot be moved.
        Assert.False(leaf.Opens([.. Salt, Samples.EnvelopeBytes[0]], Samples.EnvelopeBytes.AsSpan(1)));
        Assert.False(leaf.Opens(Salt[..31], [Salt[31], .. Samples.EnvelopeBytes]));
    }

    [Theory]
    [InlineData("{\"addressees\"", "{ \"addressees\"", "leaf/not-canonical")]
    [InlineData("\"}", "\"}\n", "leaf/not-canonical")]
    [InlineData(":495", ":4.95e2", "leaf/not-canonical")]
    [InlineData("\"}", "\"", "leaf/json")]
    [InlineData("\"}", "\"}{}", "leaf/trailing")]
    [InlineData("\"number\"", "\"length\"", "leaf/duplicate-name")]
    [InlineData("[\"SU\",\"US\"]", "[[[[]]]]", "leaf/depth")]
    [InlineData("{\"addressees\"", "{\"addressee\"", "leaf/form")]
    [InlineData("{\"addressees\":", "{\"a\":0,\"addressees\":", "leaf/form")]
    [InlineData("\"}", "\",\"payload\":\"\"}", "closed-leaf/members")]
    [InlineData("\"length\":495,", "", "closed-leaf/members")]
    [InlineData(":495", ":\"495\"", "closed-leaf/members")]
    [InlineData(":495", ":495.5", "closed-leaf/members")]
    [InlineData("[\"SU\",\"US\"]", "\"US\"", "closed-leaf/members")]
    [InlineData("[\"SU\",\"US\"]", "[]", "closed-leaf/addressee-count")]
    [InlineData("[\"SU\",\"US\"]", "[\"SU\",1]", "closed-leaf/addressee")]
    [InlineData("[\"SU\",\"US\"]", "[\"\",\"US\"]", "closed-leaf/addressee")]
    [InlineData("[\"SU\",\"US\"]", "[\"S\\nU\"]", "closed-leaf/addressee")]
    [InlineData("[\"SU\",\"US\"]", "[\"US\",\"SU\"]", "closed-leaf/addressee-order")]
    [InlineData("[\"SU\",\"US\"]", "[\"US\",\"US\"]", "closed-leaf/addressee-order")]
    [InlineData("sha256:526a", "sha512:526a", "closed-leaf/hash")]
    [InlineData("sha256:526a", "526a", "closed-leaf/hash")]
    [InlineData("sha256:526a", "sha256:526A", "closed-leaf/hash")]
    [InlineData("sha256:526a", "sha256:26a", "closed-leaf/hash")]
    [InlineData(":495", ":0", "closed-leaf/length")]
    [InlineData(":495", ":-495", "closed-leaf/length")]
    [InlineData(":495", ":1048577", "closed-leaf/length")]
    [InlineData(":495", ":9007199254740991", "closed-leaf/length")]
    [InlineData("\"number\":7", "\"number\":0", "closed-leaf/number")]
    [InlineData("\"number\":7", "\"number\":-7", "closed-leaf/number")]
    [InlineData("\"number\":7", "\"number\":9007199254740992", "closed-leaf/members")]
    [InlineData(Origin, "", "closed-leaf/origin")]
    [InlineData(Origin, "a\\u0000", "closed-leaf/origin")]
    public void Any_other_text_names_the_rule_it_breaks(string part, string replacement, string rule)
    {
        Assert.Contains(part, Closed);
        Assert.Equal(rule, Leaf.Parse(Encoding.UTF8.GetBytes(Closed.Replace(part, replacement))).Rejection?.Rule);
    }

    [Theory]
    [InlineData("21fe31dfa1", "21FE31dfa1", "envelope/key-id")]
    [InlineData("statement.v1", "statement.v0", "envelope/unknown-type")]
    [InlineData("\"payload\":", "\"payload\": ", "leaf/not-canonical")]
    public void A_malformed_envelope_is_no_leaf(string part, string replacement, string rule)
        => Assert.Equal(rule, Leaf.Parse(Encoding.UTF8.GetBytes(Samples.Envelope.Replace(part, replacement))).Rejection?.Rule);

    [Theory]
    [InlineData("", "leaf/json")]
    [InlineData("null", "leaf/form")]
    [InlineData("{}", "leaf/form")]
    [InlineData("[\"payload\"]", "leaf/form")]
    [InlineData("7", "leaf/form")]
    public void What_is_neither_is_refused(string text, string rule) => Assert.Equal(rule, Leaf.Parse(Encoding.UTF8.GetBytes(text)).Rejection?.Rule);

    [Fact]
    public void A_leaf_is_no_longer_than_an_entry()
    {
        Envelope Of(int length) => Envelope.Of(PayloadType.Statement, Encoding.UTF8.GetBytes('"' + new string('a', length) + '"'), Sample.Signatures);
        var payload = (Leaf.MaxLength - (Sample.Bytes.Length - 60)) / 4 * 3 - 2;
        var longest = Of(payload);
        Assert.InRange(longest.Bytes.Length, Leaf.MaxLength - 3, Leaf.MaxLength);
        Assert.IsType<OpenLeaf>(Leaf.Parse(new OpenLeaf(longest).Bytes.Span).OrThrow());

        var tooLong = Of(payload + 3);
        Assert.Throws<ArgumentException>(() => new OpenLeaf(tooLong));
        Assert.Equal("leaf/too-long", Leaf.Parse(tooLong.Bytes.Span).Rejection?.Rule);

        // Closed, it is only as long as what stands for it.
        var leaf = ClosedLeaf.Close(tooLong, Salt, Origin, 1, "US");
        Assert.True(leaf.Opens(Salt, tooLong.Bytes.Span));
    }

    [Fact]
    public void What_could_not_be_read_is_not_closed()
    {
        string[] many = [.. Enumerable.Range(0, ClosedLeaf.MaxAddressees + 1).Select(number => number.ToString(CultureInfo.InvariantCulture))];
        Assert.Equal(ClosedLeaf.MaxAddressees, ClosedLeaf.Close(Sample, Salt, Origin, 1, many[1..]).Addressees.Count);
        Assert.Throws<ArgumentException>(() => ClosedLeaf.Close(Sample, Salt, Origin, 1, many));
        Assert.Throws<ArgumentException>(() => ClosedLeaf.Close(Sample, Salt, Origin, 1));
        Assert.Throws<ArgumentException>(() => ClosedLeaf.Close(Sample, Salt, Origin, 1, "US", "US"));
        Assert.ThrowsAny<ArgumentException>(() => ClosedLeaf.Close(Sample, Salt, Origin, 1, "\ud800"));
        Assert.Throws<ArgumentException>(() => ClosedLeaf.Close(Sample, Salt, Origin, 0, "US"));
        Assert.Throws<ArgumentException>(() => ClosedLeaf.Close(Sample, Salt, Origin, Jcs.LargestInteger + 1, "US"));
        Assert.Throws<ArgumentException>(() => ClosedLeaf.Close(Sample, Salt, "", 1, "US"));
        Assert.Throws<ArgumentException>(() => ClosedLeaf.Close(Sample, Salt[1..], Origin, 1, "US"));
        Assert.Equal(ClosedLeaf.MaxTextLength, ClosedLeaf.Close(Sample, Salt, new string('a', ClosedLeaf.MaxTextLength), 1, "US").Origin.Length);
        Assert.Throws<ArgumentException>(() => ClosedLeaf.Close(Sample, Salt, "é" + new string('a', ClosedLeaf.MaxTextLength - 1), 1, "US"));
    }

    /// <summary>Whatever is changed in a leaf, what is still one is another leaf, or stands for the same envelope with the same salt.</summary>
    [Fact]
    public void Changed_bytes_never_stand_for_another_envelope() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), JsonValues.Texts.ToArbitrary(), (seed, text) =>
    {
        var random = new Random(seed);
        var salt = new byte[ClosedLeaf.SaltSize];
        random.NextBytes(salt);
        var envelope = Envelope.Of(PayloadType.Statement, Jcs.Write(new JsonValue.Text(text)), Sample.Signatures);
        var leaf = ClosedLeaf.Close(envelope, salt, Origin, 1 + random.NextInt64(Jcs.LargestInteger), "A", "B");
        Assert.Equal(leaf.Bytes.ToArray(), Leaf.Parse(leaf.Bytes.Span).OrThrow().Bytes.ToArray());
        Assert.True(leaf.Opens(salt, envelope.Bytes.Span));

        // A changed envelope or a changed salt opens it no more.
        var changedEnvelope = Mutation.Of(envelope.Bytes.Span, random);
        Assert.Equal(envelope.Bytes.Span.SequenceEqual(changedEnvelope), leaf.Opens(salt, changedEnvelope));
        var changedSalt = Mutation.Of(salt, random);
        Assert.Equal(salt.AsSpan().SequenceEqual(changedSalt), leaf.Opens(changedSalt, envelope.Bytes.Span));

        // A changed leaf is refused, or is what it says in every byte, and stands for the same envelope or for none that is known.
        var changed = Mutation.Of(leaf.Bytes.Span, random);
        if (Leaf.Parse(changed).TryGet(out var read, out _))
        {
            var closed = Assert.IsType<ClosedLeaf>(read);
            Assert.Equal(changed, closed.Bytes.ToArray());
            Assert.Equal(closed.Commitment == leaf.Commitment && closed.Length == leaf.Length, closed.Opens(salt, envelope.Bytes.Span));
            var same = (closed.Origin, closed.Number, closed.Length, closed.Commitment) == (leaf.Origin, leaf.Number, leaf.Length, leaf.Commitment) && closed.Addressees.SequenceEqual(leaf.Addressees);
            Assert.Equal(changed.AsSpan().SequenceEqual(leaf.Bytes.Span), same);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Any_bytes_are_read_or_refused() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Assert.False(Leaf.Parse(bytes).IsOk)).QuickCheckThrowOnFailure();
}
