using System.Text;
using Detente.Agreement.Canonical;
using Detente.Diagnostics;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Tests.Agreement.Canonical;

/// <summary>Each kind of bad input, with its code, its place and its pointer; and that no input throws.</summary>
public sealed class CanonicalErrorsTests
{
    /// <summary>The name of the second party has a character of two bytes, so that places after it differ in bytes and code units.</summary>
    private const string Good = """
        {
          "format": "detente-agreement-1",
          "id": "x",
          "title": "X",
          "parties": [{"code": "A", "name": "A"}, {"code": "B", "name": "É"}],
          "signature": "1987-12-08",
          "terms": [{"kind": "zone", "name": "North", "region": {"join": "any-of", "parts": [{"kind": "sites", "names": ["s"]}]}},
            {"kind": "item", "name": "m", "properties": ["p"]}],
          "clauses": [
            {"id": "I", "sentence": {"form": "leaving", "after": {"count": 6, "unit": "month"}}}
          ]
        }
        """;

    [Fact]
    public void The_text_the_others_change_is_good() => Assert.Empty(CanonicalJson.Read(Encoding.UTF8.GetBytes(Good)).Diagnostics);

    [Theory]
    [InlineData("\"id\": \"x\",", "\"id\": \"x\"; ", "J1002", "; ", "")]
    [InlineData("\"id\": \"x\",", "\"id\": nul,", "J1002", ",", "/id")]
    [InlineData("\"title\": \"X\",", "\"title\": \"X\", // note", "J1002", "/", "")]
    [InlineData("\"id\": \"x\",", "\"id\": \"x\", \"id\": \"y\",", "J1006", "\"id\": \"y\"", "/id")]
    [InlineData("\"title\": \"X\"", "\"title\": \"\\ud800\"", "J1007", "\"\\ud800\"", "/title")]
    [InlineData("\"parties\": [{", "\"parties\": [7, {", "J1008", "7", "/parties/0")]
    [InlineData("\"title\": \"X\"", "\"title\": null", "J1008", "null", "/title")]
    [InlineData("\"count\": 6", "\"count\": \"6\"", "J1008", "\"6\"", "/clauses/0/sentence/after/count")]
    [InlineData("\"count\": 6", "\"count\": 6.0", "J1008", "6.0", "/clauses/0/sentence/after/count")]
    [InlineData("\"count\": 6", "\"count\": 9007199254740992", "J1008", "9007", "/clauses/0/sentence/after/count")]
    [InlineData("\"count\": 6", "\"count\": 1e400", "J1008", "1e400", "/clauses/0/sentence/after/count")]
    [InlineData("\"count\": 6", "\"count\": -1", "J1009", "-1", "/clauses/0/sentence/after/count")]
    [InlineData("\"count\": 6", "\"count\": 2147483648", "J1009", "2147", "/clauses/0/sentence/after/count")]
    [InlineData("\"month\"", "\"fortnight\"", "J1009", "\"fortnight\"", "/clauses/0/sentence/after/unit")]
    [InlineData("\"leaving\"", "\"staying\"", "J1009", "\"staying\"", "/clauses/0/sentence/form")]
    [InlineData("\"form\": \"leaving\", ", "", "J1010", "{\"after\"", "/clauses/0/sentence")]
    [InlineData("detente-agreement-1", "detente-agreement-2", "J1009", "\"detente-agreement-2\"", "/format")]
    [InlineData("1987-12-08", "1987-02-30", "J1009", "\"1987-02-30\"", "/signature")]
    [InlineData("1987-12-08", "19871208", "J1009", "\"19871208\"", "/signature")]
    [InlineData("[\"p\"]", "[]", "J1009", "[]", "/terms/1/properties")]
    [InlineData("\"form\"", "\"stating-reasons\": false, \"form\"", "J1009", "false", "/clauses/0/sentence/stating-reasons")]
    [InlineData("\"code\": \"B\", ", "", "J1010", "{\"name\": \"É\"}", "/parties/1")]
    [InlineData("\"form\"", "\"a/b~c\": 1, \"form\"", "J1011", "\"a/b~c\"", "/clauses/0/sentence/a~1b~0c")]
    public void What_is_wrong_is_said_with_its_place(string part, string replacement, string code, string at, string pointer)
    {
        var text = Good.Replace(part, replacement);
        var (instrument, diagnostics) = CanonicalJson.Read(Encoding.UTF8.GetBytes(text), "a.json");
        Assert.Null(instrument);
        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal((code, pointer, "a.json"), (diagnostic.Code, string.Concat(diagnostic.Path), diagnostic.File));
        Assert.StartsWith(at, text[diagnostic.Span.Start..]);
    }

    [Theory]
    [InlineData("", "J1002", 0)]
    [InlineData(" ", "J1002", 1)]
    [InlineData("{", "J1002", 1)]
    [InlineData("\ufeff{}", "J1002", 0)]
    [InlineData("[]", "J1008", 0)]
    [InlineData("1", "J1008", 0)]
    [InlineData("{}", "J1010", 0)]
    [InlineData("null null", "J1008 J1003", 0)]
    public void The_whole_may_be_wrong(string text, string codes, int at)
    {
        var (_, diagnostics) = CanonicalJson.Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal(codes, string.Join(' ', diagnostics.Select(each => each.Code)));
        Assert.Equal(at, diagnostics[0].Span.Start);
        Assert.Empty(diagnostics[0].Path);
    }

