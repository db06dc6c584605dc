using System.Globalization;
using System.Text.Json;
using Detente.Answers;
using Detente.Record.Bytes;
using Detente.Record.Proofs;

namespace Detente.Cli.Output;

/// <summary>The JSON of <c>detente record verify</c>: docs/output.md, docs/schema/proof.schema.json.</summary>
internal static class ProofJson
{
    /// <summary>Writes all of it.</summary>
    public static void Write(Utf8JsonWriter json, ProofFile proof, Parsed<WitnessedCheckpoint> result)
    {
        var isVerified = result.TryGet(out var witnessed, out var rejection);
        json.WriteStartObject();
        json.WriteBoolean("verified", isVerified);
        json.WriteString("origin", proof.Checkpoint.Origin);
        json.WriteNumber("index", proof.Index);
        json.WriteNumber("size", proof.Checkpoint.Size);
        json.WriteString("root", proof.Checkpoint.Root.ToBase64());
        json.Objects("signers", witnessed?.Note.Verified ?? [], signature =>
        {
            json.WriteString("vkey", signature.Key.ToString());
            Instant(json, "time", signature.Time);
        });
        Instant(json, "existed", witnessed?.Quorum.Time);
        json.WriteString("rule", rejection?.Rule);
        json.WriteString("message", rejection?.Message);
        json.WriteEndObject();
    }

    // A cosigner may write any number of seconds; an instant is one that a calendar names.
    private static void Instant(Utf8JsonWriter json, string name, ulong? seconds)
        => json.WriteString(name, seconds <= (ulong)DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            : null);
}
