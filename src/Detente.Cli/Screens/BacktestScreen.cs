using Detente.Answers;
using Detente.Assessment;
using Detente.Cli.Input;
using NodaTime.Text;
using Spectre.Console.Rendering;

namespace Detente.Cli.Screens;

/// <summary>The page of <c>detente backtest</c>: by clause, what would have been found of whom, since when it could be known, and why.</summary>
internal static class BacktestScreen
{
    /// <summary>Columns of "◔ undeterminedʳ".</summary>
    private const int VerdictWidth = 16;

    /// <summary>More than these are counted, and named beside the reason.</summary>
    private const int FewParties = 2;

    /// <summary>Columns of a day.</summary>
    private const int FoundWidth = 10;

    /// <summary>The page.</summary>
    public static IEnumerable<IRenderable> Draw(Backtested tested, RecordUnder under, Selection selection, int width)
    {
        var findings = tested.Findings.Where(found => selection.Holds(found.Finding.Clause, found.Finding.Party)).ToList();
        yield return new Flow().Text(tested.Agreement.Title, Look.Strong);
        yield return new Flow().Text($"judged on {under.Record.Title}");
        yield return new Flow().Text($"as if in force from {LocalDatePattern.Iso.Format(tested.From)}, at {FindingWords.Time(tested.Until)}, as known then", Look.Quiet);
        foreach (var note in tested.Notes.Append(under.Silence).OfType<string>())
        {
            yield return new Flow(6).Text($"note  {note}");
        }

        var titles = new ClauseTitle(tested.Agreement);
        foreach (var clause in tested.Agreement.Clauses)
        {
            var of = findings.Where(found => found.Finding.Clause == clause.Id).ToList();
            if (of.Count == 0)
            {
                continue;
            }

            yield return Page.Gap;
            yield return new Flow(clause.Id.Length + 2).Whole(clause.Id, Look.Strong).Text($"  {titles.Of(clause)}");
            foreach (var row in Clause(of, width))
            {
                yield return row;
            }
        }

        yield return Page.Gap;
        yield return Counts(findings);
        foreach (var row in WarningRows.Draw([.. tested.Warnings.Where(warning => selection.Holds(warning.Clause, warning.Party))]).Concat(Listed(tested)))
        {
            yield return row;
        }
    }

    // What no party says of itself or of another is judged by nobody, and still known.
    private static IEnumerable<IRenderable> Listed(Backtested tested)
    {
        if (tested.Listed.Count == 0)
        {
            yield break;
        }

        yield return Page.Gap;
        yield return new Flow().Text("also reported", Look.Strong).Text("  by authors that are no party: judged by nobody", Look.Quiet);
        foreach (var listed in tested.Listed)
        {
            yield return Page.Indented(2, new Flow(2).Whole(listed.Statement, Look.Quiet).Text($"  {listed.Text}"));
        }
    }

    private static IEnumerable<IRenderable> Clause(List<Retrospect> findings, int width)
    {
        var periods = findings.Where(IsPeriod).GroupBy(found => (found.Finding.Party, found.Finding.Verdict)).Where(same => same.Count() > 2).Select(same => same.ToList()).ToList();
        var alone = findings.Where(found => found.Finding.Instance is not null).Except(periods.SelectMany(same => same)).OrderBy(found => found.Found).ToList();

        // Period after period the same is told once, and so is what is the same of several parties.
        var rows = periods.Select(same => (First: same[0], Why: $"{same.Count} periods, {same[0].Finding.Instance} to {same[^1].Finding.Instance}; {same[0].Reason}")).OrderBy(row => row.First.Found)
            .Concat(alone.Select(found => (First: found, Why: found.Reason)))
            .GroupBy(row => (row.First.Found, row.First.Finding.Verdict, row.First.Finding.Grade, row.Why, row.First.Unreleased))
            .Select(alike => (alike.First().First, Parties: alike.Select(row => row.First.Finding.Party).ToList(), alike.Key.Why)).ToList();
        var party = rows.Count == 0 ? 0 : rows.Max(row => Who(row.Parties).Length);
        foreach (var (found, parties, text) in rows)
        {
            yield return Page.Indented(2, Page.Beside(
                (FoundWidth, new Flow().Whole(Day(found.Found))),
                (party, new Flow().Whole(Who(parties), Look.Strong)),
                (VerdictWidth, new Flow().Bearing(found.Finding.Verdict, found.Finding.Grade)),
                (width - FoundWidth - party - VerdictWidth - 10, Why(found, parties.Count > FewParties ? $"{string.Join(", ", parties)}: {text}" : text))));
        }

        // The unseen and the whole are told once for all parties that share a verdict.
        foreach (var same in findings.Where(found => found.Finding.Instance is null).GroupBy(found => (found.Finding.Verdict, found.Reason)))
        {
            yield return Page.Indented(2, new Flow(2).Text("beside these  ", Look.Quiet).Text(string.Join(", ", same.Select(found => found.Finding.Party)), Look.Strong)
                .Text("  ").Bearing(same.Key.Verdict).Text(same.Key.Reason.Length == 0 ? "" : $"  {same.Key.Reason}", Look.Quiet));
        }
    }

    private static string Who(List<string> parties) => parties.Count <= FewParties ? string.Join(", ", parties) : $"{parties.Count} Parties";

    private static bool IsPeriod(Retrospect found) => found.Finding.Instance?.StartsWith("period ", StringComparison.Ordinal) == true;

    private static Flow Why(Retrospect found, string text)
    {
        var flow = new Flow().Text(text);
        if (found.Unreleased is { } verdict)
        {
            flow.Text("  released; bound, it would have been ", Look.Quiet).Bearing(verdict).Text($" ({found.UnreleasedReason})", Look.Quiet);
        }

        return found.By.Count == 0 ? flow : flow.Text($"  [{string.Join(", ", found.By)}]", Look.Quiet);
    }

    private static string Day(long tick) => FindingWords.Time(tick) is { Length: >= FoundWidth } text ? text[..FoundWidth] : FindingWords.Time(tick);

    private static Flow Counts(List<Retrospect> findings)
    {
        var flow = new Flow();
        foreach (var verdict in Names.Verdicts)
        {
            var count = findings.Count(found => found.Finding.Instance is not null && found.Finding.Verdict == verdict);
            flow.Text(verdict == Names.Verdicts[0] ? "" : " · ", Look.Quiet).Whole($"{Names.Shape(verdict)} {count} {Names.Of(verdict)}", count > 0 ? Look.Colour(verdict) : Look.Quiet);
        }

        return flow;
    }
}
