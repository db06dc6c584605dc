using System.Text.Json;
using Detente.Assessment;

namespace Detente.Answers;

/// <summary>The JSON of <c>detente timeline</c> and <c>detente diff</c>: docs/output.md, docs/schema/changes.schema.json.</summary>
public static class ChangeJson
{
    /// <summary>Writes all of it.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="agreement">The agreement's id.</param>
    /// <param name="from">The instant judged and the instant of knowledge before; <c>null</c> for the beginning.</param>
    /// <param name="until">The same after.</param>
    /// <param name="changes">The changes.</param>
    public static void Write(Utf8JsonWriter json, string agreement, (long At, long Known)? from, (long At, long Known) until, IReadOnlyList<Change> changes)
    {
        json.WriteStartObject();
        json.WriteString("agreement", agreement);
        if (from is { } start)
        {
            Point(json, "from", start);
        }
        else
        {
            json.WriteNull("from");
        }

        Point(json, "until", until);
        json.Objects("changes", changes, change =>
        {
            json.Instant("at", change.At);
            json.WriteString("clause", change.Clause);
            json.WriteString("party", change.Party);
            json.WriteString("before", change.Before is { } before ? Names.Of(before) : null);
            json.WriteString("after", Names.Of(change.After));
            json.WriteString("binds", Names.Of(change.Binds));
            json.Strings("by", change.By);
            json.WriteString("reason", change.Reason);
        });
        json.WriteEndObject();
    }

    private static void Point(Utf8JsonWriter json, string name, (long At, long Known) point)
    {
        json.WriteStartObject(name);
        json.Instant("at", point.At);
        json.Instant("known", point.Known);
        json.WriteEndObject();
    }
}
