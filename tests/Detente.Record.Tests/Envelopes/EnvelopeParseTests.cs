using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Envelopes;

namespace Detente.Record.Tests.Envelopes;

/// <summary>What an envelope is read from, and nothing else.</summary>
public sealed class EnvelopeParseTests
{
    private const string Type = "application/vnd.detente.statement.v1+json";
    private const string One = "\"signatures\":[{\"keyid\":\"21fe";

    private static readonly string Sig = Convert.ToBase64String(new byte[64]);

    [Fact]
    public void An_envelope_is_read_and_written_the_same()
    {
        var envelope = Envelope.Parse(Samples.EnvelopeBytes).OrThrow();
        Assert.Equal(PayloadType.Statement, envelope.Type);
        Assert.Equal(Samples.Payload, envelope.Payload.ToArray());
        Assert.Equal([KeyId.Of(Samples.First), KeyId.Of(Samples.Second)], envelope.Signatures.Select(signature => signature.KeyId));
        Assert.All(envelope.Signatures, signature => Assert.Equal(64, signature.Signature.Length));
        Assert.Equal(Samples.EnvelopeBytes, envelope.Bytes.ToArray());
        Assert.Equal(Samples.EnvelopeBytes, Envelope.Of(envelope.Type, envelope.Payload.Span, [.. envelope.Signatures.Reverse()]).Bytes.ToArray());
    }

