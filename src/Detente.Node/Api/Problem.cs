using System.Text.Json;
using Detente.Answers;
using Detente.Node.Http;
using Detente.Node.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Detente.Node.Api;

/// <summary>Problem documents (RFC 9457): docs/schema/problem.schema.json. <c>code</c> is stable; the words are for people.</summary>
public static class Problem
{
    /// <summary>Their media type.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>The document of a problem.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="code">The stable code.</param>
    /// <param name="detail">What is wrong with this request, in one line; or <c>null</c>.</param>
    public static Answer Of(int status, string code, string? detail = null) => Of(status, code, detail, _ => { });

    /// <summary>Parameters that cannot be read, all of them.</summary>
    /// <param name="faults">Each by its name, with what to write instead.</param>
    public static Answer Parameters(IReadOnlyList<(string Parameter, string Detail)> faults) => Of(
        StatusCodes.Status400BadRequest, Codes.BadParameter, string.Join("; ", faults.Select(fault => $"{fault.Parameter}: {fault.Detail}")), json => json.Objects("errors", faults, fault =>
    {
        json.WriteString("parameter", fault.Parameter);
        json.WriteString("detail", fault.Detail);
    }));

    /// <summary>A case that cannot be judged before its files are mended.</summary>
    internal static Answer NotOpen(Shelved shelved) => Of(
        StatusCodes.Status409Conflict, Codes.CaseNotOpen, shelved.Refusal ?? "the case cannot be judged before what is wrong in its files is mended", json =>
    {
        var found = shelved.Diagnostics.Select(diagnostic => (Diagnostic: diagnostic, Source: shelved.Sources.FirstOrDefault(source => source.File == diagnostic.File)));
        json.Objects("diagnostics", found.Where(item => item.Source is not null), item => DiagnosticsJson.Members(json, item.Diagnostic, item.Source!));
    });

    /// <summary>An answer that would be too long in one piece.</summary>
    /// <param name="most">How many statements it may rest on.</param>
    /// <param name="instead">Addresses that give the same in pieces.</param>
    internal static Answer TooLong(int most, params IReadOnlyList<string> instead) => Of(
        StatusCodes.Status404NotFound, Codes.RecordTooLong, $"this is answered for records of up to {most} statements; of a longer one ask {string.Join(", ", instead)}", json => json.Strings("instead", instead));

    private static Answer Of(int status, string code, string? detail, Action<Utf8JsonWriter> more) => new(status, ContentType, Json.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteString("title", ReasonPhrases.GetReasonPhrase(status));
        json.WriteNumber("status", status);
        json.WriteString("code", code);
        if (detail is not null)
        {
            json.WriteString("detail", detail);
        }

        more(json);
        json.WriteEndObject();
    }));
}
