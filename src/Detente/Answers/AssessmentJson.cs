using System.Text.Json;
using Detente.Assessment;

namespace Detente.Answers;

/// <summary>The JSON of <c>detente assess</c>: docs/output.md, docs/schema/assessment.schema.json.</summary>
public static class AssessmentJson
{
    /// <summary>Writes all of it.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="assessment">The assessment.</param>
    /// <param name="recordHashes">SHA-256 of the files of the record, in the order they are read.</param>
    /// <param name="selection">The findings and lines that are written. The digest covers all.</param>
    /// <param name="explain">Gives the reasons of a finding.</param>
    public static void Write(Utf8JsonWriter json, Assessment.Assessment assessment, IReadOnlyList<string> recordHashes, Selection selection, Func<Finding, Explanation> explain)
    {
        var lines = selection.Lines(assessment);
        json.WriteStartObject();
        json.WriteString("agreement", assessment.Agreement.Id);
        json.Instant("at", assessment.At);
        json.Instant("known", assessment.Known);
        json.WriteString("digest", Digest.Of(assessment, recordHashes));
        json.Objects("findings", assessment.Findings.Where(finding => selection.Holds(finding.Clause, finding.Party)), finding =>
            FindingJson.Members(json, finding, Prose.Of(explain(finding))));
        json.Objects("lines", lines, line => Line(json, line));
        json.Counts("counts", verdict => lines.Count(line => line.Worst.Verdict == verdict));
        json.Objects("nextDue", Deadlines.Of(lines, assessment), next =>
        {
            json.WriteString("clause", next.Line.Clause.Id);
            json.WriteString("party", next.Line.Party);
            json.WriteString("instance", next.Instance);
            json.Instant("due", next.Due);
        });
        json.Strings("notes", assessment.Notes);
        json.Objects("warnings", assessment.Warnings.Where(warning => selection.Holds(warning.Clause, warning.Party)), warning => WarningJson.Members(json, warning));
        json.WriteEndObject();
    }

    private static void Line(Utf8JsonWriter json, Line line)
    {
        json.WriteString("clause", line.Clause.Id);
        json.WriteString("party", line.Party);
        json.WriteString("verdict", Names.Of(line.Worst.Verdict));
        json.WriteString("instance", line.Worst.Instance);
        json.WriteString("reason", line.Reason);
        json.Counts("counts", verdict => line.Counts.GetValueOrDefault(verdict));
        json.Instant("nextDue", line.NextDue);
    }
}
