using Detente.Record.Bytes;

namespace Detente.Record.Json;

/// <summary>One thing wrong in a text of JSON.</summary>
/// <param name="Kind">What.</param>
/// <param name="Place">Where.</param>
/// <param name="Path">The names, and the indices of items from 0, that lead to it from the outermost value.</param>
public sealed record JsonFault(JsonFaultKind Kind, ByteSpan Place, IReadOnlyList<string> Path)
{
    /// <summary>The rule, as a format names it: <c>format/rule</c>.</summary>
    /// <param name="format">The format the text belongs to, such as <c>envelope</c>.</param>
    public Rejection Reject(string format)
    {
        var (rule, message) = Kind switch
        {
            JsonFaultKind.TooLong => ("too-long", "The JSON text is longer than the limit."),
            JsonFaultKind.NotUtf8 => ("utf-8", "The bytes are not UTF-8 from here on."),
            JsonFaultKind.NotJson => ("json", "The text is not JSON from here on."),
            JsonFaultKind.TooDeep => ("depth", "The JSON text has more objects and lists within one another than the limit."),
            JsonFaultKind.DuplicateName => ("duplicate-name", "A name stands twice in one JSON object."),
            JsonFaultKind.LoneSurrogate => ("lone-surrogate", "A JSON string holds half a surrogate pair."),
            JsonFaultKind.NumberTooLarge => ("number-range", "A JSON number is beyond the range of a double."),
            JsonFaultKind.Trailing => ("trailing", "Something follows the JSON value."),
            JsonFaultKind.NotCanonical => ("not-canonical", "From here on these are not the canonical bytes (RFC 8785) of the JSON they say."),
            _ => throw new InvalidOperationException($"No rule is known for {Kind}."),
        };
        return new Rejection($"{format}/{rule}", message, Place.Start);
    }
}
