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
    /// <param name="find">Gives a statement of it by its id.</param>
    /// <param name="explanations">One for each finding.</param>
    public static void Write(Utf8JsonWriter json, string agreement, (long At, long Known) at, Clause clause, ClauseText? text, Case record, Func<string, Statement?> find, IReadOnlyList<Explanation> explanations)
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
        json.Objects("explanations", explanations, explanation => Members(json, explanation, record, find));
        json.WriteEndObject();
    }

    private static void Members(Utf8JsonWriter json, Explanation explanation, Case record, Func<string, Statement?> find)
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
        json.Objects("statements", finding.Cites.Select(find).OfType<Statement>(), statement => StatementJson.Members(json, statement, record));
        json.Objects("alsoReportedBy", explanation.AlsoReportedBy, statement => StatementJson.Members(json, statement, record));
        json.Strings("settlement", explanation.Settlement);
    }

    private static void Reason(Utf8JsonWriter json, Reason reason)
    {
        json.WriteString("text", reason.Text);
        json.WriteString("verdict", reason.Verdict is { } verdict ? Names.Of(verdict) : null);
        json.WriteString("statement", reason.Statement);
        json.Objects("reasons", reason.Children, child => Reason(json, child));
    }
}
