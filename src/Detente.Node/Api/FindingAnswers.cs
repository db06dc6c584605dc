using System.Globalization;
using Detente.Agreement.Model;
using Detente.Answers;
using Detente.Assessment;
using Detente.Diagnostics;
using Detente.Node.Http;
using Microsoft.AspNetCore.Http;

namespace Detente.Node.Api;

/// <summary>Findings, some at a time, and why they are what they are.</summary>
internal static class FindingAnswers
{
    private static readonly string[] Columns =
        ["clause", "party", "instance", "verdict", "late", "binds", "basis", "grade", "since", "until", "due", "left", "reason", "cites"];

    /// <summary>A page of findings: docs/schema/findings.schema.json.</summary>
    public static Answer Page(Asked asked) => asked.Selected(selection =>
    {
        var (total, findings) = Of(asked, selection);
        return Document.Of(asked, json =>
        {
            json.Objects("findings", findings, finding => FindingJson.Members(json, finding, Prose.Of(asked.Case.Explain(finding, asked.View))));
            asked.Paging.Members(json, total, asked.Address);
        }) with { Link = asked.Paging.Link(total, asked.Address) };
    });

    /// <summary>The same as a table.</summary>
    public static Answer Table(Asked asked) => asked.Selected(selection =>
    {
        var (total, findings) = Of(asked, selection);
        return Csv.Of($"{asked.Case.Name}-findings.csv", Columns, findings.Select(finding => (IReadOnlyList<string?>)
        [
            finding.Clause, finding.Party, finding.Instance, Names.Of(finding.Verdict), finding.Late ? "yes" : "no", Names.Of(finding.Binds.State),
            finding.Basis is { } basis ? Names.Of(basis) : null, finding.Grade is { } grade ? Names.Of(grade) : null,
            Document.Instant(finding.Since), Document.Instant(finding.Until), Document.Instant(finding.Due), finding.Left?.ToString(CultureInfo.InvariantCulture),
            asked.Case.Explain(finding, asked.View).OneLine, string.Join(' ', finding.Cites),
        ])) with { Link = asked.Paging.Link(total, asked.Address) };
    });

    /// <summary>What <c>detente explain --format json</c> prints: docs/schema/explanation.schema.json.</summary>
    public static Answer Explanations(Asked asked) => asked.OfOneClause((selection, clause) => Explained(asked, clause!, selection));

    private static Answer Explained(Asked asked, Clause clause, Selection selection)
    {
        var (of, view) = (asked.Case, asked.View);
        var lines = of.LinesAt(view).Lines.Where(line => selection.Holds(line.Clause.Id, line.Party)).ToList();
        var findings = asked.Text(Parameters.Instance) is { } instance
            ? lines.Select(line => of.Find(clause.Id, line.Party, instance, view)).OfType<Finding>().ToList()
            : [.. lines.Select(line => line.Worst)];
        if (findings.Count == 0 && asked.Text(Parameters.Instance) is { } missing)
        {
            return Problem.Of(StatusCodes.Status404NotFound, Codes.NoInstance, $"{clause.Id} has no instance '{missing}' here{Meant.Or(missing, Instances(asked, lines), "; without instance each party's own is told")}");
        }

        return Document.Printed(json => ExplanationJson.Write(
            json, of.Agreement.Id, (view.At, view.Known), clause, ClauseText.Find(of.Of.Text, clause.Id), of.Record, of.Statement, [.. findings.Select(finding => of.Explain(finding, view))]));
    }

    // What was probably meant is looked for among the first: of a million names another is close to anything.
    private static IEnumerable<string> Instances(Asked asked, IEnumerable<Line> lines) =>
        lines.SelectMany(line => asked.Case.Findings(line.Clause.Id, line.Party, asked.View, 0, Parameters.MostSize).Findings).Select(finding => finding.Instance).OfType<string>();

    /// <summary>Those of the page. How many each line has is known without naming them, so only lines that reach into the page are asked for theirs.</summary>
    private static (int Total, IReadOnlyList<Finding> Findings) Of(Asked asked, Selection selection)
    {
        var (verdict, paging) = (asked.Value(Parameters.Verdict), asked.Paging);
        var (total, page) = (0, new List<Finding>());
        foreach (var line in asked.Case.LinesAt(asked.View).Lines.Where(line => selection.Holds(line.Clause.Id, line.Party)))
        {
            var own = verdict is { } one ? line.Counts.GetValueOrDefault(one) : line.Counts.Values.Sum();
            var skip = Math.Max(0, paging.Skip - total);
            if (skip < own && page.Count < paging.Size)
            {
                page.AddRange(asked.Case.Findings(line.Clause.Id, line.Party, asked.View, skip, paging.Size - page.Count, verdict).Findings);
            }

            total += own;
        }

        return (total, page);
    }
}
