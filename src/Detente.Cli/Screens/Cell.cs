using Detente.Assessment;
using Detente.Cli.Output;
using Detente.Time;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Detente.Cli.Screens;

/// <summary>What is told of a clause for one party: the verdict and when, below it why.</summary>
internal static class Cell
{
    /// <summary>Columns by which the reason stands to the right of the verdict.</summary>
    private const int ReasonIndent = 2;

    /// <summary>The cell of a line.</summary>
    public static IRenderable Of(Line line, Judged judged)
    {
        var rows = new List<IRenderable> { FirstLine(line, judged.Assessment.At) };
        if (judged.IsUnusual(line.Worst.Binds))
        {
            rows.Add(Page.Indented(ReasonIndent, new Flow().Text(Look.State(line.Worst.Binds), Look.Quiet)));
        }

        if (line.Reason.Length > 0)
        {
            rows.Add(Page.Indented(ReasonIndent, new Flow().Text(line.Reason, line.Worst.Verdict == Verdict.NotTriggered ? Look.Quiet : null)));
        }

        return new Rows(rows);
    }

    private static Flow FirstLine(Line line, long at)
    {
        var finding = line.Worst;
        var flow = new Flow(ReasonIndent).Bearing(finding.Verdict, finding.Grade, finding.Late);
        var details = Details(line, at).ToList();
        for (var i = 0; i < details.Count; i++)
        {
            flow.Space().Whole(i == 0 ? $" {details[i]}" : $"· {details[i]}", Look.Quiet);
        }

        return flow;
    }

    private static IEnumerable<string> Details(Line line, long at)
    {
        var finding = line.Worst;
        if (finding.Basis is { } basis)
        {
            yield return Names.Of(basis);
        }

        if (When(finding, at) is { } when)
        {
            yield return when;
        }

        if (finding.Left is { } left)
        {
            yield return $"{left} left";
        }

        if (Instances(line.Counts) is { } instances)
        {
            yield return instances;
        }
    }

    /// <summary>Since when, until when, or by when.</summary>
    public static string? When(Finding finding, long at) => finding switch
    {
        { Verdict: Verdict.Pending, Due: { } due } => due > at ? $"due {Days.PrintTick(due)}, {Look.Left(at, due)}" : $"due {Days.PrintTick(due)}",
        { Verdict: Verdict.Pending } => "no deadline stated",
        { Verdict: Verdict.NotTriggered } => null,
        { Since: { } since, Until: { } until } => $"{Days.PrintTick(since)} until {Days.PrintTick(until)}",
        { Since: { } since } => $"since {Days.PrintTick(since)}",
        _ => null,
    };

    /// <summary>How many instances bear which verdict, where there are several.</summary>
    private static string? Instances(IReadOnlyDictionary<Verdict, int> counts)
    {
        var told = Names.Verdicts
            .Where(verdict => counts.GetValueOrDefault(verdict) > 0)
            .Where(verdict => verdict != Verdict.NotTriggered || counts.Count == 1)
            .Select(verdict => (verdict, Count: counts[verdict]))
            .ToList();
        return told switch
        {
            [] or [(_, 1)] => null,
            [(_, var all)] => $"{all} times",
            _ => string.Join(", ", told.Select(part => $"{part.Count} {Names.Of(part.verdict)}")),
        };
    }
}
