using Detente.Answers;
using Detente.Node.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Detente.Node.Api;

/// <summary>Problem documents (RFC 9457). <c>code</c> is stable; the words are for people.</summary>
public static class Problem
{
    /// <summary>The document of a problem.</summary>
    /// <param name="status">The status code.</param>
    /// <param name="code">The stable code.</param>
    /// <param name="detail">What is wrong with this request, in one line; or <c>null</c>.</param>
    public static Answer Of(int status, string code, string? detail = null) => new(status, "application/problem+json", Json.Bytes(json =>
    {
        json.WriteStartObject();
        json.WriteString("title", ReasonPhrases.GetReasonPhrase(status));
        json.WriteNumber("status", status);
        json.WriteString("code", code);
        if (detail is not null)
        {
            json.WriteString("detail", detail);
        }

        json.WriteEndObject();
    }));
}
