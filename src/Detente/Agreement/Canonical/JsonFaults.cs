using System.Globalization;
using System.Text;
using Detente.Record.Json;

namespace Detente.Agreement.Canonical;

/// <summary>What is wrong with a text of JSON, in this room's codes and words.</summary>
internal static class JsonFaults
{
    /// <summary>What an agreement is read with at most.</summary>
    public static readonly JsonLimits Limits = new(CanonicalJson.MaxBytes, CanonicalJson.MaxDepth);

    /// <summary>The value, or <c>null</c> where reading had to stop. What is wrong goes to <paramref name="reading"/>.</summary>
    public static JsonValue? Read(ReadOnlySpan<byte> json, Reading reading)
    {
        var (value, faults) = JsonTree.Read(json, Limits);
        foreach (var fault in faults)
        {
            Refuse(fault, json, reading);
        }

        return value;
    }

    private static void Refuse(JsonFault fault, ReadOnlySpan<byte> json, Reading reading)
    {
        var place = fault.Place;
        switch (fault.Kind)
        {
            case JsonFaultKind.TooLong:
                reading.RefuseText(CanonicalErrors.TooLong, string.Create(CultureInfo.InvariantCulture, $"longer than {CanonicalJson.MaxBytes} bytes"), place, fault.Path);
                break;
            case JsonFaultKind.NotUtf8:
                reading.RefuseText(CanonicalErrors.NotUtf8, "the bytes are not UTF-8 from here on", place, fault.Path);
                break;
            case JsonFaultKind.NotJson:
                var message = place.Start == json.Length ? "the text ends before the value does" : $"not JSON from {Show(json[place.Start..])} on";
                reading.RefuseText(CanonicalErrors.NotJson, message, place, fault.Path);
                break;
            case JsonFaultKind.TooDeep:
                reading.RefuseText(CanonicalErrors.TooDeep, string.Create(CultureInfo.InvariantCulture, $"more than {CanonicalJson.MaxDepth} objects and lists within one another"), place, fault.Path);
                break;
            case JsonFaultKind.DuplicateName:
                reading.RefuseText(CanonicalErrors.Duplicate, $"{Reading.Quote(fault.Path[^1])} stands twice in one object", place, fault.Path);
                break;
            case JsonFaultKind.LoneSurrogate:
                reading.RefuseText(CanonicalErrors.LoneSurrogate, "the string holds half a surrogate pair", place, fault.Path);
                break;
            case JsonFaultKind.Trailing:
                reading.RefuseText(CanonicalErrors.Trailing, "something follows the value", place, fault.Path);
                break;
            case JsonFaultKind.NumberTooLarge:
                // It is read as a number that is no integer, and no shape takes one: it is refused where it stands.
                break;
            default:
                throw new InvalidOperationException($"No code is known for {fault.Kind}.");
        }
    }

    private static string Show(ReadOnlySpan<byte> bytes)
    {
        Rune.DecodeFromUtf8(bytes, out var rune, out _);
        return Rune.IsControl(rune) ? string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}") : $"'{rune}'";
    }
}
