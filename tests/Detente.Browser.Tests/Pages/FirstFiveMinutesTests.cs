using System.Text.RegularExpressions;
using Detente.Browser.Tests.Harness;

namespace Detente.Browser.Tests.Pages;

/// <summary>docs/first-five-minutes.md is followed word for word, by a reader with scripts and by one without.</summary>
public sealed partial class FirstFiveMinutesTests(Harness.Browser browser, Board board)
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Tree.Root, "docs", "first-five-minutes.md"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Its_steps_lead_where_it_says(bool scripts)
    {
        await using var visit = await board.VisitAsync(browser, Look.LightWide, scripts);
        await visit.ToAsync("/");
        foreach (var (line, number) in Lines.Select((line, i) => (line, i + 1)).Where(item => item.line.StartsWith("- ", StringComparison.Ordinal)))
        {
            var step = Step().Match(line);
            Assert.True(step.Success, $"line {number} is no step that can be followed: {line}");
            try
            {
                await TakeAsync(visit.Page, step.Groups["do"].Value, step.Groups["what"].Value, step.Groups["where"].Value);
            }
            catch (Exception fault) when (fault is PlaywrightException or TimeoutException)
            {
                Assert.Fail($"line {number}: {line}\n{visit.Page.Url}\n{fault.Message}");
            }
        }

        visit.IsClean();
    }

    [Fact]
    public void It_begins_with_the_command_of_the_README()
    {
        Assert.Contains("    ./detente open", Lines);
        Assert.Contains("    ./detente open ", File.ReadAllText(Path.Combine(Tree.Root, "README.md")), StringComparison.Ordinal);
        Assert.InRange(Lines.Count(line => line.StartsWith("- ", StringComparison.Ordinal)), 15, 40);
    }

    private static async Task TakeAsync(IPage page, string @do, string what, string where)
    {
        switch (@do)
        {
            case "See":
                await Assertions.Expect(page.Locator("main")).ToContainTextAsync(what);
                break;
            case "Follow":
                await page.GetByRole(AriaRole.Link, new() { Name = what, Exact = true }).First.ClickAsync();
                break;
            case "Press":
                await page.GetByRole(AriaRole.Button, new() { Name = what, Exact = true }).Or(page.GetByRole(AriaRole.Link, new() { Name = what, Exact = true })).First.ClickAsync();
                break;
            default:
                await page.GetByRole(AriaRole.Textbox, new() { Name = where, Exact = true }).FillAsync(what);
                break;
        }
    }

    [GeneratedRegex("^- (?<do>See|Follow|Press|Write) “(?<what>[^”]+)”(?: in “(?<where>[^”]+)”)?$")]
    private static partial Regex Step();
}
