using System.Globalization;
using System.Text.Json;
using Detente.Answers;
using Detente.Assessment;
using Detente.Node.Http;
using Detente.Node.Views;

namespace Detente.Node.Api;

/// <summary>Each clause for each party, and the whole assessment.</summary>
internal static class LineAnswers
{
    /// <summary>An assessment in one piece names every finding with its reasons; over more statements than this that takes seconds.</summary>
    public const int MostStatements = 5_000;

    private static readonly string[] Columns = ["clause", "title", "party", "verdict", "binds", "bindsSince", "instance", "reason", "nextDue", .. Names.Verdicts.Select(Names.Of)];

    /// <summary>What <c>detente assess --format json</c> prints: docs/schema/assessment.schema.json.</summary>
    public static Answer Assessment(Asked asked)
    {
        var (of, view) = (asked.Case, asked.View);
        if (StatementSearch.CountKnown(of.Record.Statements, view.Known) > MostStatements)
        {
            var address = asked.Pages.Api;
            return Problem.TooLong(MostStatements, $"{address}/lines", $"{address}/findings", $"{address}/explanations");
        }

        return asked.Selected(selection => Document.Printed(json => AssessmentJson.Write(json, of.Assess(view), of.Of.RecordHashes, selection, finding => of.Explain(finding, view))));
    }

    /// <summary>Every line: docs/schema/lines.schema.json.</summary>
    public static Answer Lines(Asked asked) => Chosen(asked, (at, lines) => Document.Of(asked, json =>
    {
        json.WriteNumber("statementsKnown", at.StatementsKnown);
        json.Counts("counts", verdict => lines.Count(line => line.Worst.Verdict == verdict));
        json.Objects("lines", lines, line => Members(json, line));
        json.Strings("notes", at.Notes);
        json.Objects("warnings", at.Warnings.Where(warning => lines.Any(line => line.Clause.Id == warning.Clause && line.Party == warning.Party)), warning => WarningJson.Members(json, warning));
    }));

    /// <summary>The same as a table.</summary>
    public static Answer Table(Asked asked) => Chosen(asked, (_, lines) => Csv.Of($"{asked.Case.Name}-lines.csv", Columns, lines.Select(line => (IReadOnlyList<string?>)
    [
        line.Clause.Id, asked.Case.Titles.Of(line.Clause), line.Party, Names.Of(line.Worst.Verdict), Names.Of(line.Worst.Binds.State), Document.Instant(line.Worst.Binds.Since),
        line.Worst.Instance, line.Reason, Document.Instant(line.NextDue), .. Names.Verdicts.Select(verdict => line.Counts.GetValueOrDefault(verdict).ToString(CultureInfo.InvariantCulture)),
    ])));

    private static Answer Chosen(Asked asked, Func<LinesAt, IReadOnlyList<Line>, Answer> answer) => asked.Selected(selection =>
    {
        var at = asked.Case.LinesAt(asked.View);
        var verdict = asked.Value(Parameters.Verdict);
        return answer(at, [.. at.Lines.Where(line => selection.Holds(line.Clause.Id, line.Party) && (verdict is null || line.Worst.Verdict == verdict))]);
    });

    private static void Members(Utf8JsonWriter json, Line line)
    {
        json.WriteString("clause", line.Clause.Id);
        json.WriteString("party", line.Party);
        json.WriteString("verdict", Names.Of(line.Worst.Verdict));
        FindingJson.Binds(json, line.Worst.Binds);
        json.WriteString("instance", line.Worst.Instance);
        json.WriteString("reason", line.Reason);
        json.Counts("counts", verdict => line.Counts.GetValueOrDefault(verdict));
        json.Instant("nextDue", line.NextDue);
    }
}
