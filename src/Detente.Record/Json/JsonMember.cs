namespace Detente.Record.Json;

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="NamePlace">Where its name was read.</param>
public readonly record struct JsonMember(string Name, JsonValue Value, ByteSpan NamePlace = default);
