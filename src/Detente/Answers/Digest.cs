using Detente.Agreement.Canonical;
using Detente.Record.Json;

namespace Detente.Answers;

/// <summary>
/// One hash over everything an assessment is a function of, and every finding that came out. Whoever holds the same
/// agreement and record and judges by the same rules gets the same one; docs/output.md says how to compute it.
/// </summary>
public static class Digest
{
    /// <summary>The version of the rules of judgement, docs/judgement.md. It changes whenever a finding may.</summary>
    public const string Rules = "2";

    /// <summary>What was written just now, and is not received from anybody: as long as it is.</summary>
    private static readonly JsonLimits Written = new(int.MaxValue, CanonicalJson.MaxDepth);

    /// <summary>The digest, <c>sha256:</c> and 64 hexadecimal digits, of the RFC 8785 form.</summary>
    /// <param name="assessment">All findings, whatever of them is shown.</param>
    /// <param name="recordHashes">SHA-256 of the files of the record, in the order they are read.</param>
    public static string Of(Assessment.Assessment assessment, IReadOnlyList<string> recordHashes)
    {
        var bytes = Json.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteString("rules", Rules);
            json.WriteString("agreement", InstrumentHash.OfCanonical(assessment.Agreement));
            json.Strings("record", recordHashes);
            json.Instant("at", assessment.At);
            json.Instant("known", assessment.Known);
            json.Objects("findings", assessment.Findings, finding => FindingJson.Members(json, finding, prose: null));
            json.WriteEndObject();
        });
        return InstrumentHash.OfBytes(Jcs.Write(JsonTree.Read(bytes, Written).Value!));
    }
}
