using System.Text.Json;
using Detente.Agreement.Model;
using Detente.Assessment;
using Detente.Statements;

namespace Detente.Answers;

/// <summary>The JSON of <c>detente explain</c>: docs/output.md, docs/schema/explanation.schema.json.</summary>
public static class ExplanationJson
{
    /// <summary>Writes all of it.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="agreement">The agreement's id.</param>
    /// <param name="at">The instant judged and the instant of knowledge, in ticks.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="text">The clause as it stands in its document, where that is at hand.</param>
    /// <param name="record">The record whose statements are cited.</param>
    /// <param name="explanations">One for each finding.</param>
    public static void Write(Utf8JsonWriter json, string agreement, (long At, long Known) at, Clause clause, ClauseText? text, Case record, IReadOnlyList<Explanation> explanations)
    {
        json.WriteStartObject();
        json.WriteString("agreement", agreement);
        json.Instant("at", at.At);
        json.Instant("known", at.Known);
        json.WriteString("clause", clause.Id);
        json.Strings("article", clause.Article);
        json.WriteString("file", text?.File);
        json.Number("line", text?.Line);
        json.WriteString("words", text is null ? explanations.FirstOrDefault()?.Words : string.Join('\n', text.Words));
        json.Objects("explanations", explanations, explanation => Members(json, explanation, record));
        json.WriteEndObject();
    }

    private static void Members(Utf8JsonWriter json, Explanation explanation, Case record)
    {
        var finding = explanation.Finding;
        json.WriteStartObject("finding");
        FindingJson.Members(json, finding, Prose.Of(explanation));
        json.WriteEndObject();
        json.Objects("accounts", finding.Accounts.Select(account => (account.By, Reason: Prose.AccountOf(explanation, account.By))), account =>
        {
            json.WriteString("by", account.By);
            json.Objects("reasons", new[] { account.Reason }, reason => Reason(json, reason));
        });
        var cited = finding.Cites.ToHashSet();
        json.Objects("statements", record.Statements.Where(statement => cited.Contains(statement.Id)), statement => Statement(json, statement, record));
        json.Objects("alsoReportedBy", explanation.AlsoReportedBy, statement => Statement(json, statement, record));
        json.Strings("settlement", explanation.Settlement);
    }

    private static void Reason(Utf8JsonWriter json, Reason reason)
    {
        json.WriteString("text", reason.Text);
        json.WriteString("verdict", reason.Verdict is { } verdict ? Names.Of(verdict) : null);
        json.WriteString("statement", reason.Statement);
        json.Objects("reasons", reason.Children, child => Reason(json, child));
    }

    private static void Statement(Utf8JsonWriter json, Statement statement, Case record)
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
