using System.Text;
using System.Text.Json;
using Detente.Record.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Json;

public sealed class JsonTreeTests
{
    private static readonly JsonLimits Limits = new(10_000, 8);

    [Fact]
    public void A_value_knows_its_places()
    {
        var value = Assert.IsType<JsonValue.Object>(JsonTree.Read(""" {"é": [1, -2.5, "x"], "b": {}} """u8, Limits).Value);
        Assert.Equal(new ByteSpan(1, 1), value.Place);
        var first = value.Members[0];
        Assert.Equal(("é", new ByteSpan(2, 4)), (first.Name, first.NamePlace));
        var items = Assert.IsType<JsonValue.Array>(first.Value).Items;
        Assert.Equal(new JsonValue.Integer(1) { Place = new ByteSpan(9, 1) }, items[0]);
        Assert.Equal(new JsonValue.Number(-2.5) { Place = new ByteSpan(12, 4) }, items[1]);
        Assert.Equal(new JsonValue.Text("x") { Place = new ByteSpan(18, 3) }, items[2]);
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("-1", true)]
    [InlineData("9007199254740991", true)]
    [InlineData("-9007199254740991", true)]
    [InlineData("9007199254740992", false)]
    [InlineData("-9007199254740992", false)]
    [InlineData("9223372036854775808", false)]
    [InlineData("-0", false)]
    [InlineData("1.0", false)]
    [InlineData("1e2", false)]
    [InlineData("1E400", false)]
    public void An_integer_is_digits_within_what_every_reader_holds(string text, bool integer)
    {
        var value = JsonTree.Read(Encoding.UTF8.GetBytes(text), Limits).Value;
        Assert.Equal(integer, value is JsonValue.Integer);
        Assert.Equal(!integer, value is JsonValue.Number);
    }

