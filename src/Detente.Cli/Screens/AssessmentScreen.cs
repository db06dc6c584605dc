using Detente.Answers;
using Detente.Assessment;
using Detente.Statements;
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
        .. Foot(judged, width),
    ];

    /// <summary>What is judged, when, and on what record.</summary>
    private static IEnumerable<IRenderable> Head(Judged judged, int width)
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
        if (!judged.Usual.IsForAll)
        {
            var each = judged.Usual.OfParty.Select(party => $"{party.Key} {FindingWords.State(party.Value)}");
            yield return new Flow().Text($"unless a line says otherwise: {string.Join("; ", each)}", Look.Strong);
        }
        else if (judged.Usual.OfAll is { State: not BindingState.InForce } usual)
        {
            yield return new Flow().Text(usual.State == BindingState.NotYet ? "no clause binds yet, unless a line says otherwise" : $"every clause {FindingWords.State(usual)}, unless a line says otherwise", Look.Strong);
        }
    }

    private static string RecordLine(Judged judged)
    {
        var record = judged.Of.Record;
        var known = judged.Assessment.StatementsKnown;
        var count = known == record.Statements.Count ? $"{known} statement{(known == 1 ? "" : "s")}" : $"{known} of {record.Statements.Count} statements known by then";
        return $"record: {(record.IsReconstruction ? "reconstruction" : "live")}, {count}" + (record.Summary is null ? "" : $"; {record.Summary}")
            + (record.IsReconstruction && record.Coverage.Any(line => line.Until - 1 > judged.Assessment.Known) ? $"; judged as if nothing after {FindingWords.Time(judged.Assessment.Known)} were covered" : "");
    }

    private static IEnumerable<IRenderable> Foot(Judged judged, int width)
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
        foreach (var row in NextDue(judged, width).Concat(WarningRows.Draw(judged.Warnings)))
        {
            yield return row;
        }

        yield return Page.Gap;
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
                    .Whole($"{Names.Shape(verdict)} {count} {Names.Of(verdict)}", count > 0 ? Look.Colour(verdict) : Look.Quiet);
            }
        }

        return flow;
    }

    private static IEnumerable<IRenderable> NextDue(Judged judged, int width)
    {
        var titles = new ClauseTitle(judged.Assessment.Agreement);
        var dues = Deadlines.Of(judged.Lines, judged.Assessment)
            .GroupBy(due => (due.Due, due.Line.Clause.Id, due.Instance))
            .Select(same => (same.Key.Due, Party: string.Join(", ", same.Select(due => due.Line.Party)), same.First().Line, same.Key.Instance))
            .ToList();
        if (dues.Count == 0)
        {
            yield break;
        }

        yield return Page.Gap;
        yield return new Flow().Text("next due", Look.Strong);
        var rows = dues.Take(DuesShown).Select(due => (
            When: FindingWords.Time(due.Due),
            Left: FindingWords.Left(judged.Assessment.At, due.Due),
            due.Party,
            What: new Flow(2).Whole(due.Line.Clause.Id, Look.Strong)
                .Text($"  {titles.Of(due.Line.Clause)}")
                .Text(due.Instance is null ? "" : $" ({due.Instance})")
                .Text(due.Line.Worst.Binds.State == BindingState.NotYet ? " from then on" : ""))).ToList();
        var (when, left, party) = (rows.Max(row => row.When.Length), rows.Max(row => row.Left.Length), rows.Max(row => row.Party.Length));
        foreach (var row in rows)
        {
            yield return Page.Indented(2, Page.Beside(
                (when, new Flow().Whole(row.When)),
                (left, new Flow().Whole(row.Left, Look.Quiet)),
                (party, new Flow().Whole(row.Party, Look.Strong)),
                (width - when - left - party - 8, row.What)));
        }

        if (dues.Count > DuesShown)
        {
            yield return Page.Indented(2, new Flow().Text($"and {dues.Count - DuesShown} more", Look.Quiet));
        }
    }

    /// <summary>A command that answers the question this page raises first.</summary>
    private static string? Hint(Judged judged) => judged.Lines.MinBy(line => VerdictOrder.InLine(line.Worst.Verdict)) is { } line
        ? $"{judged.Called} explain {Look.Quoted(judged.Of.Path)} {line.Clause.Id} --party {line.Party}{judged.Times}"
        : null;
}
