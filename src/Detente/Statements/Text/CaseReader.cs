using Detente.Diagnostics;

namespace Detente.Statements.Text;

/// <summary>
/// Reads a case: case.yaml and its files of statements, in the format of docs/statements.md. It opens no file, knows
/// no agreement (names are held against the agreement by the assessment), and never throws on what a person wrote.
/// </summary>
public static class CaseReader
{
    /// <summary>The files of statements that the case names, relative to its folder, for the caller to load. Errors are reported by <see cref="Read"/>.</summary>
    public static IReadOnlyList<string> StatementFilesOf(SourceText caseYaml) => CaseFileReader.StatementFiles(new Report(caseYaml));

    /// <summary>Reads everything that can be understood, and reports everything that cannot.</summary>
    public static ReadCase Read(SourceText caseYaml, IReadOnlyList<SourceText> statementFiles)
    {
        var caseReport = new Report(caseYaml);
        var head = CaseFileReader.Read(caseReport);
        var reports = new List<Report> { caseReport };
        var drafts = new List<Draft>();
        var isComplete = true;
        foreach (var file in statementFiles)
        {
            var report = new Report(file);
            reports.Add(report);
            var reader = new StatementReader(head ?? new CaseHead(), report);
            foreach (var node in YamlText.ItemsOf(report, () => isComplete = false))
            {
                var read = reader.Read(node);
                report.EndEntry(node.Span, read?.Path);
                if (read is { } draft)
                {
                    drafts.Add(draft);
                }
                else
                {
                    isComplete = false;
                }
            }
        }

        var kept = new LogChecks(drafts, isComplete).Run();
        ReferenceChecks.Run(kept, isComplete);
        return new ReadCase(
            head?.With(InRecordOrder(kept)),
            [.. reports.SelectMany(InFileOrder)],
            kept.ToDictionary(d => d.Id, d => new StatementPlace(d.Report.Source.File, d.Span)));
    }

    private static List<Statement> InRecordOrder(IEnumerable<Draft> drafts)
    {
        var statements = drafts.Select(d => d.ToStatement()).OfType<Statement>().ToList();
        statements.Sort(Statement.InRecordOrder);
        return statements;
    }

    // An entry that was parsed twice on the way past a syntax error reports what is wrong in it twice.
    private static IEnumerable<Diagnostic> InFileOrder(Report report) => report.Diagnostics
        .DistinctBy(d => (d.Code, d.Span, d.Message))
        .OrderBy(d => d.Span.Start);
}
