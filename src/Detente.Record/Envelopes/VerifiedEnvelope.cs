using Detente.Record.Json;

namespace Detente.Record.Envelopes;

/// <summary>An envelope that enough known officials signed. Only <see cref="Envelope.Verify"/> makes one.</summary>
public sealed class VerifiedEnvelope
{
    internal VerifiedEnvelope(Envelope envelope, JsonValue content, IReadOnlyList<string> officials) => (Envelope, Content, Officials) = (envelope, content, officials);

    /// <summary>What was verified.</summary>
    public Envelope Envelope { get; }

    /// <summary>What the payload is.</summary>
    public PayloadType Type => Envelope.Type;

    /// <summary>The payload: canonical JSON (RFC 8785), whose numbers are integers within ±(2^53 − 1).</summary>
    public ReadOnlyMemory<byte> Payload => Envelope.Payload;

    /// <summary>What the payload says, with places in <see cref="Payload"/>.</summary>
    public JsonValue Content { get; }

    /// <summary>Who signed, of the officials asked about: each name once, in ordinal order. Others may have signed too.</summary>
    public IReadOnlyList<string> Officials { get; }
}
