using System.Text.Json;
using Detente.Answers;
using Detente.Assessment;
using Detente.Cli.Input;
using NodaTime.Text;

namespace Detente.Cli.Output;

/// <summary>The JSON of <c>detente backtest</c>: docs/output.md, docs/schema/backtest.schema.json.</summary>
internal static class BacktestJson
{
    /// <summary>Writes all of it.</summary>
    public static void Write(Utf8JsonWriter json, Backtested tested, RecordUnder under, Selection selection)
    {
        json.WriteStartObject();
        json.WriteString("agreement", tested.Agreement.Id);
        json.WriteString("record", under.Record.Id);
        json.WriteString("from", LocalDatePattern.Iso.Format(tested.From));
        json.Instant("until", tested.Until);
        json.Objects("findings", tested.Findings.Where(found => selection.Holds(found.Finding.Clause, found.Finding.Party)), found => RetrospectJson.Members(json, found));
        json.Strings("notes", [.. tested.Notes, .. new[] { under.Silence }.OfType<string>()]);
        json.Objects("warnings", tested.Warnings.Where(warning => selection.Holds(warning.Clause, warning.Party)), warning => WarningJson.Members(json, warning));
        json.Objects("listed", tested.Listed, listed =>
        {
            json.WriteString("statement", listed.Statement);
            json.WriteString("text", listed.Text);
        });
        json.WriteEndObject();
    }
}
