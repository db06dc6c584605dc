using Detente.Agreement.Check;
using Detente.Agreement.Text;
using Detente.Diagnostics;
using Detente.Tests.House;

namespace Detente.Tests.Agreement.Check;

/// <summary>What the pages say of the language holds.</summary>
public class LanguagePageTests
{
    private const string FrontMatter = "---\nagreement: page\ntitle: The page\nparties: { A: Alba, B: Borea }\nsigned: 2030-01-15\nentry-into-force: 2030-02-01\n---\n";

    [Fact]
    public void Every_example_of_the_page_is_read_without_a_word()
    {
        var source = new SourceText("language.md", FrontMatter + Page("language.md"));
        var read = AgreementChecker.Read(source);
        Assert.Equal("", string.Concat(read.Diagnostics.Select(d => DiagnosticPrinter.Print(d, source))));
        var forms = read.Instrument!.Clauses.Select(clause => clause.Sentence.GetType()).ToHashSet();
        Assert.Equal(10, forms.Count);
    }

    [Fact]
    public void The_whole_agreement_of_the_page_is_one()
    {
        var lines = Page("language.md").Split('\n').SkipWhile(line => line != "````markdown").Skip(1).TakeWhile(line => line != "````");
        var read = AgreementChecker.Read(new SourceText("whole.md", string.Join('\n', lines)));
        Assert.Empty(read.Diagnostics);
        Assert.Equal(2, read.Instrument!.Clauses.Count);
    }

    [Fact]
    public void The_page_of_diagnostics_lists_every_code_with_its_meaning()
    {
        var listed = Page("diagnostics.md").Split('\n').Where(line => line.StartsWith("| A", StringComparison.Ordinal));
        Assert.Equal(
            AgreementCodes.All.Select(code => $"| {code.Code} | {(code.Severity == Severity.Error ? "error" : "warning")} | {code.Meaning} |"),
            listed);
    }

    [Fact]
    public void Codes_are_unique() => Assert.Equal(AgreementCodes.All.Count, AgreementCodes.All.Select(code => code.Code).Distinct().Count());

    private static string Page(string name) => File.ReadAllText(Path.Combine(Tree.Root, "docs", name));
}
