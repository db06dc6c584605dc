using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Detente.Agreement.Model;
using Detente.Record.Json;

namespace Detente.Agreement.Canonical;

/// <summary>
/// The JSON Schema (draft 2020-12) of the canonical form, made from the same description that writes and reads it. It is
/// published as docs/schema/agreement.schema.json.
/// </summary>
/// <remarks>
/// Whatever <see cref="CanonicalJson.Read"/> accepts is valid under it. It cannot say everything: a date that does not
/// exist, a decimal of more than 28 digits, or a name that stands twice passes the schema and is refused by the reader.
/// </remarks>
public static class AgreementSchema
{
    /// <summary>The schema, indented by two spaces, ended by a line feed.</summary>
    public static string Json { get; } = Print(Describe());

    private static JsonValue Describe()
    {
        var definitions = new SchemaDefinitions();
        var agreement = ClauseShapes.Instrument.Schema(definitions);
        return new JsonValue.Object([
            new("$schema", new JsonValue.Text("https://json-schema.org/draft/2020-12/schema")),
            new("$id", new JsonValue.Text("agreement.schema.json")),
            new("title", new JsonValue.Text("Detente agreement, canonical form 1")),
            .. ((JsonValue.Object)agreement).Members,
            new("$defs", definitions.All),
        ]);
    }

    private static string Print(JsonValue schema)
    {
        var bytes = new ArrayBufferWriter<byte>();

        // For people and in no page: quotes and the like need no escape that only HTML would.
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(bytes, options))
        {
            Print(writer, schema);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    private static void Print(Utf8JsonWriter writer, JsonValue value)
    {
        switch (value)
        {
            case JsonValue.Object { Members: var members }:
                writer.WriteStartObject();
                foreach (var member in members)
                {
                    writer.WritePropertyName(member.Name);
                    Print(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValue.Array { Items: var items }:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Print(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValue.Text { Value: var text }:
                writer.WriteStringValue(text);
                break;
            case JsonValue.Integer { Value: var integer }:
                writer.WriteNumberValue(integer);
                break;
            case JsonValue.Bool { Value: var flag }:
                writer.WriteBooleanValue(flag);
                break;
            default:
                throw new NotSupportedException($"The schema holds {Reading.Noun(value)}.");
        }
    }
}
