using System.Text.Json;
using Detente.Answers;
using Detente.Node.Http;
using Detente.Time;

namespace Detente.Node.Api;

/// <summary>Answers in JSON.</summary>
internal static class Document
{
    public const string ContentType = "application/json";

    /// <summary>What the command line prints too.</summary>
    public static Answer Printed(Action<Utf8JsonWriter> write) => new(200, ContentType, Json.Bytes(write));

    /// <summary>One object.</summary>
    /// <param name="members">Writes its members.</param>
    public static Answer Of(Action<Utf8JsonWriter> members) => Printed(json =>
    {
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    });

    /// <summary>One object about a case at the instants asked for: it begins with them.</summary>
    public static Answer Of(Asked asked, Action<Utf8JsonWriter> members) => Of(json =>
    {
        json.WriteString("agreement", asked.Case.Agreement.Id);
        json.Instant("at", asked.View.At);
        json.Instant("known", asked.View.Known);
        members(json);
    });

    /// <summary>An instant in a table; <c>null</c> where there is none, or none that a calendar names.</summary>
    public static string? Instant(long? tick) => tick is > EventTime.Beginning and < EventTime.End and { } known ? Days.PrintInstant(known) : null;
}
