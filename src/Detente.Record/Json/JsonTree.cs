using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Detente.Record.Bytes;

namespace Detente.Record.Json;

/// <summary>
/// Reads bytes into a <see cref="JsonValue"/> that knows its places, refusing what RFC 8259 leaves open (RFC 7493, I-JSON):
/// bytes that are not UTF-8, a name twice, half a surrogate pair, a number no double holds, anything after the value.
/// </summary>
public static class JsonTree
{
    /// <summary>How many faults of one text are kept: enough to mend a file, and a bound on what a hostile one can cost.</summary>
    public const int MostFaults = 100;

    /// <summary>The value and everything that is wrong. Never throws for what is in the bytes.</summary>
    public static JsonReading Read(ReadOnlySpan<byte> json, JsonLimits limits)
    {
        var reading = new Walk(limits.MaxDepth);
        if (json.Length > limits.MaxBytes)
        {
            reading.Refuse(JsonFaultKind.TooLong, default);
            return new JsonReading(null, reading.Faults);
        }

        if (!Utf8.IsValid(json))
        {
            reading.Refuse(JsonFaultKind.NotUtf8, new ByteSpan(FirstInvalid(json), 1));
            return new JsonReading(null, reading.Faults);
        }

        // One level more than is allowed, so that the depth is refused here, with its place, before the reader stops over it.
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowTrailingCommas = false, CommentHandling = JsonCommentHandling.Disallow, MaxDepth = limits.MaxDepth + 1 });
        try
        {
            reader.Read();
            var value = reading.ReadValue(ref reader);
            if (value is not null)
            {
                RefuseTrailing(json, (int)reader.BytesConsumed, reading);
            }

            return new JsonReading(value, reading.Faults);
        }
        catch (JsonException error)
        {
            reading.Refuse(JsonFaultKind.NotJson, PlaceOf(error, json));
            return new JsonReading(null, reading.Faults);
        }
    }

    /// <summary>The value, where the bytes are the canonical ones (RFC 8785) of what they say; otherwise the first thing wrong, as a rule of a format.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="limits">What is read at most.</param>
    /// <param name="format">The format the bytes belong to, such as <c>envelope</c>: the first part of the rule's name.</param>
    public static Parsed<JsonValue> ReadCanonical(ReadOnlySpan<byte> json, JsonLimits limits, string format)
    {
        var (value, faults) = Read(json, limits);
        if (faults.Count > 0)
        {
            return faults.MinBy(fault => fault.Place.Start)!.Reject(format);
        }

        var canonical = Jcs.Write(value!);
        var same = json.CommonPrefixLength(canonical);
        return same == json.Length && same == canonical.Length
            ? value!
            : new JsonFault(JsonFaultKind.NotCanonical, new ByteSpan(same, 1), []).Reject(format);
    }

    private static void RefuseTrailing(ReadOnlySpan<byte> json, int end, Walk reading)
    {
        var skipped = json[end..].IndexOfAnyExcept(" \t\r\n"u8);
        if (skipped >= 0)
        {
            reading.Refuse(JsonFaultKind.Trailing, new ByteSpan(end + skipped, json.Length - end - skipped));
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

    /// <summary>One walk down a text: where it stands, and what it found wrong.</summary>
    private sealed class Walk(int maxDepth)
    {
        private readonly List<string> path = [];
        private readonly List<JsonFault> faults = [];

        public IReadOnlyList<JsonFault> Faults => faults;

        public void Refuse(JsonFaultKind kind, ByteSpan place)
        {
            if (faults.Count < MostFaults)
            {
                faults.Add(new JsonFault(kind, place, [.. path]));
            }
        }

        /// <summary>The value the reader stands on; afterwards it stands on the value's last token. <c>null</c> only after too deep a value.</summary>
        public JsonValue? ReadValue(ref Utf8JsonReader reader)
        {
            var start = (int)reader.TokenStartIndex;
            var place = new ByteSpan(start, (int)reader.BytesConsumed - start);
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= maxDepth:
                    Refuse(JsonFaultKind.TooDeep, place);
                    return null;
                case JsonTokenType.StartObject:
                    return ReadObject(ref reader, place);
                case JsonTokenType.StartArray:
                    return ReadArray(ref reader, place);
                case JsonTokenType.String:
                    return new JsonValue.Text(ReadText(ref reader, place)) { Place = place };
                case JsonTokenType.Number:
                    return ReadNumber(reader.ValueSpan, place);
                case JsonTokenType.True or JsonTokenType.False:
                    return new JsonValue.Bool(reader.TokenType == JsonTokenType.True) { Place = place };
                default:
                    return new JsonValue.Null { Place = place };
            }
        }

        private JsonValue.Object? ReadObject(ref Utf8JsonReader reader, ByteSpan place)
        {
            var members = new List<JsonMember>();
            var names = new HashSet<string>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var namePlace = new ByteSpan((int)reader.TokenStartIndex, reader.ValueSpan.Length + 2);
                var name = ReadText(ref reader, namePlace);
                path.Add(name);
                reader.Read();
                if (ReadValue(ref reader) is not { } value)
                {
                    return null;
                }

                if (names.Add(name))
                {
                    members.Add(new JsonMember(name, value, namePlace));
                }
                else
                {
                    Refuse(JsonFaultKind.DuplicateName, namePlace);
                }

                path.RemoveAt(path.Count - 1);
            }

            return new JsonValue.Object(members) { Place = place };
        }

        private JsonValue.Array? ReadArray(ref Utf8JsonReader reader, ByteSpan place)
        {
            var items = new List<JsonValue>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                path.Add(items.Count.ToString(CultureInfo.InvariantCulture));
                if (ReadValue(ref reader) is not { } item)
                {
                    return null;
                }

                items.Add(item);
                path.RemoveAt(path.Count - 1);
            }

            return new JsonValue.Array(items) { Place = place };
        }

        private string ReadText(ref Utf8JsonReader reader, ByteSpan place)
        {
            try
            {
                return reader.GetString()!;
            }
            catch (InvalidOperationException)
            {
                // The one thing the reader lets pass until the string is asked for, in text known to be UTF-8: "\ud800".
                Refuse(JsonFaultKind.LoneSurrogate, place);
                return Encoding.UTF8.GetString(reader.ValueSpan);
            }
        }

        /// <summary>An integer has one spelling: digits, no leading zero (JSON has none), no fraction, no exponent, no minus before 0.</summary>
        private JsonValue ReadNumber(ReadOnlySpan<byte> literal, ByteSpan place)
        {
            var isInteger = long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
                && integer is >= -Jcs.LargestInteger and <= Jcs.LargestInteger
                && !literal.SequenceEqual("-0"u8);
            if (isInteger)
            {
                return new JsonValue.Integer(integer) { Place = place };
            }

            var number = double.Parse(literal, NumberStyles.Float, CultureInfo.InvariantCulture);
            if (!double.IsFinite(number))
            {
                Refuse(JsonFaultKind.NumberTooLarge, place);
            }

            return new JsonValue.Number(number) { Place = place };
        }
    }
}
