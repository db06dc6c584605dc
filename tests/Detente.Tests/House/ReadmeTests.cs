using System.Text.RegularExpressions;
using Detente.Tests.Cli;

namespace Detente.Tests.House;

/// <summary>What the README shows is what the tree holds.</summary>
public class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Tree.Root, "README.md"));

    [Fact]
    public void Its_example_is_a_bundled_agreement()
    {
        var example = Regex.Match(Readme, "````markdown\n(.*?)````", RegexOptions.Singleline).Groups[1].Value;
        Assert.Equal(File.ReadAllText(Path.Combine(Tree.Root, "agreements/minimal/testing-pause.md")), example);
    }

    [Fact]
    public void What_it_shows_of_the_example_is_what_is_told()
    {
        var told = Shell.RunAt(110, ["assess", Path.Combine(Tree.Root, "cases/minimal/testing-pause"), "--at", "2031-10-15"]).Out.Split('\n');
        var shown = Regex.Match(Readme, "--at 2031-10-15\n\n(.*?)\n\n", RegexOptions.Singleline).Groups[1].Value.Split('\n').Select(line => line[4..]).ToList();
        Assert.True(shown.Count > 10);
        Assert.Equal(shown, told.Where(shown.Contains));
    }

    [Fact]
    public void What_it_shows_of_reach_is_what_is_told()
    {
        var told = Shell.RunAt(120, ["reach", "--of", "RUS", "--onto", "POL", "--range", "500"]).Out.Split('\n');
        var shown = Regex.Match(Readme, "--range 500\n\n(.*?)\n\nNo buffer", RegexOptions.Singleline).Groups[1].Value.Split('\n').Where(line => line.Length > 0).Select(line => line[4..]).ToList();
        Assert.Equal(5, shown.Count);
        Assert.Equal(shown, told.Where(shown.Contains));
    }

    [Fact]
    public void Its_links_lead_somewhere()
    {
        var links = Regex.Matches(Readme, @"\]\((?!http)([^)#]+)\)").Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(links);
        Assert.DoesNotContain(links, link => !File.Exists(Path.Combine(Tree.Root, link)));
    }
}
