using System.Globalization;
using Detente.Agreement.Model;
using Detente.Record.Json;

namespace Detente.Agreement.Canonical;

/// <summary>
/// How one type of the model looks as JSON: said once, and used three ways, to write it, to read it and to publish its
/// schema, so that the three cannot differ.
/// </summary>
/// <typeparam name="T">The type of the model.</typeparam>
internal abstract class Shape<T>
{
    /// <summary>The value as JSON.</summary>
    /// <param name="value">A value of the model.</param>
    /// <param name="depth">How many objects and lists it stands within.</param>
    /// <exception cref="ArgumentException">The canonical form has no place for part of the value.</exception>
    public abstract JsonValue Write(T value, int depth);

    /// <summary>
    /// The value read. Where something is wrong it is noted in <paramref name="reading"/> and what comes back, which may be
    /// <c>default</c>, must not be used: reading goes on only to find the other errors.
    /// </summary>
    public abstract T? Read(JsonValue json, Reading reading);

    /// <summary>Its JSON Schema; a shape with a name puts it into <paramref name="definitions"/> and gives the reference.</summary>
    public abstract JsonValue Schema(SchemaDefinitions definitions);
}

/// <summary>How deep values may stand within one another.</summary>
internal static class Nesting
{
    /// <summary>Stops before anything is written that could not be read back: what cannot be read must not be signed.</summary>
    /// <exception cref="ArgumentException">Deeper than <see cref="CanonicalJson.MaxDepth"/>.</exception>
    public static void Require(int depth)
    {
        if (depth >= CanonicalJson.MaxDepth)
        {
            throw new ArgumentException($"The agreement has more than the {CanonicalJson.MaxDepth} objects and lists within one another that the canonical form allows.", nameof(depth));
        }
    }
}

/// <summary>A list, in the order of the model.</summary>
/// <param name="item">The shape of its items.</param>
/// <param name="least">0, or 1 where the member is left out when the list is empty.</param>
internal sealed class ListShape<T>(Shape<T> item, int least) : Shape<ValueList<T>>
{
    public override JsonValue Write(ValueList<T> value, int depth)
    {
        Nesting.Require(depth);
        return new JsonValue.Array([.. value.Select(each => item.Write(each, depth + 1))]);
    }

    public override ValueList<T>? Read(JsonValue json, Reading reading)
    {
        if (json is not JsonValue.Array { Items: var items })
        {
            reading.RefuseType(json, "a list");
            return null;
        }

        if (items.Count < least)
        {
            reading.Refuse(CanonicalErrors.WrongValue, "an empty list is left out here", json.Place);
        }

        var read = new T[items.Count];
        for (var i = 0; i < read.Length && !reading.IsFull; i++)
        {
            reading.Enter(i.ToString(CultureInfo.InvariantCulture));
            read[i] = item.Read(items[i], reading)!;
            reading.Leave();
        }

        return new ValueList<T>(read);
    }

    public override JsonValue Schema(SchemaDefinitions definitions)
    {
        var schema = new List<JsonMember> { new("type", new JsonValue.Text("array")), new("items", item.Schema(definitions)) };
        if (least > 0)
        {
            schema.Add(new("minItems", new JsonValue.Integer(least)));
        }

        return new JsonValue.Object(schema);
    }
}

/// <summary>A value that may be absent where the model says so; as JSON it is always there, or the member is left out.</summary>
internal sealed class PresentShape<T>(Shape<T> shape) : Shape<T?>
    where T : struct
{
    public override JsonValue Write(T? value, int depth) => shape.Write(value!.Value, depth);

    public override T? Read(JsonValue json, Reading reading) => shape.Read(json, reading);

    public override JsonValue Schema(SchemaDefinitions definitions) => shape.Schema(definitions);
}
