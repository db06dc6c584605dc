using System.Text.RegularExpressions;
using Detente.Node.Api;
using Detente.Node.Views;

namespace Detente.Node.Tests.Api;

/// <summary>docs/api.md shows what is answered, word for word.</summary>
[Collection(nameof(SharedBoard))]
public sealed partial class ApiPageTests(SharedBoard shared)
{
    private const string LeftOut = "…";
    private static readonly string Page = File.ReadAllText(Path.Combine(Tree.Root, "docs/api.md"));

    /// <summary>Each call of the page, and the piece of its answer.</summary>
    public static readonly TheoryData<string, string> Examples = [.. Example().Matches(Page).Select(match => (match.Groups[1].Value, match.Groups[2].Value))];

    [Fact]
    public void There_are_examples()
    {
        Assert.True(Examples.Count >= 10);
        Assert.Equal(Regex.Count(Page, "^    GET ", RegexOptions.Multiline), Examples.Count);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_is_what_is_answered(string path, string piece)
    {
        using var response = await shared.Board.Get(path);
        var answer = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        var at = 0;
        foreach (var part in Parts(piece))
        {
            var found = answer.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{path} does not answer, after character {at}:\n{part}");
            at = found + part.Length;
        }
    }

    [Fact]
    public void Every_address_and_parameter_is_on_the_page()
    {
        foreach (var operation in Operations.All)
        {
            var path = operation.Path.Replace("/cases/{case}/", "…/", StringComparison.Ordinal);
            Assert.True(Page.Contains($"`{path}`", StringComparison.Ordinal) || Page.Contains($"`/api{path}`", StringComparison.Ordinal) || Page.Contains($"`{path[2..]}`", StringComparison.Ordinal), $"{operation.Path} is not on the page");
            Assert.All(operation.Parameters, parameter => Assert.Contains($"`{parameter.Name}`", Page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Numbers_of_the_page_are_those_of_the_program()
    {
        Assert.Contains($"{Parameters.UsualSize} unless said, at most {Parameters.MostSize} (in CSV {Number(Parameters.MostRows)} both)", Page, StringComparison.Ordinal);
        Assert.Contains($"at most {Number(StatementSearch.MostRead)} statements", Page.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains($"first {DueDate.MostOfLine} pending instances", Page, StringComparison.Ordinal);
        Assert.Contains($"up to {Number(LineAnswers.MostStatements)} statements known", Page, StringComparison.Ordinal);
        Assert.Contains($"up to {Number(CaseTimeline.MostStatements)} statements in the record", Page, StringComparison.Ordinal);

        static string Number(int number) => number.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Its_links_lead_somewhere()
        => Assert.DoesNotContain(Regex.Matches(Page, @"\]\((?!http)([^)#]+)").Select(match => match.Groups[1].Value), link => !File.Exists(Path.Combine(Tree.Root, "docs", link)));

    // Lines that follow one another on the page follow one another in the answer.
    private static IEnumerable<string> Parts(string piece) => Regex.Split(piece, $"^ *{LeftOut}\n", RegexOptions.Multiline).Where(part => part.Length > 0);

    [GeneratedRegex("^    GET (\\S+)\n\n```\\w+\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
