using Detente.Record.Json;

namespace Detente.Agreement.Canonical;

/// <summary>Parses a string, more freely than it is read: only the spelling it would be written in is taken.</summary>
internal delegate bool TextParser<T>(string text, out T value);

/// <summary>A string with a meaning. It is read only from the spelling it is written in.</summary>
/// <param name="noun">What a message calls it.</param>
/// <param name="pattern">What the schema can say of it: every string that is read matches; not every string that matches is read.</param>
/// <param name="write">Its spelling; <c>null</c> for a value of the type that has none.</param>
/// <param name="parse">Its value.</param>
internal sealed class TextShape<T>(string noun, string? pattern, Func<T, string?> write, TextParser<T> parse) : Shape<T>
    where T : notnull
{
    public override JsonValue Write(T value, int depth) =>
        new JsonValue.Text(write(value) ?? throw new ArgumentException($"The canonical form has no place for '{value}' where it has {noun}.", nameof(value)));

    public override T? Read(JsonValue json, Reading reading)
    {
        if (json is not JsonValue.Text { Value: var text })
        {
            reading.RefuseType(json, noun);
            return default;
        }

        var spelling = parse(text, out var value) ? write(value) : null;
        if (spelling != text)
        {
            reading.Refuse(CanonicalErrors.WrongValue, $"{Reading.Quote(text)} is not {noun}", json.Place, spelling is null ? [] : [spelling]);
        }

        return value;
    }

    public override JsonValue Schema(SchemaDefinitions definitions)
    {
        var schema = new List<JsonMember> { new("type", new JsonValue.Text("string")) };
        if (pattern is not null)
        {
            schema.Add(new("pattern", new JsonValue.Text(pattern)));
        }

        return new JsonValue.Object(schema);
    }
}

/// <summary>A whole number that counts something.</summary>
internal sealed class CountShape : Shape<int>
{
    public override JsonValue Write(int value, int depth) => value >= 0
        ? new JsonValue.Integer(value)
        : throw new ArgumentException($"The canonical form has no place for {value} where it has a count.", nameof(value));

    public override int Read(JsonValue json, Reading reading)
    {
        if (json is not JsonValue.Integer { Value: var value })
        {
            reading.RefuseType(json, "an integer");
            return 0;
        }

        if (value is >= 0 and <= int.MaxValue)
        {
            return (int)value;
        }

        reading.Refuse(CanonicalErrors.WrongValue, "a count lies between 0 and 2147483647", json.Place);
        return 0;
    }

    public override JsonValue Schema(SchemaDefinitions definitions) => new JsonValue.Object([
        new("type", new JsonValue.Text("integer")),
        new("minimum", new JsonValue.Integer(0)),
        new("maximum", new JsonValue.Integer(int.MaxValue)),
    ]);
}

/// <summary>A thing that is said or left unsaid.</summary>
internal sealed class TrueShape : Shape<bool>
{
    public override JsonValue Write(bool value, int depth) => new JsonValue.Bool(value);

    public override bool Read(JsonValue json, Reading reading)
    {
        if (json is JsonValue.Bool { Value: false })
        {
            reading.Refuse(CanonicalErrors.WrongValue, "'false' is left out here", json.Place);
        }
        else if (json is not JsonValue.Bool)
        {
            reading.RefuseType(json, "true");
        }

        return true;
    }

    public override JsonValue Schema(SchemaDefinitions definitions) => new JsonValue.Object([new("const", new JsonValue.Bool(true))]);
}

/// <summary>One of a closed set of words.</summary>
/// <param name="words">Every value that is written, and its word.</param>
internal sealed class WordShape<T>((T Value, string Word)[] words) : Shape<T>
    where T : notnull
{
    public override JsonValue Write(T value, int depth)
    {
        foreach (var (known, word) in words)
        {
            if (known.Equals(value))
            {
                return new JsonValue.Text(word);
            }
        }

        throw new ArgumentException($"The canonical form has no word for '{value}'.", nameof(value));
    }

    public override T? Read(JsonValue json, Reading reading)
    {
        if (json is not JsonValue.Text { Value: var text })
        {
            reading.RefuseType(json, "a string");
            return default;
        }

        foreach (var (value, word) in words)
        {
            if (word == text)
            {
                return value;
            }
        }

        reading.Refuse(CanonicalErrors.WrongValue, $"{Reading.Quote(text)} is not one of the words here", json.Place, [.. words.Select(known => known.Word)]);
        return default;
    }

    public override JsonValue Schema(SchemaDefinitions definitions) =>
        new JsonValue.Object([new("enum", new JsonValue.Array([.. words.Select(known => new JsonValue.Text(known.Word))]))]);
}
