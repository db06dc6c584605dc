using System.Text.Json;
using System.Text.RegularExpressions;

namespace Detente.Tests.Cli;

/// <summary>The part of JSON Schema (draft 2020-12) that the published schemas use. A keyword it does not know is a fault of the schema.</summary>
internal sealed class JsonSchema(JsonElement root, Func<string, JsonElement>? others = null)
{
    private static readonly HashSet<string> Silent = ["$schema", "$id", "$defs", "title", "description"];

    /// <summary>Where a value differs from the schema, as paths and reasons; none when it is valid.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="value">The value.</param>
    /// <param name="others">Gives the text of another schema that this one refers to, by its file's name.</param>
    public static IReadOnlyList<string> Faults(string schema, string value, Func<string, string>? others = null)
    {
        using var schemaDocument = JsonDocument.Parse(schema);
        using var valueDocument = JsonDocument.Parse(value);
        var checker = new JsonSchema(schemaDocument.RootElement, others is null ? null : file => JsonDocument.Parse(others(file)).RootElement);
        return [.. checker.Check(schemaDocument.RootElement, valueDocument.RootElement, "")];
    }

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string path) =>
        schema.EnumerateObject().Where(keyword => !Silent.Contains(keyword.Name)).SelectMany(keyword => keyword.Name switch
        {
            "$ref" => Referred(keyword.Value.GetString()!, value, path),
            "oneOf" => keyword.Value.EnumerateArray().Count(branch => !Check(branch, value, path).Any()) == 1 ? [] : [$"{path}: not one of the branches: {value}"],
            "type" => Types(keyword.Value).Any(type => type == TypeOf(value) || (type, TypeOf(value)) is ("number", "integer")) ? [] : [$"{path}: {TypeOf(value)} is not {keyword.Value}"],
            "enum" => keyword.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)) ? [] : [$"{path}: {value} is not in {keyword.Value}"],
            "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!) ? [] : [$"{path}: {value} is not {keyword.Value}"],
            "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= keyword.Value.GetDouble() ? [] : [$"{path}: {value} is under {keyword.Value}"],
            "items" => value.ValueKind != JsonValueKind.Array ? [] : value.EnumerateArray().SelectMany((item, i) => Check(keyword.Value, item, $"{path}/{i}")),
            "properties" => value.ValueKind != JsonValueKind.Object ? [] : keyword.Value.EnumerateObject()
                .SelectMany(property => value.TryGetProperty(property.Name, out var member) ? Check(property.Value, member, $"{path}/{property.Name}") : []),
            "required" => value.ValueKind != JsonValueKind.Object ? [] : keyword.Value.EnumerateArray()
                .Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{path}: has no {name}"),
            "additionalProperties" => value.ValueKind != JsonValueKind.Object ? [] : value.EnumerateObject()
                .Where(member => !schema.GetProperty("properties").TryGetProperty(member.Name, out _)).Select(member => $"{path}: has {member.Name}"),
            _ => [$"the schema says '{keyword.Name}', which is not checked"],
        });

    private IEnumerable<string> Referred(string reference, JsonElement value, string path)
    {
        var within = reference.StartsWith('#') ? this : new JsonSchema(others!(reference.Split('#')[0]), others);
        return within.Check(within.Resolve(reference), value, path);
    }

    private JsonElement Resolve(string reference) => reference.Split('/').Skip(1).Aggregate(root, (at, name) => at.GetProperty(name));

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => "null",
    };
}