    [Fact]
    public void Every_error_is_reported_in_the_order_of_the_text()
    {
        var text = Good.Replace("\"id\": \"x\"", "\"id\": 1, \"id\": 2").Replace("\"code\": \"B\"", "\"kode\": \"B\"").Replace("month", "moon") + "!";
        var (_, diagnostics) = CanonicalJson.Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal(["J1008", "J1006", "J1010", "J1011", "J1009", "J1003"], diagnostics.Select(each => each.Code));
    }

    [Fact]
    public void It_is_printed_as_other_errors_are()
    {
        var text = Good.Replace("month", "moon");
        var (_, diagnostics) = CanonicalJson.Read(Encoding.UTF8.GetBytes(text), "a.json");
        Assert.Equal(
            """
            error J1009  'moon' is not one of the words here
              ┌─ a.json:10:79
              │      {"id": "I", "sentence": {"form": "leaving", "after": {"count": 6, "unit": "moon"}}}
              │                                                                                ^^^^^^
              ├─ /clauses/0/sentence/after/unit
              └─ say: minute
                  or: hour
                  or: day
                  or: week
                  or: month
                  or: year

            """,
            DiagnosticPrinter.Print(diagnostics[0], new SourceText("a.json", text)));
    }

    [Fact]
    public void Nesting_has_a_limit()
    {
        var nested = Encoding.UTF8.GetBytes(new string('[', 100_000));
        var diagnostic = Assert.Single(CanonicalJson.Read(nested).Diagnostics);
        Assert.Equal(("J1004", CanonicalJson.MaxDepth), (diagnostic.Code, diagnostic.Span.Start));

        // As deep as is allowed is another error: too deep is not said one early.
        var allowed = new string('[', CanonicalJson.MaxDepth) + new string(']', CanonicalJson.MaxDepth);
        Assert.Equal("J1008", Assert.Single(CanonicalJson.Read(Encoding.UTF8.GetBytes(allowed)).Diagnostics).Code);
    }

    [Fact]
    public void Length_has_a_limit() =>
        Assert.Equal("J1005", Assert.Single(CanonicalJson.Read(new byte[CanonicalJson.MaxBytes + 1]).Diagnostics).Code);

    [Fact]
    public void Errors_have_a_limit()
    {
        var members = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"{i}\":0"));
        Assert.Equal(100, CanonicalJson.Read(Encoding.UTF8.GetBytes($"{{\"format\":\"detente-agreement-1\",{members}}}")).Diagnostics.Count);
    }

    [Fact]
    public void What_is_quoted_has_a_limit_and_is_one_line()
    {
        var name = "\\n" + new string('x', 1000);
        var diagnostic = Assert.Single(CanonicalJson.Read(Encoding.UTF8.GetBytes(Good.Replace("\"id\": \"x\"", $"\"id\": \"x\", \"{name}\": 0"))).Diagnostics);
        Assert.Equal($"no member '\ufffd{new string('x', 79)}…' here", diagnostic.Message);
        Assert.InRange(Assert.Single(diagnostic.Path).Length, 1, 250);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_at_their_place()
    {
        var bytes = Encoding.UTF8.GetBytes(Good);
        var accent = bytes.AsSpan().IndexOf("É"u8);
        bytes[accent + 1] = (byte)'"';
        var diagnostic = Assert.Single(CanonicalJson.Read(bytes).Diagnostics);
        Assert.Equal(("J1001", Good.IndexOf('É')), (diagnostic.Code, diagnostic.Span.Start));
    }

    [Fact]
    public void Changed_bytes_never_throw() => Prop.ForAll(
        Gen.Choose(int.MinValue, int.MaxValue).ToArbitrary(),
        seed =>
        {
            var random = new Random(seed);
            var bytes = CanonicalJson.Write(CanonicalInstrumentGenerator.Instrument(seed)).ToList();
            for (var changes = random.Next(1, 5); changes > 0; changes--)
            {
                Change(bytes, random);
            }

            var json = bytes.ToArray();
            var (instrument, diagnostics) = CanonicalJson.Read(json);
            Assert.Equal(instrument is null, diagnostics.Count > 0);
            var text = new SourceText("", Encoding.UTF8.GetString(json));
            Assert.All(diagnostics, each => Assert.InRange(each.Span.End, 0, text.Text.Length));
            Assert.All(diagnostics, each => DiagnosticPrinter.Print(each, text));
            if (instrument is not null)
            {
                Assert.Equal(instrument, CanonicalJson.Read(CanonicalJson.Write(instrument), canonicalOnly: true).Instrument);
            }
        }).QuickCheckThrowOnFailure();

    private static void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 20), bytes.Count - at);
        switch (random.Next(4))
        {
            case 0 when bytes.Count > length:
                bytes.RemoveRange(at, length);
                break;
            case 1:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            case 2:
                bytes[at] = (byte)random.Next(256);
                break;
            default:
                bytes[at] = (byte)"{}[]\",:\\0-9.eEtfn u"[random.Next(19)];
                break;
        }
    }
}
