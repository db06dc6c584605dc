using System.Text.Json;
using Detente.Statements;

namespace Detente.Answers;

/// <summary>A statement as it is cited: who said it, when, and where it was read.</summary>
public static class StatementJson
{
    /// <summary>The members, in the order of docs/output.md.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="statement">The statement.</param>
    /// <param name="record">The record it stands in, for its sources.</param>
    public static void Members(Utf8JsonWriter json, Statement statement, Case record)
    {
        json.WriteString("id", statement.Id);
        json.WriteString("author", statement.Author);
        json.Strings("jointWith", statement.JointWith);
        json.WriteString("verb", Names.Of(statement.Verb));
        json.WriteString("made", statement.Made.ToString());
        json.WriteString("received", statement.Received.ToString());
        json.WriteString("source", statement.Source);
        var source = statement.Source is { } name ? record.Sources.GetValueOrDefault(name) : null;
        json.WriteString("sourceTitle", source?.Title);
        json.WriteString("sourceUrl", source?.Url);
        json.WriteString("grade", statement.Grade is { } grade ? Names.Of(grade) : null);
        json.WriteString("note", statement.Note);
    }
}
