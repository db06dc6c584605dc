using System.Text.Json;
using Detente.Answers;
using Detente.Assessment;
using Detente.Cli.Screens;
using NodaTime.Text;

namespace Detente.Cli.Output;

/// <summary>The JSON of <c>detente compare</c>: docs/output.md, docs/schema/comparison.schema.json.</summary>
internal static class CompareJson
{
    /// <summary>Writes all of it.</summary>
    public static void Write(Utf8JsonWriter json, Compared of)
    {
        json.WriteStartObject();
        json.WriteString("first", of.OfFirst.Agreement.Id);
        json.WriteString("second", of.OfSecond.Agreement.Id);
        json.WriteString("record", of.First.Record.Id);
        json.WriteString("from", LocalDatePattern.Iso.Format(of.OfFirst.From));
        json.Instant("until", of.OfFirst.Until);
        json.WriteNumber("alike", of.Alike);
        json.Objects("differences", of.Differences, difference =>
        {
            json.WriteString("party", difference.Party);
            json.WriteString("instance", difference.Instance);
            Side(json, "first", difference.First);
            Side(json, "second", difference.Second);
        });
        json.Objects("warnings", of.Warnings, warned =>
        {
            json.WriteString("party", warned.Party);
            json.WriteString("item", warned.Item);
            json.WriteString("place", warned.Place);
            json.WriteString("to", warned.To);
            json.WriteString("first", warned.First is { } first ? Names.Of(first.State) : null);
            json.WriteString("second", warned.Second is { } second ? Names.Of(second.State) : null);
        });
        json.Strings("notes", of.Notes);
        json.WriteEndObject();
    }

    private static void Side(Utf8JsonWriter json, string name, Retrospect? found)
    {
        if (found is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        RetrospectJson.Members(json, found);
        json.WriteEndObject();
    }
}
