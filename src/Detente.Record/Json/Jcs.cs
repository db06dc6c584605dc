using System.Buffers;
using System.Globalization;
using System.Text;

namespace Detente.Record.Json;

/// <summary>
/// The JSON Canonicalization Scheme, RFC 8785: UTF-8 without white space, members sorted by the UTF-16 code units of their
/// names (section 3.2.3), the shortest escapes (3.2.2.2), numbers as ECMAScript prints them (3.2.2.3).
/// </summary>
public static class Jcs
{
    /// <summary>The largest integer, and the smallest negated, that every reader of JSON holds exactly: 2^53 − 1 (RFC 7493 section 2.2).</summary>
    public const long LargestInteger = (1L << 53) - 1;

    /// <summary>The quotation mark, the backslash and the control characters below U+0020; nothing else is escaped.</summary>
    private static readonly SearchValues<char> Escaped = SearchValues.Create(['"', '\\', .. Enumerable.Range(0, ' ').Select(unit => (char)unit)]);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The canonical bytes.</summary>
    /// <exception cref="ArgumentException">
    /// A string holds half a surrogate pair, a name stands twice, an integer is beyond <see cref="LargestInteger"/>, or a number is not finite.
    /// </exception>
    public static byte[] Write(JsonValue value)
    {
        var output = new StringBuilder();
        Append(output, value);
        return Utf8.GetBytes(output.ToString());
    }

    private static void Append(StringBuilder output, JsonValue value)
    {
        switch (value)
        {
            case JsonValue.Object { Members: var members }:
                AppendObject(output, members);
                break;
            case JsonValue.Array { Items: var items }:
                AppendArray(output, items);
                break;
            case JsonValue.Text { Value: var text }:
                AppendText(output, text);
                break;
            case JsonValue.Integer { Value: var integer }:
                output.Append(integer is >= -LargestInteger and <= LargestInteger
                    ? integer.ToString(CultureInfo.InvariantCulture)
                    : throw new ArgumentException($"The canonical form holds no integer but those within ±(2^53 − 1): {integer.ToString(CultureInfo.InvariantCulture)}.", nameof(value)));
                break;
            case JsonValue.Number { Value: var number }:
                output.Append(EcmaNumber.Write(number));
                break;
            case JsonValue.Bool { Value: var flag }:
                output.Append(flag ? "true" : "false");
                break;
            case JsonValue.Null:
                output.Append("null");
                break;
        }
    }

    private static void AppendObject(StringBuilder output, IReadOnlyList<JsonMember> members)
    {
        var sorted = members.ToArray();
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(a.Name, b.Name));
        output.Append('{');
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i > 0 && sorted[i].Name == sorted[i - 1].Name)
            {
                throw new ArgumentException($"The member '{sorted[i].Name}' stands twice.", nameof(members));
            }

            output.Append(i > 0 ? "," : "");
            AppendText(output, sorted[i].Name);
            output.Append(':');
            Append(output, sorted[i].Value);
        }

        output.Append('}');
    }

    private static void AppendArray(StringBuilder output, IReadOnlyList<JsonValue> items)
    {
        output.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            output.Append(i > 0 ? "," : "");
            Append(output, items[i]);
        }

        output.Append(']');
    }

    private static void AppendText(StringBuilder output, string text)
    {
        output.Append('"');
        var rest = text.AsSpan();
        for (var next = rest.IndexOfAny(Escaped); next >= 0; next = rest.IndexOfAny(Escaped))
        {
            output.Append(rest[..next]);
            _ = rest[next] switch
            {
                '"' => output.Append("\\\""),
                '\\' => output.Append(@"\\"),
                '\b' => output.Append(@"\b"),
                '\t' => output.Append(@"\t"),
                '\n' => output.Append(@"\n"),
                '\f' => output.Append(@"\f"),
                '\r' => output.Append(@"\r"),
                var control => output.Append(CultureInfo.InvariantCulture, $"\\u{(int)control:x4}"),
            };
            rest = rest[(next + 1)..];
        }

        output.Append(rest).Append('"');
    }
}
