using Detente.Record.Json;

namespace Detente.Agreement.Canonical;

/// <summary>A type of the model with several cases: each is an object, and one member, the same in all, names the case.</summary>
/// <param name="name">Its name in the schema.</param>
/// <param name="discriminator">The member that names the case: <c>form</c> or <c>kind</c>.</param>
/// <param name="description">What it is, in one line, for the schema.</param>
internal sealed class UnionShape<T>(string name, string discriminator, string description) : Shape<T>
    where T : class
{
    private readonly List<Variant> _variants = [];

    /// <summary>Adds a case.</summary>
    /// <param name="kind">The discriminator's value.</param>
    /// <param name="description">What it is, in one line, for the schema.</param>
    /// <param name="describe">Asks for every member once, and makes the value of them.</param>
    public UnionShape<T> Case<TCase>(string kind, string description, Func<Fields<TCase>, TCase> describe)
        where TCase : class, T
    {
        _variants.Add(new Variant<TCase>(kind, description, describe));
        return this;
    }

    public override JsonValue Write(T value, int depth)
    {
        var variant = _variants.FirstOrDefault(variant => variant.Type == value.GetType())
            ?? throw new ArgumentException($"The canonical form has no place for {value}.", nameof(value));
        return variant.Write(value, depth, discriminator);
    }

    public override T? Read(JsonValue json, Reading reading)
    {
        if (json is not JsonValue.Object members)
        {
            reading.RefuseType(json, "an object");
            return null;
        }

        if (members.Members.FirstOrDefault(member => member.Name == discriminator).Value is not { } kind)
        {
            reading.Refuse(CanonicalErrors.Missing, $"the member '{discriminator}' is missing", json.Place, Kinds);
            return null;
        }

        reading.Enter(discriminator);
        var text = Leaf.Text.Read(kind, reading);
        var variant = _variants.Find(variant => variant.Kind == text);
        if (text is not null && variant is null)
        {
            reading.Refuse(CanonicalErrors.WrongValue, $"{Reading.Quote(text)} is no {discriminator} of {name}", kind.Place, Kinds);
        }

        reading.Leave();
        return variant?.Read(members, reading, discriminator);
    }

    public override JsonValue Schema(SchemaDefinitions definitions) => definitions.Refer(name, () => new JsonValue.Object([
        new("description", new JsonValue.Text(description)),
        new("oneOf", new JsonValue.Array([.. _variants.Select(variant => variant.Schema(definitions, discriminator))])),
    ]));

    private List<string> Kinds => [.. _variants.Select(variant => variant.Kind)];

    /// <summary>One case. Its own type is known only to the class below.</summary>
    private abstract class Variant(string kind, Type type)
    {
        public string Kind => kind;

        public Type Type => type;

        public abstract JsonValue Write(T value, int depth, string discriminator);

        public abstract T? Read(JsonValue.Object json, Reading reading, string discriminator);

        public abstract JsonValue Schema(SchemaDefinitions definitions, string discriminator);
    }

    private sealed class Variant<TCase>(string kind, string description, Func<Fields<TCase>, TCase> describe) : Variant(kind, typeof(TCase))
        where TCase : class, T
    {
        public override JsonValue Write(T value, int depth, string discriminator) =>
            ObjectBody.Write((TCase)value, depth, [new(discriminator, new JsonValue.Text(Kind))], describe);

        public override T? Read(JsonValue.Object json, Reading reading, string discriminator) =>
            ObjectBody.Read(json, reading, [discriminator], describe);

        public override JsonValue Schema(SchemaDefinitions definitions, string discriminator)
        {
            var kindIs = new JsonValue.Object([new("const", new JsonValue.Text(Kind))]);
            return ObjectBody.Schema(definitions, description, [new(discriminator, kindIs)], describe);
        }
    }
}
