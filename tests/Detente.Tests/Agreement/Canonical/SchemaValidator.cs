using System.Text.Json;
using System.Text.RegularExpressions;

namespace Detente.Tests.Agreement.Canonical;

/// <summary>
/// The part of JSON Schema draft 2020-12 that the schema of agreements uses. A keyword it does not know is an error, so
/// that none is passed over in silence.
/// </summary>
internal sealed class SchemaValidator(JsonElement root)
{
    private static readonly string[] Annotations = ["$schema", "$id", "$defs", "title", "description"];

    /// <summary>Whether the value is valid under the whole schema.</summary>
    public bool IsValid(JsonElement value) => IsValid(root, value);

    private bool IsValid(JsonElement schema, JsonElement value) => schema.EnumerateObject().All(keyword =>
        Annotations.Contains(keyword.Name) || Holds(keyword, schema, value));

    private bool Holds(JsonProperty keyword, JsonElement schema, JsonElement value)
    {
        var argument = keyword.Value;
        return keyword.Name switch
        {
            "$ref" => IsValid(root.GetProperty("$defs").GetProperty(argument.GetString()!["#/$defs/".Length..]), value),
            "type" => IsOfType(argument.GetString()!, value),
            "const" => JsonElement.DeepEquals(argument, value),
            "enum" => argument.EnumerateArray().Any(each => JsonElement.DeepEquals(each, value)),
            "oneOf" => argument.EnumerateArray().Count(each => IsValid(each, value)) == 1,
            "pattern" => value.ValueKind != JsonValueKind.String || Matches(argument.GetString()!, value.GetString()!),
            "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= argument.GetDouble(),
            "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= argument.GetDouble(),
            "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(each => IsValid(argument, each)),
            "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= argument.GetInt32(),
            "required" => value.ValueKind != JsonValueKind.Object || argument.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
            "properties" => value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(member =>
                !argument.TryGetProperty(member.Name, out var property) || IsValid(property, member.Value)),
            "additionalProperties" when argument.ValueKind == JsonValueKind.False => value.ValueKind != JsonValueKind.Object
                || value.EnumerateObject().All(member => schema.GetProperty("properties").TryGetProperty(member.Name, out _)),
            _ => throw new NotSupportedException($"The schema uses the keyword '{keyword.Name}', which this validator does not know."),
        };
    }

    private static bool IsOfType(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        _ => throw new NotSupportedException(type),
    };

    /// <summary>In ECMA-262 <c>$</c> is the end of the text; in .NET it may also stand before a last line feed.</summary>
    private static bool Matches(string pattern, string text) => Regex.IsMatch(text, Regex.Replace(pattern, @"\$$", @"\z"), RegexOptions.CultureInvariant);
}
