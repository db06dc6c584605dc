using System.Text.RegularExpressions;

namespace Detente.Tests.House;

/// <summary>Neutral words only: a finding says what was and was not kept, reported and notified. It calls no one names.</summary>
public partial class WordingTests
{
    private static readonly string[] Places = ["src", "docs", "agreements", "cases", "README.md"];

    [Fact]
    public void No_page_and_no_source_judges_in_charged_words()
        => Faults.None(Places.SelectMany(Files).SelectMany(file => Charges(Path.GetRelativePath(Tree.Root, file), File.ReadAllText(file))));

    [Theory]
    [InlineData("SU violated II.1", "violat")]
    [InlineData("a Violation of the treaty", "Violat")]
    [InlineData("they CHEATED", "CHEAT")]
    [InlineData("the aggressor state", "aggressor")]
    [InlineData("found guilty", "guilty")]
    [InlineData("bool IsViolated;", "Violat")]
    [InlineData("see https://example.org/report, a violation", "violat")]
    public void A_charged_word_is_found(string line, string word)
        => Assert.Equal([$"page.md:2: '{word}' in: {line}"], Charges("page.md", $"first\n{line}\n"));

    [Theory]
    [InlineData("reported by US; not notified; not kept")]
    [InlineData("source: https://example.org/2014-inf-violation.pdf")]
    [InlineData("[report](https://example.org/noncompliance/violations)")]
    public void Neutral_words_and_addresses_pass(string line) => Assert.Empty(Charges("page.md", line));

    private static IEnumerable<string> Charges(string name, string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            yield break; // not text
        }

        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            foreach (var word in Charged().Matches(Address().Replace(line, "")).Select(match => match.Value))
            {
                yield return $"{name}:{i + 1}: '{word}' in: {line}";
            }
        }
    }

    private static IEnumerable<string> Files(string place)
    {
        var path = Path.Combine(Tree.Root, place);
        return File.Exists(path) ? [path]
            : Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];
    }

    [GeneratedRegex("violat|cheat|aggressor|guilty", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charged();

    /// <summary>A source keeps its own title inside its address.</summary>
    [GeneratedRegex(@"https?://\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
