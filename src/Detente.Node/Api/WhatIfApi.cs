using System.Text.Json;
using Detente.Answers;
using Detente.Assessment;
using Detente.Diagnostics;
using Detente.Node.Http;
using Detente.Node.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Detente.Node.Api;

/// <summary>The sandbox for programs: a clause's words and added statements in, what would come out otherwise out. Nothing is kept.</summary>
internal static class WhatIfApi
{
    /// <summary>The one address under /api that takes a POST.</summary>
    public static readonly Operation Operation = new("/cases/{case}/what-if", "judgeChange", "What a change to a clause, or more statements, would come to. Nothing of it is kept.", "what-if")
    {
        Parameters = [Parameters.At, Parameters.Known],
        Problems = [(StatusCodes.Status400BadRequest, Codes.BadRequest), (StatusCodes.Status404NotFound, Codes.RecordTooLong)],
        Takes = "what-if.edit",
    };

    private static readonly string[] Members = ["clause", "words", "statements"];

    /// <summary>Maps it.</summary>
    public static void MapWhatIfApi(this IEndpointRouteBuilder routes) =>
        routes.MapPost($"/api{Operation.Path}", async (HttpContext context, Library library) => Delivery.Of(await Judged(context, library) with { IsKept = false }))
            .WithMetadata(Operation).WithTags(Description.Name);

    private static async Task<Answer> Judged(HttpContext context, Library library)
    {
        if (!Asked.TryRead(context.Request, library, Operation.Parameters, out var asked, out var refusal))
        {
            return refusal;
        }

        var shelved = library.Find((string)context.Request.RouteValues["case"]!)!;
        if (asked.Case.Record.Statements.Count > Sandbox.MostStatements)
        {
            return Problem.TooLong(Sandbox.MostStatements, asked.Pages.Api);
        }

        var (edit, fault) = await Read(context, asked.Case);
        return edit is null
            ? Problem.Of(StatusCodes.Status400BadRequest, Codes.BadRequest, fault)
            : Told(asked, await Sandbox.JudgeInTurn(shelved, asked.Case, edit, asked.View, context.RequestAborted));
    }

    private static async Task<(SandboxEdit? Edit, string? Fault)> Read(HttpContext context, OpenCase open)
    {
        if (!context.Request.HasJsonContentType())
        {
            return (null, "the body is JSON: Content-Type is application/json");
        }

        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            return Read(body.RootElement, open);
        }
        catch (JsonException fault)
        {
            return (null, $"the body is no JSON: see line {fault.LineNumber + 1}");
        }
    }

    private static (SandboxEdit? Edit, string? Fault) Read(JsonElement body, OpenCase open)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return (null, $"the body is an object with any of {string.Join(", ", Members)}");
        }

        var faults = body.EnumerateObject().Where(member => !Members.Contains(member.Name)).Select(member => $"{member.Name}: there is no such member{Meant.Or(member.Name, Members, $"; there are {string.Join(", ", Members)}")}")
            .Concat(body.EnumerateObject().Where(member => Members.Contains(member.Name) && member.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)).Select(member => $"{member.Name}: it is a text")).ToList();
        if (faults.Count > 0)
        {
            return (null, string.Join("; ", faults));
        }

        var (clause, words) = (Text(body, "clause"), Text(body, "words"));
        var edit = new SandboxEdit(clause, words ?? SandboxView.WordsOf(open, clause), Text(body, "statements") ?? "");
        return clause is not null && open.Clause(clause) is null ? (null, $"clause: {open.Agreement.Id} has no clause '{clause}'{Meant.Or(clause, open.Agreement.Clauses.Select(known => known.Id), "")}")
            : clause is null && words is not null ? (null, "words: they are those of a clause, and none is named")
            : edit.IsTooLong ? (null, $"words and statements have at most {Sandbox.MostBytes} bytes each")
            : (edit, null);
    }

    private static string? Text(JsonElement body, string name) => body.TryGetProperty(name, out var member) ? member.GetString() : null;

    private static Answer Told(Asked asked, Sandbox sandbox) => Document.Of(asked, json =>
    {
        json.WriteBoolean("judged", sandbox.Folder.Loaded is not null);
        json.Objects("diagnostics", sandbox.Diagnostics, found => DiagnosticsJson.Members(json, found, sandbox.Folder.Sources.First(source => source.File == found.File)));
        json.Strings("added", sandbox.Added.Select(statement => statement.Id));
        json.Objects("changes", sandbox.Lines, line => Line(json, line));
        json.Objects("findings", sandbox.Findings, finding => Finding(json, finding));
        json.WriteStartObject("notes");
        json.Strings("new", sandbox.Notes.New);
        json.Strings("gone", sandbox.Notes.Gone);
        json.WriteEndObject();
        json.WriteStartObject("warnings");
        json.Objects("new", sandbox.Warnings.New, warning => WarningJson.Members(json, warning));
        json.Objects("gone", sandbox.Warnings.Gone, warning => WarningJson.Members(json, warning));
        json.WriteEndObject();
    });

    private static void Line(Utf8JsonWriter json, ChangedLine line)
    {
        var any = (line.After ?? line.Before)!;
        json.WriteString("clause", any.Clause.Id);
        json.WriteString("party", any.Party);
        Side(json, "before", line.Before?.Worst, line.Before?.Reason);
        Side(json, "after", line.After?.Worst, line.After?.Reason);
    }

    private static void Finding(Utf8JsonWriter json, ChangedFinding changed)
    {
        json.WriteString("clause", changed.Key.Clause);
        json.WriteString("party", changed.Key.Party);
        json.WriteString("instance", changed.Key.Instance);
        Side(json, "before", changed.Before, changed.ReasonBefore);
        Side(json, "after", changed.After, changed.ReasonAfter);
    }

    private static void Side(Utf8JsonWriter json, string name, Finding? finding, string? reason)
    {
        if (finding is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("verdict", Names.Of(finding.Verdict));
        json.WriteBoolean("late", finding.Late);
        json.WriteString("binds", Names.Of(finding.Binds.State));
        json.Instant("since", finding.Since);
        json.Instant("until", finding.Until);
        json.Instant("due", finding.Due);
        json.Number("left", finding.Left);
        json.WriteString("reason", reason);
        json.Strings("cites", finding.Cites);
        json.WriteEndObject();
    }
}