    public static TheoryData<string, string, int, string> Bad => new()
    {
        { "", "json", 0, "" },
        { " ", "json", 1, "" },
        { "{", "json", 1, "" },
        { "\ufeff{}", "json", 0, "" },
        { "nul", "json", 3, "" },
        { "{\"a\":01}", "json", 6, "a" },
        { "{\"a\":+1}", "json", 5, "a" },
        { "{\"a\":.5}", "json", 5, "a" },
        { "{\"a\":NaN}", "json", 5, "a" },
        { "[1,]", "json", 3, "" },
        { "{\"a\":1,}", "json", 7, "" },
        { "[1 /* */]", "json", 3, "" },
        { "{'a':1}", "json", 1, "" },
        { "\"\t\"", "json", 1, "" },
        { "\"\\x\"", "json", 2, "" },
        { "[1]\n[", "trailing", 4, "" },
        { "{} {}", "trailing", 3, "" },
        { "{}\0", "trailing", 2, "" },
        { "{\"a\":[{\"b\":1,\"b\":1}]}", "duplicate-name", 13, "a/0/b" },
        { "{\"a\":1,\"\\u0061\":2}", "duplicate-name", 7, "a" },
        { "[[],\"\\ud800\"]", "lone-surrogate", 4, "1" },
        { "{\"\\udc00\":1}", "lone-surrogate", 1, "" },
        { "[1e400]", "number-range", 1, "0" },
        { "[-1e400]", "number-range", 1, "0" },
        { "[[[[[[[[[]]]]]]]]]", "depth", 8, "0/0/0/0/0/0/0/0" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_is_wrong_is_a_value_with_its_place(string text, string rule, int at, string path)
    {
        var fault = Assert.Single(JsonTree.Read(Encoding.UTF8.GetBytes(text), Limits).Faults);
        Assert.Equal((at, path), (fault.Place.Start, string.Join('/', fault.Path)));
        var rejection = JsonTree.ReadCanonical(Encoding.UTF8.GetBytes(text), Limits, "format").Rejection!;
        Assert.Equal(($"format/{rule}", at), (rejection.Rule, rejection.Offset));
    }

    [Theory]
    [InlineData("c0", 1)]
    [InlineData("c0af", 1)] // too long a form
    [InlineData("eda080", 1)] // a surrogate
    [InlineData("f4908080", 1)] // beyond U+10FFFF
    [InlineData("c3", 1)] // cut off
    [InlineData("ff", 1)]
    public void Bytes_that_are_not_utf8_are_refused_at_their_place(string hex, int at)
    {
        byte[] json = [(byte)'"', .. Convert.FromHexString(hex), (byte)'"'];
        var fault = Assert.Single(JsonTree.Read(json, Limits).Faults);
        Assert.Equal((JsonFaultKind.NotUtf8, at), (fault.Kind, fault.Place.Start));
    }

    [Theory]
    [InlineData(" 1", 0)]
    [InlineData("1 ", 1)]
    [InlineData("1\n", 1)]
    [InlineData("{\"b\":1,\"a\":1}", 2)]
    [InlineData("[1, 2]", 3)]
    [InlineData("\"\\u0061\"", 1)]
    [InlineData("\"\\/\"", 1)]
    [InlineData("\"\\u000A\"", 2)]
    [InlineData("\"\\u001F\"", 6)]
    [InlineData("1.0", 1)]
    [InlineData("-0", 0)]
    [InlineData("1E2", 1)]
    [InlineData("9007199254740993", 15)]
    [InlineData("1e21", 2)]
    public void Another_spelling_is_not_canonical(string text, int at)
    {
        var json = Encoding.UTF8.GetBytes(text);
        Assert.Empty(JsonTree.Read(json, Limits).Faults);
        var rejection = JsonTree.ReadCanonical(json, Limits, "format").Rejection!;
        Assert.Equal(("format/not-canonical", at), (rejection.Rule, rejection.Offset));
    }

    [Fact]
    public void Every_fault_is_found_and_the_first_by_place_is_told()
    {
        var text = """{"a":1,"a":"\ud800","b":1e999} !"""u8;
        Assert.Equal(
            [JsonFaultKind.LoneSurrogate, JsonFaultKind.DuplicateName, JsonFaultKind.NumberTooLarge, JsonFaultKind.Trailing],
            JsonTree.Read(text, Limits).Faults.Select(fault => fault.Kind));
        Assert.Equal("format/duplicate-name", JsonTree.ReadCanonical(text, Limits, "format").Rejection!.Rule);
    }

    [Fact]
    public void Faults_have_a_limit()
    {
        var text = "[" + string.Join(',', Enumerable.Repeat("1e999", 1000)) + "]";
        Assert.Equal(JsonTree.MostFaults, JsonTree.Read(Encoding.UTF8.GetBytes(text), Limits).Faults.Count);
    }

    [Fact]
    public void Length_has_a_limit()
    {
        var json = new byte[Limits.MaxBytes + 1].AsSpan();
        json.Fill((byte)'1');
        Assert.Equal(JsonFaultKind.TooLong, Assert.Single(JsonTree.Read(json, Limits).Faults).Kind);
        Assert.DoesNotContain(JsonTree.Read(json[1..], Limits).Faults, fault => fault.Kind == JsonFaultKind.TooLong);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(JsonLimits.DeepestOfAll)]
    public void Depth_has_a_limit(int depth)
    {
        var limits = new JsonLimits(10_000, depth);
        var deepest = new string('[', depth) + new string(']', depth);
        Assert.True(JsonTree.ReadCanonical(Encoding.UTF8.GetBytes(deepest), limits, "x").IsOk);
        Assert.Equal("x/depth", JsonTree.ReadCanonical(Encoding.UTF8.GetBytes($"[{deepest}]"), limits, "x").Rejection!.Rule);
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonLimits(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonLimits(1, JsonLimits.DeepestOfAll + 1));
    }

    [Fact]
    public void What_is_written_is_read_back_and_is_canonical() => Prop.ForAll(JsonValues.Any, value =>
    {
        var bytes = Jcs.Write(value);
        var read = JsonTree.ReadCanonical(bytes, JsonValues.Limits, "x").OrThrow();
        Assert.Equal(bytes, Jcs.Write(read));
        using var other = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = JsonValues.Limits.MaxDepth });
        Assert.True(JsonValues.Same(value, other.RootElement));
    }).QuickCheckThrowOnFailure();

    /// <summary>Whatever is done to canonical bytes, what is still canonical is written the same again, and nothing throws.</summary>
    [Fact]
    public void Changed_bytes_are_refused_or_canonical_themselves() => Prop.ForAll(JsonValues.Any, ArbMap.Default.ArbFor<int>(), (value, seed) =>
    {
        var json = Mutation.Of(Jcs.Write(value), new Random(seed));
        var (read, faults) = JsonTree.Read(json, JsonValues.Limits);
        Assert.All(faults, fault => Assert.InRange(fault.Place.Start + fault.Place.Length, 0, json.Length));
        Assert.True(read is not null || faults.Count > 0);
        var canonical = JsonTree.ReadCanonical(json, JsonValues.Limits, "x");
        Assert.Equal(faults.Count == 0 && Jcs.Write(read!).AsSpan().SequenceEqual(json), canonical.IsOk);
    }).QuickCheckThrowOnFailure();
}
