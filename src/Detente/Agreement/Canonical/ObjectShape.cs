using Detente.Record.Json;

namespace Detente.Agreement.Canonical;

/// <summary>A type of the model as an object with a fixed set of members.</summary>
/// <param name="name">Its name in the schema.</param>
/// <param name="description">What it is, in one line, for the schema.</param>
/// <param name="describe">Asks for every member once, and makes the value of them.</param>
internal sealed class ObjectShape<T>(string name, string description, Func<Fields<T>, T> describe) : Shape<T>
    where T : notnull
{
    public override JsonValue Write(T value, int depth) => ObjectBody.Write(value, depth, [], describe);

    public override T? Read(JsonValue json, Reading reading)
    {
        if (json is JsonValue.Object members)
        {
            return ObjectBody.Read(members, reading, [], describe);
        }

        reading.RefuseType(json, "an object");
        return default;
    }

    public override JsonValue Schema(SchemaDefinitions definitions) =>
        definitions.Refer(name, () => ObjectBody.Schema(definitions, description, [], describe));
}

/// <summary>What an object of its own and a case of a union have in common.</summary>
internal static class ObjectBody
{
    /// <summary>The members after those in <paramref name="first"/>.</summary>
    /// <exception cref="ArgumentException">It stands too deep, or the description does not ask for all of the value, and so would drop part of it.</exception>
    public static JsonValue.Object Write<T>(T value, int depth, List<JsonMember> first, Func<Fields<T>, T> describe)
        where T : notnull
    {
        Nesting.Require(depth);
        var made = describe(new FieldWriter<T>(value, depth, first));

        // What is signed must be all of what was read: the value made of the written members alone must be the same.
        return made.Equals(value)
            ? new JsonValue.Object(first)
            : throw new ArgumentException($"The canonical form has no place for part of {value}.", nameof(value));
    }

    /// <summary>The value, when <paramref name="known"/> members have been taken already.</summary>
    public static T Read<T>(JsonValue.Object json, Reading reading, List<string> known, Func<Fields<T>, T> describe)
    {
        var fields = new FieldReader<T>(json, reading, known);
        var value = describe(fields);
        fields.RefuseUnknown();
        return value;
    }

    /// <summary>The schema, with the members in <paramref name="first"/> before the described ones.</summary>
    public static JsonValue.Object Schema<T>(SchemaDefinitions definitions, string description, List<JsonMember> first, Func<Fields<T>, T> describe)
    {
        var required = new List<JsonValue>(first.Select(member => new JsonValue.Text(member.Name)));
        describe(new FieldSchema<T>(definitions, first, required));
        return new JsonValue.Object([
            new("description", new JsonValue.Text(description)),
            new("type", new JsonValue.Text("object")),
            new("properties", new JsonValue.Object(first)),
            new("required", new JsonValue.Array(required)),
            new("additionalProperties", new JsonValue.Bool(false)),
        ]);
    }
}
