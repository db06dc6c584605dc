using System.Text.Json.Nodes;

namespace Detente.Node.Api;

/// <summary>The published JSON Schemas that travel inside the program, as components of an OpenAPI document.</summary>
internal static class Schemas
{
    private const string Folder = "Schemas/";
    private const string Suffix = ".schema.json";
    private const string Definitions = "$defs";

    /// <summary>
    /// Each schema by the name of its file, and each of its definitions by both names: <c>assessment.finding</c>. References lead there: a reader of OpenAPI need
    /// not know that a schema may have an address of its own.
    /// </summary>
    public static JsonObject Components()
    {
        var components = new JsonObject();
        foreach (var resource in typeof(Schemas).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var name = resource[Folder.Length..^Suffix.Length];
            using var stream = typeof(Schemas).Assembly.GetManifestResourceStream(resource)!;
            var schema = (JsonObject)JsonNode.Parse(stream)!;
            var definitions = (JsonObject?)schema[Definitions] ?? [];
            foreach (var keyword in new[] { "$schema", "$id", Definitions })
            {
                schema.Remove(keyword);
            }

            components[name] = Redirected(schema, name);
            foreach (var (definition, of) in definitions)
            {
                components[$"{name}.{definition}"] = Redirected(of!, name);
            }
        }

        return components;
    }

    private static JsonNode? Redirected(JsonNode? node, string within) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(
            member.Key, member is { Key: "$ref", Value: JsonValue reference } ? (JsonNode)Target(reference.GetValue<string>(), within) : Redirected(member.Value, within)))),
        JsonArray items => new JsonArray([.. items.Select(item => Redirected(item, within))]),
        _ => node?.DeepClone(),
    };

    // "#/$defs/line", "assessment.schema.json#/$defs/line", "assessment.schema.json#/properties/notes" or "assessment.schema.json".
    private static string Target(string reference, string within)
    {
        var (file, fragment) = reference.Split('#') is [var path, var inside] ? (path, inside) : (reference, "");
        var name = file.Length == 0 ? within : file[..^Suffix.Length];
        var definitions = $"/{Definitions}/";
        return $"#/components/schemas/{name}{(fragment.StartsWith(definitions, StringComparison.Ordinal) ? $".{fragment[definitions.Length..]}" : fragment)}";
    }
}
