using System.Reflection;
using System.Text.RegularExpressions;
using Detente.Diagnostics;
using Detente.Statements;
using Detente.Statements.Text;

namespace Detente.Tests.Statements;

/// <summary>docs/statements.md is one case: every example on it is read as it stands.</summary>
public sealed partial class StatementsPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(CaseDocument.Folder("bad"), "..", "..", "..", "..", "docs", "statements.md"));

    private static readonly ReadCase Example = ReadExample();

    [Fact]
    public void Every_example_is_read() => Assert.Equal("", string.Join('\n', Example.Diagnostics.Select(d => $"{d.Code} {string.Join('/', d.Path)} {d.Message}")));

    [Fact]
    public void Every_verb_has_an_example() =>
        Assert.Equal(Enum.GetValues<Verb>(), Example.Case!.Statements.Select(s => s.Verb).Distinct().Order());

    [Fact]
    public void Every_content_has_an_example() => Assert.Equal(
        typeof(Content).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Content))).Select(t => t.Name).Order(),
        Example.Case!.Statements.Select(s => s.Content.GetType().Name).Distinct().Order());

    [Fact]
    public void Every_code_stands_on_the_page() => Assert.All(
        typeof(CaseCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetValue(null)!),
        code => Assert.Contains($"| {code} |", Page, StringComparison.Ordinal));

    [Theory]
    [InlineData("Times", 0)]
    [InlineData("Amounts and quantities", 1)]
    public void Every_form_in_the_tables_is_read(string section, int isQuantity)
    {
        var table = Page.Split($"## {section}\n")[1].Trim().Split("\n\n")[0];
        var forms = Code().Matches(string.Join('\n', table.Split('\n').Skip(2).Select(row => row.Split('|')[1]))).Select(m => m.Groups[1].Value).ToList();
        Assert.True(forms.Count >= 8);
        foreach (var form in forms)
        {
            var refused = isQuantity == 0 ? TimeText.Read(form, out _)
                : form.StartsWith('[') && form[1..^1].Split(", ") is [var low, var high] ? MeasureText.ReadQuantity(low, high, out _)
                : MeasureText.ReadQuantity(form, out _);
            Assert.Null(refused);
        }
    }

    private static ReadCase ReadExample()
    {
        var blocks = Block().Matches(Page).Select(m => m.Groups[1].Value).ToList();
        return CaseReader.Read(new SourceText("case.yaml", blocks[0]), [new SourceText("statements.yaml", string.Concat(blocks.Skip(1)))]);
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
