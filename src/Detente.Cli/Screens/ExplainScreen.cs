using Detente.Agreement.Model;
using Detente.Answers;
using Detente.Assessment;
using Detente.Cli.Input;
using Spectre.Console.Rendering;

namespace Detente.Cli.Screens;

/// <summary>The page of <c>detente explain</c>: the clause, then every finding that is asked for, down to its statements.</summary>
internal sealed class ExplainScreen(Judged judged, Clause clause, int width)
{
    private const int InstancesShown = 20;

    /// <summary>The page.</summary>
    /// <param name="explanations">One for each finding told in full.</param>
    /// <param name="others">Further instances, told in a line each.</param>
    public IEnumerable<IRenderable> Draw(IReadOnlyList<Explanation> explanations, IReadOnlyList<Finding> others)
    {
        foreach (var part in Head(explanations))
        {
            yield return part;
        }

        var story = new FindingStory(judged, width);
        foreach (var explanation in explanations)
        {
            yield return Page.Gap;
            foreach (var part in story.Draw(explanation))
            {
                yield return part;
            }
        }

        if (others.Count > 0)
        {
            yield return Page.Gap;
            foreach (var part in Others(others))
            {
                yield return part;
            }
        }
    }

    private IEnumerable<IRenderable> Head(IReadOnlyList<Explanation> explanations)
    {
        var text = ClauseText.Find(judged.Of.Text, clause.Id);
        yield return new Flow().Text(judged.Assessment.Agreement.Title, Look.Strong);
        yield return new Flow().Text(judged.Instants);
        yield return Page.Gap;

        var path = string.Join(" › ", clause.Article);
        var mark = clause.Evidence == Statements.Grade.Recalled ? $"  {Look.RecalledMark} rule recalled, not read in a text" : "";
        yield return new Flow(2).Whole(clause.Id, Look.Strong).Text($"  {path}{mark}");
        if (text is not null)
        {
            yield return new Flow().Text($"{text.File}:{text.Line}", Look.Quiet);
        }

        foreach (var line in text?.Words ?? explanations.FirstOrDefault()?.Words.Split('\n') ?? [])
        {
            var lead = line.Length - line.TrimStart().Length;
            yield return Page.Indented(4 + lead, new Flow(2).Text(line.Trim()));
        }
    }

    private IEnumerable<IRenderable> Others(IReadOnlyList<Finding> others)
    {
        yield return new Flow().Text("other instances", Look.Strong);
        foreach (var finding in others.OrderBy(finding => VerdictOrder.InLine(finding.Verdict)).Take(InstancesShown))
        {
            yield return Page.Indented(2, new Flow(6)
                .Text($"{finding.Party}  ")
                .Bearing(finding.Verdict, finding.Grade, finding.Late)
                .Text($"  {finding.Instance ?? "as a whole, or not seen"}  ")
                .Text(FindingWords.When(finding, judged.Assessment.At) ?? "", Look.Quiet));
        }

        var left = others.Count - InstancesShown;
        var more = left > 0 ? $"and {left} more; " : "";
        var name = others.FirstOrDefault(finding => finding.Instance is not null)?.Instance;
        if (name is not null)
        {
            yield return Page.Indented(2, new Flow().Text($"{more}one in full: --instance {Look.Quoted(name)}", Look.Quiet));
        }
    }
}
