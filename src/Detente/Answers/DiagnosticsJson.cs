using System.Text.Json;
using Detente.Diagnostics;

namespace Detente.Answers;

/// <summary>The JSON of <c>detente check</c>: docs/output.md, docs/schema/diagnostics.schema.json.</summary>
public static class DiagnosticsJson
{
    /// <summary>Writes all of it.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<string> files, IReadOnlyList<(Diagnostic Diagnostic, SourceText Source)> found)
    {
        json.WriteStartObject();
        json.Strings("files", files);
        json.Objects("diagnostics", found, item => Members(json, item.Diagnostic, item.Source));
        json.WriteNumber("errors", found.Count(item => item.Diagnostic.Severity == Severity.Error));
        json.WriteNumber("warnings", found.Count(item => item.Diagnostic.Severity == Severity.Warning));
        json.WriteEndObject();
    }

    /// <summary>The members of one.</summary>
    public static void Members(Utf8JsonWriter json, Diagnostic diagnostic, SourceText source)
    {
        var (line, column) = source.Locate(Math.Min(diagnostic.Span.Start, source.Text.Length));
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", diagnostic.Severity == Severity.Error ? "error" : "warning");
        json.WriteString("message", diagnostic.Message);
        json.WriteString("file", diagnostic.File);
        json.WriteNumber("line", line);
        json.WriteNumber("column", column);
        json.WriteNumber("length", diagnostic.Span.Length);
        json.Strings("path", diagnostic.Path);
        json.Strings("waysOut", diagnostic.WaysOut);
    }
}
