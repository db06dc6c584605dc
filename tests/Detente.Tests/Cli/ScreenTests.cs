using Detente.Answers;
using Detente.Assessment;
using Detente.Cli.Screens;

namespace Detente.Tests.Cli;

/// <summary>The pages as they are read. Each golden file was looked at.</summary>
public class ScreenTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(120)]
    [InlineData(160)]
    public void The_table(int width) => Golden.Matches($"assess-{width}.txt", Table(Sample.AtTheEnd, width));

    [Fact]
    public void Deadlines_ahead() => Golden.Matches("assess-begin-120.txt", Table(Sample.InTheBeginning, 120));

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Why(int width) => Golden.Matches($"explain-{width}.txt", Explained(width));

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(120)]
    [InlineData(137)]
    [InlineData(160)]
    public void No_line_is_wider_than_the_terminal_or_ends_in_spaces(int width)
    {
        foreach (var line in (Table(Sample.AtTheEnd, width) + Table(Sample.InTheBeginning, width) + Explained(width)).Split('\n'))
        {
            Assert.True(line.Length <= width, line);
            Assert.Equal(line.TrimEnd(), line);
        }
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void Nothing_is_cut(int width)
    {
        var words = Table(Sample.AtTheEnd, width).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        Assert.All(Sample.AtTheEnd.Lines.SelectMany(line => line.Reason.Split(' ')), word => Assert.Contains(word, words));
    }

    [Fact]
    public void Colour_adds_nothing_but_colour()
    {
        var plain = Table(Sample.AtTheEnd, 120);
        var coloured = Page.Draw(AssessmentScreen.Draw(Judge(Sample.AtTheEnd), 120), 120, colour: true);
        Assert.Contains('\e', coloured);
        Assert.Equal(plain, string.Join('\n', System.Text.RegularExpressions.Regex.Replace(coloured, "\e\\[[0-9;]*m", "").Split('\n').Select(line => line.TrimEnd())));
    }

    internal static Judged Judge(Assessment.Assessment assessment) => new(Sample.Case, assessment, Selection.All);

    private static string Table(Assessment.Assessment assessment, int width) =>
        Page.Draw(AssessmentScreen.Draw(Judge(assessment), width), width, colour: false);

    private static string Explained(int width)
    {
        var clause = Sample.Agreement.Clauses.First(clause => clause.Id == "VI.1.test");
        var findings = Sample.AtTheEnd.Findings.Where(finding => finding.Clause == clause.Id).ToList();
        return Page.Draw(new ExplainScreen(Judge(Sample.AtTheEnd), clause, width).Draw([Sample.Explain(findings[1])], [findings[0]]), width, colour: false);
    }
}
