namespace Detente.Record.Json;

/// <summary>
/// A JSON value, RFC 8259: one of the seven kinds below and no other. Members keep the order they were written or read
/// in; only <see cref="Jcs"/> sorts.
/// </summary>
/// <remarks>Two values say the same when <see cref="Jcs.Write"/> gives the same bytes. Their own equality also compares places, and lists by reference.</remarks>
public abstract record JsonValue
{
    private protected JsonValue()
    {
    }

    /// <summary>Where it was read: all of a text or number, the opening bracket of the rest. Empty when it was not read.</summary>
    public ByteSpan Place { get; init; }

    /// <summary><c>{"name": value, …}</c>; no name twice.</summary>
    public sealed record Object(IReadOnlyList<JsonMember> Members) : JsonValue;

    /// <summary><c>[value, …]</c>.</summary>
    public sealed record Array(IReadOnlyList<JsonValue> Items) : JsonValue;

    /// <summary>A string of Unicode scalar values.</summary>
    public sealed record Text(string Value) : JsonValue;

    /// <summary>An integer that every reader of JSON holds exactly: within ±<see cref="Jcs.LargestInteger"/>, read only from digits and a minus sign.</summary>
    public sealed record Integer(long Value) : JsonValue;

    /// <summary>Any other number, as the IEEE 754 double nearest to what was written: a fraction, an exponent, −0, an integer beyond ±<see cref="Jcs.LargestInteger"/>.</summary>
    public sealed record Number(double Value) : JsonValue;

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public sealed record Bool(bool Value) : JsonValue;

    /// <summary><c>null</c>.</summary>
    public sealed record Null : JsonValue;
}
