using Detente.Agreement.Model;
using Detente.Answers;
using Detente.Assessment;
using Detente.Statements;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Detente.Cli.Screens;

/// <summary>One finding in full: the verdict, each side's account, the statements, what would settle it.</summary>
internal sealed class FindingStory(Judged judged, int width)
{
    /// <summary>From here on two accounts stand next to each other.</summary>
    private const int WideFrom = 96;

    private readonly Dictionary<string, Statement> _statements = judged.Of.Record.Statements.GroupBy(statement => statement.Id).ToDictionary(group => group.Key, group => group.First());

    private readonly StatementLines _lines = new(judged.Assessment.Agreement, judged.Of.Record);

    /// <summary>The finding's part of the page.</summary>
    public IEnumerable<IRenderable> Draw(Explanation explanation)
    {
        var finding = explanation.Finding;
        yield return new Flow(2).Text(NameOf(finding.Party), Look.Heading).Text(finding.Instance is null ? "" : $"  {finding.Instance}");
        yield return VerdictLine(finding);
        if ((judged.Lines.FirstOrDefault(line => ReferenceEquals(line.Worst, finding))?.Reason ?? explanation.OneLine) is { Length: > 0 } reason)
        {
            yield return Page.Indented(2, new Flow().Text(reason));
        }

        yield return Page.Gap;
        yield return Accounts(explanation);
        foreach (var part in Cited(explanation).Concat(AlsoReported(explanation)).Concat(Settlement(explanation)))
        {
            yield return part;
        }
    }

    private Flow VerdictLine(Finding finding)
    {
        var flow = new Flow(2).Bearing(finding.Verdict, finding.Grade, finding.Late);
        string?[] details =
        [
            finding.Basis is { } basis ? Names.Of(basis) : null,
            FindingWords.When(finding, judged.Assessment.At),
            finding.Left is { } left ? $"{left} left" : null,
            finding.Binds.State == BindingState.InForce ? null : FindingWords.State(finding.Binds),
            finding.Grade == Grade.Recalled ? "rests on something recalled, not read" : null,
        ];
        foreach (var detail in details.OfType<string>())
        {
            flow.Text("  ").Whole(detail);
        }

        return flow;
    }

    private IRenderable Accounts(Explanation explanation)
    {
        var told = explanation.Accounts.Select(Account).ToList();
        return width >= WideFrom && told.Count == 2
            ? Page.Beside(((width - 2) / 2, told[0]), ((width - 2) / 2, told[1]))
            : new Rows(told.SelectMany((account, i) => i == 0 ? new IRenderable[] { account } : [Page.Gap, account]));
    }

    private static Tree Account(AccountReason account)
    {
        var tree = new Tree(Line(account.Reason)) { Style = Look.Quiet };
        Grow(tree, account.Reason.Children);
        return tree;
    }

    private static void Grow(IHasTreeNodes node, IReadOnlyList<Reason> children)
    {
        foreach (var child in children)
        {
            Grow(node.AddNode(Line(child)), child.Children);
        }
    }

    private static Flow Line(Reason reason)
    {
        var flow = new Flow();
        if (reason.Verdict is { } verdict)
        {
            // The word is not said twice.
            _ = reason.Text.Contains(Names.Of(verdict), StringComparison.Ordinal)
                ? flow.Whole(Names.Shape(verdict), Look.Colour(verdict)).Text(" ")
                : flow.Bearing(verdict).Text("  ");
        }

        flow.Text(reason.Text);
        return reason.Statement is { } id && !reason.Text.Contains(id, StringComparison.Ordinal) ? flow.Text(" ").Whole($"[{id}]", Look.Quiet) : flow;
    }

    private IEnumerable<IRenderable> Cited(Explanation explanation)
    {
        var cited = explanation.Finding.Cites.Where(_statements.ContainsKey).Select(id => _statements[id]).ToList();
        return Listed("statements it rests on", cited);
    }

    private IEnumerable<IRenderable> AlsoReported(Explanation explanation) => Listed("also reported by others, listed and not judged", explanation.AlsoReportedBy);

    private IEnumerable<IRenderable> Listed(string title, IReadOnlyList<Statement> statements)
    {
        if (statements.Count == 0)
        {
            yield break;
        }

        yield return Page.Gap;
        yield return new Flow().Text(title, Look.Strong);
        var id = statements.Max(statement => statement.Id.Length);
        foreach (var statement in statements)
        {
            yield return Page.Indented(2, Page.Beside((id, new Flow().Whole(statement.Id)), (width - id - 4, Described(statement))));
        }
    }

    private Flow Described(Statement statement)
    {
        var joint = statement.JointWith.Count == 0 ? "" : $" with {string.Join(" and ", statement.JointWith.Select(NameOf))}";
        var flow = new Flow().Text($"{NameOf(statement.Author)}{joint} {Names.Of(statement.Verb).Replace('-', ' ')}");
        flow.Text(", ").Whole($"made {statement.Made}").Text(statement.Received == statement.Made ? "" : $", received {statement.Received}");
        if (statement.Source is { } source)
        {
            var known = judged.Of.Record.Sources.GetValueOrDefault(source);
            flow.Text($"; source {known?.Title ?? source}{(known?.Url is null ? "" : $", {known.Url}")}", Look.Quiet);
        }

        if (statement.Grade is { } grade)
        {
            flow.Text($" ({Names.Of(grade)})", grade == Grade.Recalled ? Look.Strong : Look.Quiet);
        }

        return statement.Note is null ? flow : flow.Text($"; {statement.Note}", Look.Quiet);
    }

    private static IEnumerable<IRenderable> Settlement(Explanation explanation)
    {
        if (explanation.Settlement.Count == 0)
        {
            yield break;
        }

        yield return Page.Gap;
        yield return new Flow().Text("what would settle it", Look.Strong);
        foreach (var line in explanation.Settlement)
        {
            yield return Page.Indented(2, new Flow(2).Text(line));
        }
    }

    private string NameOf(string code) => _lines.NameOf(code);
}
