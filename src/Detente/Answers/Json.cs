using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Detente.Assessment;
using Detente.Time;

namespace Detente.Answers;

/// <summary>What every JSON output has in common: fixed order of members, two spaces, line feeds, UTF-8, one line feed at the end.</summary>
public static class Json
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",

        // The output is no part of a page: only what JSON itself must escape is escaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The bytes of one output.</summary>
    public static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            write(json);
        }

        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The text of one output.</summary>
    public static string Text(Action<Utf8JsonWriter> write) => Encoding.UTF8.GetString(Bytes(write));

    /// <summary>An instant, ISO 8601 in UTC; <c>null</c> where there is none, or none that a calendar names.</summary>
    public static void Instant(this Utf8JsonWriter json, string name, long? tick) =>
        json.WriteString(name, tick is > EventTime.Beginning and < EventTime.End and { } known ? Days.PrintInstant(known) : null);

    /// <summary>A number; <c>null</c> where there is none.</summary>
    public static void Number(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Strings.</summary>
    public static void Strings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>Objects, one for each value.</summary>
    public static void Objects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> values, Action<T> members)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            members(value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>All six verdicts and how often each is borne, worst first.</summary>
    public static void Counts(this Utf8JsonWriter json, string name, Func<Verdict, int> count)
    {
        json.WriteStartObject(name);
        foreach (var verdict in Names.Verdicts)
        {
            json.WriteNumber(Names.Of(verdict), count(verdict));
        }

        json.WriteEndObject();
    }
}
