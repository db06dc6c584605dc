using System.Text.Json;
using Detente.Record.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Json;

/// <summary>Any JSON values, small.</summary>
internal static class JsonValues
{
    public static readonly JsonLimits Limits = new(1_000_000, 16);

    /// <summary>Characters that are escaped, sort oddly or take 1 to 4 bytes.</summary>
    private static readonly string[] Pieces = ["a", "A", "0", "", "\"", "\\", "/", "\0", "\b", "\t", "\n", "\u001f", "\u007f", "\u0080", "é", "€", "\ufb33", "\uffff", "\ud83d\ude02", "\ue000"];

    public static Gen<string> Texts { get; } = Gen.Elements(Pieces).ListOf().Select(string.Concat);

    public static Arbitrary<JsonValue> Any { get; } = Values(3).ToArbitrary();

    /// <summary>Whether the framework's own reader says the same.</summary>
    public static bool Same(JsonValue value, JsonElement other) => value switch
    {
        JsonValue.Object { Members: var members } => members.Count == other.EnumerateObject().Count()
            && members.All(member => other.TryGetProperty(member.Name, out var found) && Same(member.Value, found)),
        JsonValue.Array { Items: var items } => items.Count == other.GetArrayLength() && items.Zip(other.EnumerateArray()).All(pair => Same(pair.First, pair.Second)),
        JsonValue.Text { Value: var text } => other.GetString() == text,
        JsonValue.Integer { Value: var integer } => other.GetInt64() == integer,
        JsonValue.Number { Value: var number } => other.GetDouble() == number,
        JsonValue.Bool { Value: var flag } => other.GetBoolean() == flag,
        _ => other.ValueKind == JsonValueKind.Null,
    };

    private static Gen<JsonValue> Values(int depth)
    {
        var plain = Gen.OneOf<JsonValue>(
            Texts.Select(JsonValue (text) => new JsonValue.Text(text)),
            ArbMap.Default.GeneratorFor<long>().Select(JsonValue (integer) => new JsonValue.Integer(integer % (Jcs.LargestInteger + 1))),
            ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite).Select(JsonValue (number) => new JsonValue.Number(number)),
            ArbMap.Default.GeneratorFor<ulong>().Select(BitConverter.UInt64BitsToDouble).Where(double.IsFinite).Select(JsonValue (number) => new JsonValue.Number(number)),
            ArbMap.Default.GeneratorFor<bool>().Select(JsonValue (flag) => new JsonValue.Bool(flag)),
            Gen.Constant<JsonValue>(new JsonValue.Null()));
        if (depth == 0)
        {
            return plain;
        }

        var inner = Values(depth - 1);
        return Gen.OneOf(
            plain,
            inner.ListOf().Select(JsonValue (items) => new JsonValue.Array([.. items.Take(5)])),
            Texts.Zip(inner).ListOf().Select(JsonValue (members) => new JsonValue.Object([.. members.Take(5).DistinctBy(member => member.Item1).Select(member => new JsonMember(member.Item1, member.Item2))])));
    }
}
