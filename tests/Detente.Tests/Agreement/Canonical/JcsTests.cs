using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Detente.Agreement.Canonical;
using Detente.Tests.House;

namespace Detente.Tests.Agreement.Canonical;

/// <summary>The writer against the test data of RFC 8785 (tests/Detente.Tests/vectors/jcs/SOURCE.md).</summary>
public sealed class JcsTests
{
    [Theory]
    [InlineData("arrays")]
    [InlineData("french")]
    [InlineData("structures")]
    [InlineData("unicode")]
    [InlineData("values")]
    [InlineData("weird")]
    public void Rfc8785_test_data(string name)
    {
        using var input = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Tree.Root, "tests", "Detente.Tests", "vectors", "jcs", "input", name + ".json")));
        var output = File.ReadAllText(Path.Combine(Tree.Root, "tests", "Detente.Tests", "vectors", "jcs", "output", name + ".json"));
        var expected = Regex.Replace(output, "\"numbers\":\\[[^]]*\\],", "");
        Assert.Equal(name == "values", expected != output);
        Assert.Equal(expected, Encoding.UTF8.GetString(Jcs.Write(ValueOf(input.RootElement))));
    }

    /// <summary>Section 3.2.3: by UTF-16 code units, in which a character beyond U+FFFF sorts before U+FB33.</summary>
    [Fact]
    public void Names_sort_by_utf16_code_units()
    {
        string[] names = ["\ufb33", "\ud83d\ude02", "\u20ac", "\u00f6", "\u0080", "1", "\r"];
        var members = names.Select(name => new JsonMember(name, new JsonValue.Null())).ToArray();
        using var written = JsonDocument.Parse(Jcs.Write(new JsonValue.Object(members)));
        Assert.Equal(names.Reverse(), written.RootElement.EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [InlineData(9007199254740991)]
    [InlineData(-9007199254740991)]
    [InlineData(0)]
    public void Integers_that_every_reader_holds_are_written(long value) =>
        Assert.Equal(value.ToString(System.Globalization.CultureInfo.InvariantCulture), Encoding.UTF8.GetString(Jcs.Write(new JsonValue.Integer(value))));

    [Theory]
    [InlineData(9007199254740992)]
    [InlineData(-9007199254740992)]
    public void Others_are_refused(long value) => Assert.Throws<ArgumentException>(() => Jcs.Write(new JsonValue.Integer(value)));

    [Fact]
    public void A_name_twice_is_refused() => Assert.Throws<ArgumentException>(() =>
        Jcs.Write(new JsonValue.Object([new("a", new JsonValue.Null()), new("a", new JsonValue.Null())])));

    private static JsonValue ValueOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new JsonValue.Object([.. element.EnumerateObject().Where(member => member.Name != "numbers").Select(member => new JsonMember(member.Name, ValueOf(member.Value)))]),
        JsonValueKind.Array => new JsonValue.Array([.. element.EnumerateArray().Select(ValueOf)]),
        JsonValueKind.String => new JsonValue.Text(element.GetString()!),
        JsonValueKind.Number => new JsonValue.Integer((long)element.GetDouble()),
        JsonValueKind.True or JsonValueKind.False => new JsonValue.Bool(element.GetBoolean()),
        _ => new JsonValue.Null(),
    };
}
