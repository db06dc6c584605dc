using System.Text.RegularExpressions;

namespace Detente.Record.Tests;

/// <summary>docs/record.md names every rule that bytes are refused by, so that a name in a message can be looked up.</summary>
public partial class RecordPageTests
{
    [Fact]
    public void Every_rule_that_is_named_in_the_sources_stands_on_the_page()
    {
        var documented = Documented();
        var named = Sources().SelectMany(source => Named().Matches(source).Select(match => match.Groups[1].Value)).ToHashSet();
        Assert.True(named.Count > 100);
        Assert.Empty(named.Except(documented).Order());
    }

    [Fact]
    public void Every_rule_on_the_page_stands_in_the_sources()
    {
        var sources = string.Join('\n', Sources());
        var unknown = Documented().Where(rule => !sources.Contains($"\"{rule}", StringComparison.Ordinal)
            && !sources.Contains($"\"{rule[(rule.IndexOf('/') + 1)..]}\"", StringComparison.Ordinal)
            && !Derived().IsMatch(rule));
        Assert.Empty(unknown);
    }

    private static HashSet<string> Documented()
    {
        var page = File.ReadAllText(Path.Combine(Tree.Root, "docs", "record.md"));
        var table = page[page.IndexOf("| format | rules", StringComparison.Ordinal)..page.IndexOf("## Measured", StringComparison.Ordinal)];
        return [.. Row().Matches(table).SelectMany(row => Code().Matches(row.Groups[2].Value).Select(rule => $"{row.Groups[1].Value}/{rule.Groups[1].Value}"))];
    }

    private static IEnumerable<string> Sources()
        => new[] { "Detente.Record", "Detente.Node" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Tree.Root, "src", project), "*.cs", SearchOption.AllDirectories)).Select(File.ReadAllText);

    [GeneratedRegex("Rejection\\(\"([a-z0-9-]+/[a-z0-9-]+)\"")]
    private static partial Regex Named();

    [GeneratedRegex("^\\| ([a-z0-9-]+) \\| (.*) \\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([a-z0-9-]+)`")]
    private static partial Regex Code();

    /// <summary>Put together from a name and what is wrong with a hash.</summary>
    [GeneratedRegex("-(base64|length)$")]
    private static partial Regex Derived();
}
