using Detente.Record.Bytes;
using Detente.Record.Json;

namespace Detente.Record.Envelopes;

/// <summary>What every payload is, whatever its type: canonical JSON whose numbers are integers.</summary>
internal static class EnvelopePayload
{
    private static readonly JsonLimits Limits = new(Envelope.MaxLength, Envelope.MaxPayloadDepth);

    /// <summary>What the payload says; rules <c>payload/…</c>, with offsets in the payload.</summary>
    public static Parsed<JsonValue> Read(ReadOnlySpan<byte> payload)
        => !JsonTree.ReadCanonical(payload, Limits, "payload").TryGet(out var content, out var rejection) ? rejection
            : FirstNumber(content) is { } number ? new Rejection("payload/number", "A number is no integer within ±(2^53 − 1); decimals are strings.", number.Place.Start)
            : content;

    private static JsonValue.Number? FirstNumber(JsonValue value) => value switch
    {
        JsonValue.Number number => number,
        JsonValue.Object { Members: var members } => members.Select(member => FirstNumber(member.Value)).FirstOrDefault(number => number is not null),
        JsonValue.Array { Items: var items } => items.Select(FirstNumber).FirstOrDefault(number => number is not null),
        _ => null,
    };
}
