using System.Globalization;
using System.Text;
using System.Text.Json;
using Detente.Record.Json;

namespace Detente.Record.Tests.Json;

/// <summary>What the published data (Vectors/Jcs) does not show.</summary>
public sealed class JcsTests
{
    /// <summary>Section 3.2.3: by UTF-16 code units, in which a character beyond U+FFFF sorts before U+FB33.</summary>
    [Fact]
    public void Names_sort_by_utf16_code_units()
    {
        string[] names = ["\ufb33", "\ud83d\ude02", "\u20ac", "\u00f6", "\u0080", "1", "\r"];
        var members = names.Select(name => new JsonMember(name, new JsonValue.Null())).ToArray();
        using var written = JsonDocument.Parse(Jcs.Write(new JsonValue.Object(members)));
        Assert.Equal(names.Reverse(), written.RootElement.EnumerateObject().Select(member => member.Name));
    }

    /// <summary>Section 3.2.2.2: a short escape where there is one, four hexadecimal digits for the other controls, nothing else.</summary>
    [Fact]
    public void Escapes_are_the_shortest()
    {
        var text = string.Concat(Enumerable.Range(0, 0x21).Select(unit => (char)unit)) + "\"\\/\u007f\u0080\u2028\u2029<>&'";
        Assert.Equal(
            "\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\\u000f\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b\\u001c\\u001d\\u001e\\u001f \\\"\\\\/\u007f\u0080\u2028\u2029<>&'\"",
            Write(new JsonValue.Text(text)));
    }

    [Theory]
    [InlineData(9007199254740991)]
    [InlineData(-9007199254740991)]
    [InlineData(0)]
    public void Integers_that_every_reader_holds_are_written(long value) =>
        Assert.Equal(value.ToString(CultureInfo.InvariantCulture), Write(new JsonValue.Integer(value)));

    [Theory]
    [InlineData(9007199254740992)]
    [InlineData(-9007199254740992)]
    [InlineData(long.MinValue)]
    public void Others_are_refused(long value) => Assert.Throws<ArgumentException>(() => Jcs.Write(new JsonValue.Integer(value)));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Numbers_that_are_not_finite_are_refused(double value) => Assert.Throws<ArgumentException>(() => Jcs.Write(new JsonValue.Number(value)));

    [Fact]
    public void A_name_twice_is_refused() => Assert.Throws<ArgumentException>(() =>
        Jcs.Write(new JsonValue.Object([new("a", new JsonValue.Null()), new("a", new JsonValue.Null())])));

    [Fact]
    public void Half_a_surrogate_pair_is_refused()
    {
        foreach (var text in new[] { "\ud800", "\udc00\ud800", "a\udfff" })
        {
            Assert.ThrowsAny<ArgumentException>(() => Jcs.Write(new JsonValue.Text(text)));
            Assert.ThrowsAny<ArgumentException>(() => Jcs.Write(new JsonValue.Object([new(text, new JsonValue.Null())])));
        }
    }

    private static string Write(JsonValue value) => Encoding.UTF8.GetString(Jcs.Write(value));
}