    /// <summary>Each line changes one thing of a good envelope.</summary>
    [Theory]
    [InlineData("{\"payload\"", "{ \"payload\"", "not-canonical")]
    [InlineData("}]}", "}]}\n", "not-canonical")]
    [InlineData("\"payload\":", "\"p\\u0061yload\":", "not-canonical")]
    [InlineData("wCA==\"", "wCA=\\u003d\"", "not-canonical")]
    [InlineData("{\"payload\":\"eyJtYWRlIjoiMTk4Ny0xMi0wOCIsIm51bWJlciI6MSwic2F5cyI6IsOpIn0=\",\"payloadType\":\"application/vnd.detente.statement.v1+json\"", "{\"payloadType\":\"application/vnd.detente.statement.v1+json\",\"payload\":\"eyJtYWRlIjoiMTk4Ny0xMi0wOCIsIm51bWJlciI6MSwic2F5cyI6IsOpIn0=\"", "not-canonical")]
    [InlineData("}]}", "}]}}", "trailing")]
    [InlineData("}]}", "}]", "json")]
    [InlineData("\"payloadType\":", "\"payload\":", "duplicate-name")]
    [InlineData("\"payload\":\"", "\"payload\":\"\\ud800", "lone-surrogate")]
    [InlineData("\"signatures\":[{\"keyid\":", "\"signatures\":[[[]],{\"keyid\":", "depth")]
    [InlineData("\"payload\":\"", "\"a\":1,\"payload\":\"", "members")]
    [InlineData("}]}", "}],\"z\":1}", "members")]
    [InlineData("\"payload\":", "\"payloac\":", "members")]
    [InlineData("\"eyJtYWRlIjoiMTk4Ny0xMi0wOCIsIm51bWJlciI6MSwic2F5cyI6IsOpIn0=\"", "null", "members")]
    [InlineData("\"eyJtYWRlIjoiMTk4Ny0xMi0wOCIsIm51bWJlciI6MSwic2F5cyI6IsOpIn0=\"", "{\"number\":1}", "members")]
    [InlineData("6IsOpIn0=", "6IsOpIn0", "payload-base64")]
    [InlineData("6IsOpIn0=", "6IsOpIn1=", "payload-base64")]
    [InlineData("6IsOpIn0=", "6IsOpIn-=", "payload-base64")]
    [InlineData("6IsOpIn0=", "6IsO pIn0=", "payload-base64")]
    [InlineData("6IsOpIn0=", "6IsOéIn0=", "payload-base64")]
    [InlineData("statement.v1", "statement.v2", "unknown-type")]
    [InlineData("application/vnd", "Application/vnd", "unknown-type")]
    [InlineData("+json\"", "+json \"", "unknown-type")]
    [InlineData("application/vnd.detente.statement.v1+json", "", "unknown-type")]
    [InlineData(One, "\"signatures\":[1,{\"keyid\":\"21fe", "signature-members")]
    [InlineData(One, "\"signatures\":[{\"a\":1,\"keyid\":\"21fe", "signature-members")]
    [InlineData("\"keyid\":\"21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9\",", "", "signature-members")]
    [InlineData("\"keyid\":\"21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9\",", "\"keyid\":21,", "signature-members")]
    [InlineData("21fe31dfa1", "21FE31dfa1", "key-id")]
    [InlineData("21fe31dfa1", "g1fe31dfa1", "key-id")]
    [InlineData("21fe31dfa1", "1fe31dfa1", "key-id")]
    [InlineData("21fe31dfa1", "0021fe31dfa1", "key-id")]
    [InlineData("wCA==", "wCB==", "signature-base64")]
    [InlineData("wCA==", "wC==", "signature-base64")]
    [InlineData("wCA==", "w===", "signature-base64")]
    [InlineData("p+8yONAWL7E6", "p+8yONAWL7E6AAAA", "signature-length")]
    [InlineData("p+8yONAWL7E6", "p+8yONAW", "signature-length")]
    [InlineData("21fe31dfa1", "91fe31dfa1", "signature-order")]
    [InlineData("39f713d0a644253f04529421b9f51b9b08979d08295959c4f3990ee617f5139f", "21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9", "duplicate-key-id")]
    public void Any_other_text_names_the_rule_it_breaks(string part, string replacement, string rule)
    {
        Assert.Contains(part, Samples.Envelope);
        var rejection = Parse(Samples.Envelope.Replace(part, replacement));
        Assert.Equal($"envelope/{rule}", rejection?.Rule);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\ufeff{}")]
    public void What_is_no_envelope_at_all_is_refused(string text) => Assert.NotNull(Parse(text));

    [Fact]
    public void A_place_is_that_of_the_part()
    {
        Assert.Equal(Samples.Envelope.IndexOf("\"39f7", StringComparison.Ordinal), Parse(Samples.Envelope.Replace("\"39f7", "\"39F7"))!.Offset);
        Assert.Equal(Samples.Envelope.IndexOf("{\"keyid\":\"39f7", StringComparison.Ordinal), Parse(Samples.Envelope.Replace("\"39f7", "\"01f7"))!.Offset);
    }

    [Fact]
    public void Signatures_have_a_least_and_a_most_number()
    {
        (string, string)[] Signatures(int count) => [.. Enumerable.Range(0, count).Select(number => (number.ToString("x64", System.Globalization.CultureInfo.InvariantCulture), Sig))];
        Assert.Equal("envelope/signature-count", Envelope.Parse(Samples.Write(Type, "e30=", Signatures(0))).Rejection?.Rule);
        Assert.True(Envelope.Parse(Samples.Write(Type, "e30=", Signatures(1))).IsOk);
        Assert.True(Envelope.Parse(Samples.Write(Type, "e30=", Signatures(Envelope.MaxSignatures))).IsOk);
        Assert.Equal("envelope/signature-count", Envelope.Parse(Samples.Write(Type, "e30=", Signatures(Envelope.MaxSignatures + 1))).Rejection?.Rule);
    }

    [Fact]
    public void Length_has_a_limit()
    {
        // Base64 grows by four characters at a time, so the longest envelope may end up to three bytes below the limit.
        var rest = Samples.Write(Type, "", (new string('0', 64), Sig)).Length;
        var longest = (Envelope.MaxLength - rest) / 4 * 3;
        var good = Samples.Write(Type, Convert.ToBase64String(new byte[longest]), (new string('0', 64), Sig));
        Assert.InRange(good.Length, Envelope.MaxLength - 3, Envelope.MaxLength);
        Assert.True(Envelope.Parse(good).IsOk);
        var longer = Samples.Write(Type, Convert.ToBase64String(new byte[longest + 3]), (new string('0', 64), Sig));
        Assert.Equal("envelope/too-long", Envelope.Parse(longer).Rejection?.Rule);
    }

    private static Rejection? Parse(string text) => Envelope.Parse(Encoding.UTF8.GetBytes(text)).Rejection;
}
