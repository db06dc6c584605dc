using Detente.Agreement.Model;
using Detente.Record.Json;

namespace Detente.Agreement.Canonical;

/// <summary>
/// The members of an object. A shape says <c>f => new Party(f.Required("code", …, p => p.Code), …)</c> once: when writing
/// this takes the values from an owner, when reading it takes them from JSON, for a schema it lists them.
/// </summary>
/// <typeparam name="TOwner">The type of the model the members make up.</typeparam>
internal abstract class Fields<TOwner>
{
    /// <summary>A member that is always there.</summary>
    public abstract T Required<T>(string name, Shape<T> shape, Func<TOwner, T> get);

    /// <summary>A member left out when it is <c>null</c>.</summary>
    public T? Optional<T>(string name, Shape<T> shape, Func<TOwner, T?> get)
        where T : class => Unless(null, name, shape, get);

    /// <summary>A member left out when it is <c>null</c>.</summary>
    public T? OptionalValue<T>(string name, Shape<T> shape, Func<TOwner, T?> get)
        where T : struct => Unless(null, name, new PresentShape<T>(shape), get);

    /// <summary>A member left out when it is <paramref name="absent"/>, which <paramref name="shape"/> must refuse to read.</summary>
    /// <remarks>Leaving out what says nothing also means that a member added later does not change the hash of an earlier agreement.</remarks>
    public abstract T? Unless<T>(T? absent, string name, Shape<T> shape, Func<TOwner, T?> get);

    /// <summary>A member that is <c>true</c> or left out.</summary>
    public bool Flag(string name, Func<TOwner, bool> get) => Unless(false, name, Leaf.True, get);

    /// <summary>A list that is always there, empty or not.</summary>
    public ValueList<T> List<T>(string name, Shape<T> item, Func<TOwner, ValueList<T>> get) => Required(name, new ListShape<T>(item, 0), get);

    /// <summary>A list left out when it is empty.</summary>
    public ValueList<T> ListIfAny<T>(string name, Shape<T> item, Func<TOwner, ValueList<T>> get) => Unless([], name, new ListShape<T>(item, 1), get)!;
}

/// <summary>Takes members from an owner.</summary>
internal sealed class FieldWriter<TOwner>(TOwner owner, int depth, List<JsonMember> members) : Fields<TOwner>
{
    public override T Required<T>(string name, Shape<T> shape, Func<TOwner, T> get)
    {
        var value = get(owner);
        members.Add(new JsonMember(name, shape.Write(value, depth + 1)));
        return value;
    }

    public override T? Unless<T>(T? absent, string name, Shape<T> shape, Func<TOwner, T?> get)
        where T : default
    {
        var value = get(owner);
        if (value is not null && !EqualityComparer<T>.Default.Equals(value, absent))
        {
            members.Add(new JsonMember(name, shape.Write(value, depth + 1)));
        }

        return value;
    }
}

/// <summary>Takes members from a JSON object, and then refuses those nobody asked for.</summary>
internal sealed class FieldReader<TOwner>(JsonValue.Object json, Reading reading, List<string> known) : Fields<TOwner>
{
    public override T Required<T>(string name, Shape<T> shape, Func<TOwner, T> get)
    {
        if (Find(name) is { } value)
        {
            return Read(name, value, shape)!;
        }

        reading.Refuse(CanonicalErrors.Missing, $"the member {Reading.Quote(name)} is missing", json.Place);
        return default!;
    }

    public override T? Unless<T>(T? absent, string name, Shape<T> shape, Func<TOwner, T?> get)
        where T : default => Find(name) is { } value ? Read(name, value, shape) : absent;

    /// <summary>To be called when every member has been asked for.</summary>
    public void RefuseUnknown()
    {
        foreach (var member in json.Members.Where(member => !known.Contains(member.Name)))
        {
            reading.Enter(member.Name);
            reading.Refuse(CanonicalErrors.Unknown, $"no member {Reading.Quote(member.Name)} here", member.NamePlace, known);
            reading.Leave();
        }
    }

    private JsonValue? Find(string name)
    {
        known.Add(name);
        return json.Members.FirstOrDefault(member => member.Name == name).Value;
    }

    private T? Read<T>(string name, JsonValue value, Shape<T> shape)
    {
        reading.Enter(name);
        var read = shape.Read(value, reading);
        reading.Leave();
        return read;
    }
}

/// <summary>Lists members for a schema. It gives no values: what is made of them is thrown away.</summary>
internal sealed class FieldSchema<TOwner>(SchemaDefinitions definitions, List<JsonMember> properties, List<JsonValue> required) : Fields<TOwner>
{
    public override T Required<T>(string name, Shape<T> shape, Func<TOwner, T> get)
    {
        properties.Add(new JsonMember(name, shape.Schema(definitions)));
        required.Add(new JsonValue.Text(name));
        return default!;
    }

    public override T? Unless<T>(T? absent, string name, Shape<T> shape, Func<TOwner, T?> get)
        where T : default
    {
        properties.Add(new JsonMember(name, shape.Schema(definitions)));
        return absent;
    }
}
