using System.Text.Json;
using Detente.Agreement.Canonical;
using Detente.Agreement.Model;
using Detente.Answers;
using Detente.Diagnostics;
using Detente.Node.Http;
using Detente.Node.Views;
using NodaTime.Text;

namespace Detente.Node.Api;

/// <summary>What is open, and what a case consists of.</summary>
internal static class CaseAnswers
{
    /// <summary>All cases: docs/schema/cases.schema.json.</summary>
    public static Answer All(Library library) => Document.Of(json => json.Objects("cases", library.All, shelved =>
    {
        var open = shelved.Case;
        json.WriteString("name", shelved.Name);
        json.WriteString("title", open?.Record.Title);
        json.WriteString("agreement", open?.Agreement.Id);
        json.WriteString("record", open is null ? null : Kind(open));
        json.Number("statements", open?.Record.Statements.Count);
        json.WriteNumber("faults", shelved.Refusal is null ? shelved.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error) : 1);
        var address = new Address(shelved.Name, "");
        Links(json, ("self", address.Api), ("board", address.Board));
    }));

    /// <summary>One case: docs/schema/case.schema.json.</summary>
    public static Answer One(Asked asked)
    {
        var of = asked.Case;
        return Document.Of(json =>
        {
            json.WriteString("name", of.Name);
            json.WriteString("title", of.Record.Title);
            json.WriteString("summary", of.Record.Summary);
            json.WriteString("record", Kind(of));
            json.WriteNumber("statements", of.Record.Statements.Count);
            json.Strings("recordHashes", of.Of.RecordHashes);
            json.Instant("first", of.Axis.First);
            json.Instant("last", of.Axis.Last);
            json.Instant("at", of.Usual);
            AgreementOf(json, of.Agreement);
            json.Objects("otherAuthors", of.Record.OtherAuthors.OrderBy(author => author.Key, StringComparer.Ordinal), author => Named(json, author.Key, author.Value));
            json.Objects("clauses", of.Agreement.Clauses, clause => ClauseOf(json, clause, of));
            Links(json, [.. new[] { "assessment", "lines", "findings", "statements", "timeline", "changes", "due" }.Select(part => (part, $"{new Address(of.Name, "").Api}/{part}")), ("calendar", $"{new Address(of.Name, "").Api}/due.ics"), ("board", new Address(of.Name, "").Board)]);
        });
    }

    private static void AgreementOf(Utf8JsonWriter json, Instrument agreement)
    {
        json.WriteStartObject("agreement");
        json.WriteString("id", agreement.Id);
        json.WriteString("title", agreement.Title);
        json.WriteString("hash", InstrumentHash.OfCanonical(agreement));
        json.WriteString("signed", agreement.Signature is { } signed ? LocalDatePattern.Iso.Format(signed) : null);
        json.WriteString("entryIntoForce", agreement.EntryIntoForce is { } force ? LocalDatePattern.Iso.Format(force) : null);
        json.Objects("parties", agreement.Parties, party => Named(json, party.Code, party.Name));
        json.Objects("neutrals", agreement.Neutrals, neutral => Named(json, neutral.Code, neutral.Name));
        json.WriteEndObject();
    }

    private static void ClauseOf(Utf8JsonWriter json, Clause clause, OpenCase of)
    {
        var address = new Address(of.Name, "");
        json.WriteString("id", clause.Id);
        json.Strings("article", clause.Article);
        json.WriteString("title", of.Titles.Of(clause));
        Links(json, ("explanations", $"{address.Api}/explanations?clause={Uri.EscapeDataString(clause.Id)}"), ("page", address.Clause(clause.Id)));
    }

    private static void Named(Utf8JsonWriter json, string code, string name)
    {
        json.WriteString("code", code);
        json.WriteString("name", name);
    }

    private static void Links(Utf8JsonWriter json, params IReadOnlyList<(string Relation, string Address)> links)
    {
        json.WriteStartObject("links");
        foreach (var (relation, address) in links)
        {
            json.WriteString(relation, address);
        }

        json.WriteEndObject();
    }

    private static string Kind(OpenCase open) => open.Record.IsReconstruction ? "reconstruction" : "live";
}
