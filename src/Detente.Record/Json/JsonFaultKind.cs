namespace Detente.Record.Json;

/// <summary>What a text of JSON can have wrong.</summary>
public enum JsonFaultKind
{
    /// <summary>More bytes than <see cref="JsonLimits.MaxBytes"/>. Nothing is read.</summary>
    TooLong,

    /// <summary>Bytes that are not UTF-8 (RFC 3629), from the place on. Nothing is read.</summary>
    NotUtf8,

    /// <summary>Not JSON (RFC 8259) from the place on, or, where the place is the end, ended too early. Reading stops.</summary>
    NotJson,

    /// <summary>Deeper than <see cref="JsonLimits.MaxDepth"/>. Reading stops.</summary>
    TooDeep,

    /// <summary>A name that stands twice in one object. The second member is left out.</summary>
    DuplicateName,

    /// <summary>A string that holds half a surrogate pair, which UTF-8 has no bytes for.</summary>
    LoneSurrogate,

    /// <summary>A number beyond the range of a double, about ±1.8 × 10^308.</summary>
    NumberTooLarge,

    /// <summary>Something after the value.</summary>
    Trailing,

    /// <summary>Good JSON that is not the canonical text (RFC 8785) of what it says, from the place on. Only where that is asked for.</summary>
    NotCanonical,
}
