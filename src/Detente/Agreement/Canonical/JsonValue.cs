namespace Detente.Agreement.Canonical;

/// <summary>A stretch of the bytes read.</summary>
/// <param name="Start">Index of its first byte.</param>
/// <param name="Length">In bytes.</param>
internal readonly record struct ByteSpan(int Start, int Length);

/// <summary>
/// A JSON value on its way out of, or into, the model. Members keep the order they were written or read in; only
/// <see cref="Jcs"/> sorts.
/// </summary>
internal abstract record JsonValue
{
    /// <summary>Where it was read: all of a text or number, the opening bracket of the rest. Empty when it was not read.</summary>
    public ByteSpan Place { get; init; }

    /// <summary>What a message calls it.</summary>
    public string Noun => this switch
    {
        Object => "an object",
        Array => "a list",
        Text => "a string",
        Integer => "an integer",
        OtherNumber => "a number that is not an integer written in digits and within ±(2^53 − 1)",
        Bool => "true or false",
        _ => "null",
    };

    /// <summary><c>{"name": value, …}</c>; no name twice.</summary>
    internal sealed record Object(IReadOnlyList<JsonMember> Members) : JsonValue;

    /// <summary><c>[value, …]</c>.</summary>
    internal sealed record Array(IReadOnlyList<JsonValue> Items) : JsonValue;

    /// <summary>A string of Unicode scalar values.</summary>
    internal sealed record Text(string Value) : JsonValue;

    /// <summary>An integer that a double holds exactly: within ±(2^53 − 1), RFC 8785 section 3.2.2.3 and RFC 7493.</summary>
    internal sealed record Integer(long Value) : JsonValue;

    /// <summary>Any other number, as it was written. It is read in order to be refused, and never written.</summary>
    internal sealed record OtherNumber(string Literal) : JsonValue;

    /// <summary><c>true</c> or <c>false</c>.</summary>
    internal sealed record Bool(bool Value) : JsonValue;

    /// <summary><c>null</c>. No shape takes it: what is absent is left out.</summary>
    internal sealed record Null : JsonValue;
}

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="NamePlace">Where its name was read.</param>
internal readonly record struct JsonMember(string Name, JsonValue Value, ByteSpan NamePlace = default);
