using Detente.Diagnostics;
using Detente.Statements.Text;

namespace Detente.Tests.Statements;

/// <summary>
/// A case in one file: statements, or two parts after the lines <c>### case.yaml</c> and <c>### statements.yaml</c>.
/// Each part keeps the line numbers of the whole file. Without a case part the usual one below is read.
/// </summary>
internal sealed class CaseDocument
{
    public const string UsualCase = """
        case: usual
        title: A case for tests
        agreement: agreement.md
        record: reconstruction
        sources:
          harahan: { title: "Harahan, On-Site Inspections under the INF Treaty", published: 1993-01-01 }
          undated: { title: A text without a day }
        """;

    private CaseDocument(SourceText @case, SourceText statements) => (Case, Statements) = (@case, statements);

    public SourceText Case { get; }

    public SourceText Statements { get; }

    public static CaseDocument Of(string text)
    {
        var lines = text.Split('\n');
        return lines.Contains("### case.yaml")
            ? new(new("case.yaml", Part(lines, "### case.yaml")), new("statements.yaml", Part(lines, "### statements.yaml")))
            : new(new("case.yaml", UsualCase), new("statements.yaml", text));
    }

    public ReadCase Read() => CaseReader.Read(Case, [Statements]);

    /// <summary>Everything that is wrong, as a person sees it.</summary>
    public string Print(ReadCase read) =>
        string.Join('\n', read.Diagnostics.Select(d => DiagnosticPrinter.Print(d, d.File == Case.File ? Case : Statements)));

    /// <summary>The folder of the documents, found from where the tests run.</summary>
    public static string Folder(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Detente.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside the solution's folder.");
        }

        return Path.Combine(folder, "tests", "Detente.Tests", "cases", name);
    }

    private static string Part(string[] lines, string head)
    {
        var isInside = false;
        var part = lines.Select(line =>
        {
            isInside = line.StartsWith("### ", StringComparison.Ordinal) ? line == head : isInside;
            return isInside ? line : "";
        });
        return string.Join('\n', part);
    }
}
