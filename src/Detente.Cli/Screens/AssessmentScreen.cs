using Detente.Assessment;
using Detente.Cli.Output;
using Detente.Statements;
using Detente.Time;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Detente.Cli.Screens;

/// <summary>The page of <c>detente assess</c>: head, table, foot.</summary>
internal static class AssessmentScreen
{
    private const int DuesShown = 5;

    /// <summary>The page.</summary>
    public static IEnumerable<IRenderable> Draw(Judged judged, int width) =>
    [
        .. Head(judged, width),
        Page.Gap,
        .. new AssessmentTable(judged, width).Draw(),
        Page.Gap,
        .. Foot(judged),
    ];

    /// <summary>What is judged, when, and on what record. Shared by every page about a case.</summary>
    public static IEnumerable<IRenderable> Head(Judged judged, int width)
    {
        var title = judged.Assessment.Agreement.Title;
        if (title.GetCellWidth() + judged.Instants.Length + 2 <= width)
        {
            yield return Page.Beside((width - judged.Instants.Length - 2, new Flow().Text(title, Look.Strong)), (judged.Instants.Length, new Flow().Whole(judged.Instants)));
        }
        else
        {
            yield return new Flow().Text(title, Look.Strong);
            yield return new Flow().Text(judged.Instants);
        }

        yield return new Flow().Text(RecordLine(judged), Look.Quiet);
        if (judged.Usual is { State: not BindingState.InForce } usual)
        {
            yield return new Flow().Text($"{Look.State(usual)}, unless a line says otherwise", Look.Strong);
        }
    }

    private static string RecordLine(Judged judged)
    {
        var record = judged.Of.Record;
        var known = judged.Assessment.StatementsKnown;
        var count = known == record.Statements.Count ? $"{known} statements" : $"{known} of {record.Statements.Count} statements known by then";
        return $"record: {(record.IsReconstruction ? "reconstruction" : "live")}, {count}" + (record.Summary is null ? "" : $"; {record.Summary}");
    }

    private static IEnumerable<IRenderable> Foot(Judged judged)
    {
        foreach (var note in judged.Assessment.Notes)
        {
            yield return new Flow(6).Text($"note  {note}");
        }

        if (judged.Lines.Any(line => line.Worst.Grade == Grade.Recalled || line.Clause.Evidence == Grade.Recalled))
        {
            yield return new Flow(3).Text($"{Look.RecalledMark}  rests on something recalled and not read in a text: check it before relying on it", Look.Quiet);
        }

        yield return Counts(judged.Lines);
        foreach (var due in NextDue(judged))
        {
            yield return due;
        }

        if (Hint(judged) is { } hint)
        {
            yield return new Flow().Text("why?  ", Look.Quiet).Text(hint);
        }
    }

    private static Flow Counts(IReadOnlyList<Line> lines)
    {
        var flow = new Flow();
        foreach (var verdict in Names.Verdicts)
        {
            var count = lines.Count(line => line.Worst.Verdict == verdict);
            if (count > 0 || verdict is Verdict.NotKept or Verdict.Kept)
            {
                flow.Text(verdict == Names.Verdicts[0] ? "" : " · ", Look.Quiet)
                    .Whole($"{Look.Shape(verdict)} {count} {Names.Of(verdict)}", count > 0 ? Look.Colour(verdict) : Look.Quiet);
            }
        }

        return flow;
    }

    private static IEnumerable<IRenderable> NextDue(Judged judged)
    {
        var at = judged.Assessment.At;
        var titles = new ClauseTitle(judged.Assessment.Agreement);
        var dues = DueOf(judged.Lines, judged.Assessment);
        for (var i = 0; i < Math.Min(dues.Count, DuesShown); i++)
        {
            var (line, due, instance) = dues[i];
            var what = $"{line.Party}  {line.Clause.Id}  {titles.Of(line.Clause)}{(instance is null ? "" : $" ({instance})")}";
            yield return new Flow(12).Text(i == 0 ? "next due  " : "          ").Whole($"{Days.PrintTick(due)}  ", Look.Strong).Text($"{Look.Left(at, due)}  {what}");
        }

        if (dues.Count > DuesShown)
        {
            yield return new Flow().Text($"          and {dues.Count - DuesShown} more", Look.Quiet);
        }
    }

    /// <summary>The deadlines ahead, the nearest first: the line, when, and the instance that falls due.</summary>
    public static IReadOnlyList<(Line Line, long Due, string? Instance)> DueOf(IReadOnlyList<Line> lines, Assessment.Assessment assessment) =>
        [.. lines.Where(line => line.NextDue > assessment.At)
            .Select(line => (line, line.NextDue!.Value, InstanceDue(line, assessment)))
            .OrderBy(due => due.Value)];

    private static string? InstanceDue(Line line, Assessment.Assessment assessment) => assessment.Findings
        .FirstOrDefault(finding => finding.Clause == line.Clause.Id && finding.Party == line.Party && finding.Verdict == Verdict.Pending && finding.Due == line.NextDue)?.Instance;

    /// <summary>A command that answers the question this page raises first.</summary>
    private static string? Hint(Judged judged) => judged.Lines.MinBy(line => VerdictOrder.InLine(line.Worst.Verdict)) is { } line
        ? $"detente explain {Quoted(judged.Of.Path)} {line.Clause.Id} --party {line.Party}{judged.Times}"
        : null;

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"'{path}'" : path;
}
