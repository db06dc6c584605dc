using Detente.Answers;
using Detente.Assessment;
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
        && FindingWords.Details(line, judged.Assessment.At).SequenceEqual(FindingWords.Details(other, judged.Assessment.At))
        && SecondLine(line, judged) == SecondLine(other, judged);

    /// <summary>The verdict, how well it is established, and when.</summary>
    private static Flow FirstLine(Line line, long at)
    {
        var finding = line.Worst;
        var flow = new Flow(ReasonIndent).Bearing(finding.Verdict, finding.Grade, finding.Late);
        var details = FindingWords.Details(line, at).ToList();
        for (var i = 0; i < details.Count; i++)
        {
            flow.Text(i == 0 ? "  " : " · ", Look.Quiet).Whole(details[i], Look.Quiet);
        }

        return flow;
    }

    /// <summary>How many instances there are, and a binding that is out of the ordinary.</summary>
    private static string SecondLine(Line line, Judged judged) =>
        string.Join(" · ", new[] { FindingWords.Instances(line.Counts), judged.Usual.Unusual(line) }.OfType<string>());
}
