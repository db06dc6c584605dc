using Detente.Assessment;
using Detente.Cli.Output;
using Detente.Statements;
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
        if (SecondLine(line, judged) is { Length: > 0 } second)
        {
            rows.Add(Page.Indented(ReasonIndent, new Flow().Text(second, Look.Quiet)));
        }

        if (line.Reason.Length > 0)
        {
            rows.Add(Page.Indented(ReasonIndent, new Flow().Text(line.Reason, line.Worst.Verdict == Verdict.NotTriggered ? Look.Quiet : null)));
        }

        return new Rows(rows);
    }

    /// <summary>Whether two lines of a clause would look the same.</summary>
    public static bool LooksLike(Line line, Line other, Judged judged) =>
        line.Reason == other.Reason
        && (line.Worst.Verdict, line.Worst.Grade == Grade.Recalled, line.Worst.Late) == (other.Worst.Verdict, other.Worst.Grade == Grade.Recalled, other.Worst.Late)
        && Details(line, judged.Assessment.At).SequenceEqual(Details(other, judged.Assessment.At))
        && SecondLine(line, judged) == SecondLine(other, judged);

    /// <summary>The verdict, how well it is established, and when.</summary>
    private static Flow FirstLine(Line line, long at)
    {
        var finding = line.Worst;
        var flow = new Flow(ReasonIndent).Bearing(finding.Verdict, finding.Grade, finding.Late);
        var details = Details(line, at).ToList();
        for (var i = 0; i < details.Count; i++)
        {
            flow.Text(i == 0 ? "  " : " · ", Look.Quiet).Whole(details[i], Look.Quiet);
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

        // "Since" is not said twice.
        var isInReason = finding is { Since: { } since, Until: null } && line.Reason.Contains(Look.Time(since), StringComparison.Ordinal);
        if (When(finding, at) is { } when && (!isInReason || finding.Verdict == Verdict.Pending))
        {
            yield return when;
        }
    }

    /// <summary>How many instances there are, and a binding that is out of the ordinary.</summary>
    private static string SecondLine(Line line, Judged judged)
    {
        var binds = line.Worst.Binds;

        // What is pending because it does not bind yet says from when.
        var isTold = judged.IsUnusual(line.Party, binds) && !(binds.State == BindingState.NotYet && line.Worst.Verdict == Verdict.Pending);
        return string.Join(" · ", new[] { Instances(line.Counts), isTold ? Look.State(binds) : null }.OfType<string>());
    }

    /// <summary>Since when, until when, or by when.</summary>
    public static string? When(Finding finding, long at) => finding switch
    {
        { Verdict: Verdict.Pending, Due: { } due } => due > at ? $"due {Look.Time(due)}, {Look.Left(at, due)}" : $"due {Look.Time(due)}",
        { Verdict: Verdict.Pending } => "no deadline stated",
        { Verdict: Verdict.NotTriggered } => null,

        // When what is disputed happened is part of the dispute, and stands with each side's words.
        { Verdict: Verdict.Disputed } => null,
        { Since: { } since, Until: { } until } => $"{Look.Time(since)} until {Look.Time(until)}",
        { Since: { } since } => $"since {Look.Time(since)}",
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
            [(_, var all)] => $"{all} instances",
            _ => string.Join(", ", told.Select(part => $"{part.Count} {Names.Of(part.verdict)}")),
        };
    }
}
