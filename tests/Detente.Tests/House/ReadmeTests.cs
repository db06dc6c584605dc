using System.Text.RegularExpressions;

namespace Detente.Tests.House;

/// <summary>What the README shows is what the tree holds.</summary>
public class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Tree.Root, "README.md"));

    [Fact]
    public void Its_example_is_the_bundled_moratorium()
    {
        var example = Regex.Match(Readme, "````markdown\n(.*?)````", RegexOptions.Singleline).Groups[1].Value;
        Assert.Equal(File.ReadAllText(Path.Combine(Tree.Root, "agreements/minimal/moratorium.md")), example);
    }

    [Fact]
    public void Its_links_lead_somewhere()
    {
        var links = Regex.Matches(Readme, @"\]\((?!http)([^)#]+)\)").Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(links);
        Assert.DoesNotContain(links, link => !File.Exists(Path.Combine(Tree.Root, link)));
    }
}
