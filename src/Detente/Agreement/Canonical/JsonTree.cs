using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Detente.Agreement.Canonical;

/// <summary>
/// Reads bytes into a <see cref="JsonValue"/> that knows its places, refusing what RFC 8259 leaves open: bytes that are
/// not UTF-8, a name twice, half a surrogate pair, anything after the value.
/// </summary>
internal static class JsonTree
{
    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,

        // One more than is allowed, so that the depth is refused here, with its place, before the reader stops over it.
        MaxDepth = CanonicalJson.MaxDepth + 1,
    };

    /// <summary>The value, or <c>null</c> where reading had to stop. Errors go to <paramref name="reading"/>.</summary>
    public static JsonValue? Read(ReadOnlySpan<byte> json, Reading reading)
    {
        if (json.Length > CanonicalJson.MaxBytes)
        {
            reading.Refuse(CanonicalErrors.TooLong, string.Create(CultureInfo.InvariantCulture, $"longer than {CanonicalJson.MaxBytes} bytes"), default);
            return null;
        }

        if (!Utf8.IsValid(json))
        {
            reading.Refuse(CanonicalErrors.NotUtf8, "the bytes are not UTF-8 from here on", new ByteSpan(FirstInvalid(json), 1));
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(json, Options);
            reader.Read();
            var value = ReadValue(ref reader, reading);
            if (value is not null)
            {
                RefuseTrailing(json, (int)reader.BytesConsumed, reading);
            }

            return value;
        }
        catch (JsonException error)
        {
            var place = PlaceOf(error, json);
            var message = place.Start == json.Length ? "the text ends before the value does" : $"not JSON from {Show(json[place.Start..])} on";
            reading.Refuse(CanonicalErrors.NotJson, message, place);
            return null;
        }
    }

    /// <summary>The value the reader stands on; afterwards it stands on the value's last token. <c>null</c> only after too deep a value.</summary>
    private static JsonValue? ReadValue(ref Utf8JsonReader reader, Reading reading)
    {
        var start = (int)reader.TokenStartIndex;
        var place = new ByteSpan(start, (int)reader.BytesConsumed - start);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= CanonicalJson.MaxDepth:
                reading.Refuse(CanonicalErrors.TooDeep, string.Create(CultureInfo.InvariantCulture, $"more than {CanonicalJson.MaxDepth} objects and lists within one another"), place);
                return null;
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, reading, place);
            case JsonTokenType.StartArray:
                return ReadArray(ref reader, reading, place);
            case JsonTokenType.String:
                return new JsonValue.Text(ReadText(ref reader, reading, place)) { Place = place };
            case JsonTokenType.Number:
                return ReadNumber(reader.ValueSpan, place);
            case JsonTokenType.True or JsonTokenType.False:
                return new JsonValue.Bool(reader.TokenType == JsonTokenType.True) { Place = place };
            default:
                return new JsonValue.Null { Place = place };
        }
    }

    private static JsonValue.Object? ReadObject(ref Utf8JsonReader reader, Reading reading, ByteSpan place)
    {
        var members = new List<JsonMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var namePlace = new ByteSpan((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2);
            var name = ReadText(ref reader, reading, namePlace);
            reading.Enter(name);
            reader.Read();
            if (ReadValue(ref reader, reading) is not { } value)
            {
                return null;
            }

            if (names.Add(name))
            {
                members.Add(new JsonMember(name, value, namePlace));
            }
            else
            {
                reading.Refuse(CanonicalErrors.Duplicate, $"{Reading.Quote(name)} stands twice in one object", namePlace);
            }

            reading.Leave();
        }

        return new JsonValue.Object(members) { Place = place };
    }

    private static JsonValue.Array? ReadArray(ref Utf8JsonReader reader, Reading reading, ByteSpan place)
    {
        var items = new List<JsonValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reading.Enter(items.Count.ToString(CultureInfo.InvariantCulture));
            if (ReadValue(ref reader, reading) is not { } item)
            {
                return null;
            }

            items.Add(item);
            reading.Leave();
        }

        return new JsonValue.Array(items) { Place = place };
    }

    private static string ReadText(ref Utf8JsonReader reader, Reading reading, ByteSpan place)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // The one thing the reader lets pass until the string is asked for, in text known to be UTF-8: "\ud800".
            reading.Refuse(CanonicalErrors.LoneSurrogate, "the string holds half a surrogate pair", place);
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    /// <summary>An integer has one spelling: digits, no leading zero (JSON has none), no fraction, no exponent, no minus before 0.</summary>
    private static JsonValue ReadNumber(ReadOnlySpan<byte> literal, ByteSpan place)
    {
        var text = Encoding.UTF8.GetString(literal);
        var isInteger = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
            && integer is >= -Jcs.LargestInteger and <= Jcs.LargestInteger
            && text != "-0";
        return isInteger ? new JsonValue.Integer(integer) { Place = place } : new JsonValue.OtherNumber(text) { Place = place };
    }

    private static void RefuseTrailing(ReadOnlySpan<byte> json, int end, Reading reading)
    {
        var skipped = json[end..].IndexOfAnyExcept(" \t\r\n"u8);
        if (skipped >= 0)
        {
            reading.Refuse(CanonicalErrors.Trailing, "something follows the value", new ByteSpan(end + skipped, json.Length - end - skipped));
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var index = 0;
        while (Rune.DecodeFromUtf8(bytes[index..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            index += length;
        }

        return index;
    }

    /// <summary>The reader counts lines and bytes within a line, both from 0; lines end at a line feed.</summary>
    private static ByteSpan PlaceOf(JsonException error, ReadOnlySpan<byte> json)
    {
        var start = 0;
        for (var line = error.LineNumber ?? 0; line > 0; line--)
        {
            start += json[start..].IndexOf((byte)'\n') + 1;
        }

        start = (int)Math.Min(start + (error.BytePositionInLine ?? 0), json.Length);
        return new ByteSpan(start, start == json.Length ? 0 : 1);
    }

    private static string Show(ReadOnlySpan<byte> bytes)
    {
        Rune.DecodeFromUtf8(bytes, out var rune, out _);
        return Rune.IsControl(rune) ? string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}") : $"'{rune}'";
    }
}
