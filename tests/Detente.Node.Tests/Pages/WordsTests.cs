using System.Text;
using System.Text.RegularExpressions;

namespace Detente.Node.Tests.Pages;

/// <summary>Every string of the pages stands among the phrases, so that a second language is a second set of them.</summary>
public sealed partial class WordsTests
{
    private static readonly string Folder = Path.Combine(Tree.Root, "src", "Detente.Node", "Pages");

    [Fact]
    public void No_page_holds_words_of_its_own()
    {
        var pages = Directory.EnumerateFiles(Folder, "*.razor", SearchOption.AllDirectories).ToList();
        Assert.True(pages.Count > 10);
        var faults = pages.SelectMany(page => WordsIn(File.ReadAllText(page)).Select(word => $"{Path.GetFileName(page)}: {word}")).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData("<p>@Say.Board.All</p>", "")]
    [InlineData("<p>All of them</p>", "All of them")]
    [InlineData("<p>@Say.Board.More(Board.MoreDue) · @(x ? \"a\" : \"b\")</p>", "")]
    [InlineData("<p>@Say.Board.More(Board.MoreDue) more</p>", "more")]
    [InlineData("@if (a) {<b>@x.Y(z)</b>} else {<i>no</i>}", "no")]
    [InlineData("@foreach (var a in b)\n{\n  <li>@a</li>\n}", "")]
    [InlineData("<input aria-label=\"Search\">", "aria-label=\"Search\"")]
    [InlineData("<input aria-label=\"@Say.Time.At\">", "")]
    [InlineData("<p>a</p>\n@code {\n  string Words => \"b\";\n}", "a")]
    public void Words_in_markup_are_found(string markup, string words) => Assert.Equal(words, string.Join('|', WordsIn(markup)));

    /// <summary>Text between tags, and attributes that are read aloud, that do not come from an expression.</summary>
    private static IEnumerable<string> WordsIn(string razor)
    {
        var markup = Comment().Replace(razor.Split("\n@code {")[0], "");
        foreach (Match attribute in Spoken().Matches(markup))
        {
            yield return attribute.Value;
        }

        var text = Tag().Replace(WithoutCode(markup), "\n");
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Any(char.IsLetter)))
        {
            yield return line;
        }
    }

    // Expressions and statements of C#, by their first character and their brackets: as Razor itself reads them.
    private static string WithoutCode(string markup)
    {
        var rest = new StringBuilder();
        foreach (var line in markup.Split('\n'))
        {
            var trimmed = line.Trim();
            rest.Append(Statement().IsMatch(trimmed) && !Opening().IsMatch(trimmed) ? "" : WithoutExpressions(line)).Append('\n');
        }

        return rest.ToString();
    }

    private static string WithoutExpressions(string line)
    {
        var rest = new StringBuilder();
        for (var i = 0; i < line.Length;)
        {
            var isElse = line.AsSpan(i).StartsWith("else ") && (i == 0 || line[i - 1] is ' ' or '}');
            if (line[i] != '@' && !isElse)
            {
                rest.Append(line[i++]);
                continue;
            }

            i += isElse ? 4 : 1;
            while (i < line.Length && (char.IsLetterOrDigit(line[i]) || line[i] is '.' or '_' or '(' or '[' || (line[i] == ' ' && i + 1 < line.Length && line[i + 1] == '(')))
            {
                i = line[i] is '(' or '[' ? After(line, i) : i + 1;
            }
        }

        return rest.ToString().Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
    }

    private static int After(string line, int open)
    {
        var depth = 0;
        for (var i = open; i < line.Length; i++)
        {
            depth += line[i] is '(' or '[' ? 1 : line[i] is ')' or ']' ? -1 : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return line.Length;
    }

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("<[^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<[A-Za-z/]")]
    private static partial Regex Opening();

    [GeneratedRegex("\\b(aria-label|aria-description|title|placeholder|alt)=\"(?![^\"]*@)[^\"]*[A-Za-z][^\"]*\"")]
    private static partial Regex Spoken();

    [GeneratedRegex(@"^(@(if|foreach|for|switch|using|inject|inherits)\b|else\b|case\b|default:|break;|switch\b|foreach\b|if\b|var\b|[{}]+$)")]
    private static partial Regex Statement();
}
