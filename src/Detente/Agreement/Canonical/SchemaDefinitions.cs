using Detente.Record.Json;

namespace Detente.Agreement.Canonical;

/// <summary>The named shapes a schema needs, each once, in the order they are first referred to.</summary>
internal sealed class SchemaDefinitions
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, JsonValue> _schemas = [];

    /// <summary>All of them, for <c>$defs</c>.</summary>
    public JsonValue.Object All => new([.. _names.Select(name => new JsonMember(name, _schemas[name]))]);

    /// <summary>A reference to the shape of that name, which is defined if it is not yet.</summary>
    public JsonValue Refer(string name, Func<JsonValue> define)
    {
        // Noted before it is defined: a shape may hold itself.
        if (!_names.Contains(name))
        {
            _names.Add(name);
            _schemas.Add(name, define());
        }

        return new JsonValue.Object([new("$ref", new JsonValue.Text($"#/$defs/{name}"))]);
    }
}
