using System.Text.Json;
using Detente.Answers;
using Detente.Node.Fsck;
using Detente.Record.Notes;

namespace Detente.Cli.Output;

/// <summary>The JSON of <c>detente record fsck</c>: docs/output.md, docs/schema/fsck.schema.json.</summary>
internal static class FsckJson
{
    /// <summary>Writes all of it.</summary>
    public static void Write(Utf8JsonWriter json, FsckReport report)
    {
        json.WriteStartObject();
        json.WriteString("log", report.Folder);
        json.WriteString("origin", report.Origin);
        Checkpoint(json, "checkpoint", report.Checkpoint);
        Checkpoint(json, "signed", report.Signed);
        json.WriteStartObject("checked");
        json.WriteNumber("entries", report.Entries);
        json.WriteNumber("bundles", report.Bundles);
        json.WriteNumber("tiles", report.Tiles);
        json.WriteNumber("journalPages", report.JournalPages);
        json.WriteNumber("indexed", report.Indexed);
        json.WriteEndObject();
        json.Strings("notChecked", report.NotChecked);
        json.Objects("faults", report.Faults, fault =>
        {
            json.WriteString("rule", fault.Rule);
            json.WriteString("file", fault.File);
            if (fault.Offset is { } offset)
            {
                json.WriteNumber("offset", offset);
            }
            else
            {
                json.WriteNull("offset");
            }

            json.WriteString("message", fault.Message);
        });
        json.Objects("notes", report.Notes, note =>
        {
            json.WriteString("file", note.File);
            json.WriteString("message", note.Message);
        });
        json.WriteEndObject();
    }

    private static void Checkpoint(Utf8JsonWriter json, string name, Checkpoint? checkpoint)
    {
        if (checkpoint is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("size", checkpoint.Size);
        json.WriteString("root", checkpoint.Root.ToBase64());
        json.WriteEndObject();
    }
}
