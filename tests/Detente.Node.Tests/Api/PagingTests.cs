using System.Text.Json;
using System.Text.RegularExpressions;

namespace Detente.Node.Tests.Api;

/// <summary>Long lists come in pages, and who follows the links has read all of it.</summary>
[Collection(nameof(SharedBoard))]
public sealed partial class PagingTests(SharedBoard shared)
{
    private const string Inf = $"/api/cases/{SharedBoard.Inf}";

    [Theory]
    [InlineData("", "")]
    [InlineData("at=1990-01-01", "verdict=pending")]
    [InlineData("party=US&clause=IV", "")]
    [InlineData("", "verdict=kept")]
    public async Task Findings_in_pages_are_those_of_the_assessment(string which, string verdict)
    {
        using var assessment = JsonDocument.Parse(await shared.Board.Text($"{Inf}/assessment?{which}"));
        var expected = assessment.RootElement.GetProperty("findings").EnumerateArray()
            .Where(finding => verdict.Length == 0 || verdict == $"verdict={finding.GetProperty("verdict").GetString()}").Select(finding => finding.GetRawText()).ToList();

        var walked = await Walk($"{Inf}/findings?{which}&{verdict}&size=97", "findings");

        Assert.True(walked.Total == expected.Count && expected.Count > 0, $"{walked.Total} of {expected.Count}");
        Assert.Equal(expected, walked.Items);
    }

    [Theory]
    [InlineData("order=record")]
    [InlineData("order=newest&author=SU")]
    [InlineData("q=elimination&verb=reports&grade=read")]
    public async Task Statements_in_pages_are_all_of_them(string query)
    {
        using var whole = JsonDocument.Parse(await shared.Board.Text($"{Inf}/statements?{query}&size=500"));
        var expected = whole.RootElement.GetProperty("statements").EnumerateArray().Select(statement => statement.GetRawText()).ToList();

        var walked = await Walk($"{Inf}/statements?{query}&size=7", "statements");

        Assert.True(expected.Count > 7);
        Assert.Equal((expected.Count, expected.Count), (walked.Total, whole.RootElement.GetProperty("total").GetInt32()));
        Assert.Equal(expected, walked.Items);
    }

    [Fact]
    public async Task The_header_says_what_the_body_says()
    {
        using var response = await shared.Board.Get($"{Inf}/statements?size=10&page=2");
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var header = LinkForm().Matches(Assert.Single(response.Headers.GetValues("Link"))).ToDictionary(match => match.Groups[2].Value, match => match.Groups[1].Value);
        Assert.Equal(body.RootElement.GetProperty("links").EnumerateObject().ToDictionary(link => link.Name, link => link.Value.GetString()!), header);
        Assert.Equal(["first", "last", "next", "prev"], header.Keys.Order());
    }

    [Fact]
    public async Task The_ends_have_no_link_beyond_them()
    {
        using var first = JsonDocument.Parse(await shared.Board.Text($"{Inf}/statements?size=500"));
        using var beyond = JsonDocument.Parse(await shared.Board.Text($"{Inf}/statements?size=500&page=1000000"));

        Assert.Equal(JsonValueKind.Null, first.RootElement.GetProperty("links").GetProperty("prev").ValueKind);
        Assert.Equal(JsonValueKind.Null, first.RootElement.GetProperty("links").GetProperty("next").ValueKind);
        Assert.Empty(beyond.RootElement.GetProperty("statements").EnumerateArray());
        Assert.EndsWith("page=1", beyond.RootElement.GetProperty("links").GetProperty("prev").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("at=2031-10-15T09:00Z", "at=2031-10-15T09%3A00Z&size=2&page=2")]
    [InlineData("at=2031-10-15T00:00Z", "at=2031-10-15T00%3A00Z&size=2&page=2")]
    [InlineData("at=2031-10-15&known=2031-09-01T12:00:30Z", "at=2031-10-15&known=2031-09-01T12%3A00%3A30Z&size=2&page=2")]
    [InlineData("", "at=2031-10-15T12%3A00Z&size=2&page=2")]
    public async Task Links_hold_the_instants_fast(string asked, string next)
    {
        using var page = JsonDocument.Parse(await shared.Board.Text($"/api/cases/{SharedBoard.Pause}/statements?{asked}&size=2"));

        Assert.Equal($"/api/cases/{SharedBoard.Pause}/statements?{next}", page.RootElement.GetProperty("links").GetProperty("next").GetString());
    }

    private async Task<(int Total, IReadOnlyList<string> Items)> Walk(string path, string member)
    {
        var (items, total) = (new List<string>(), 0);
        for (var next = path; next is not null;)
        {
            using var page = JsonDocument.Parse(await shared.Board.Text(next));
            items.AddRange(page.RootElement.GetProperty(member).EnumerateArray().Select(item => item.GetRawText()));
            (next, total) = (page.RootElement.GetProperty("links").GetProperty("next").GetString()!, page.RootElement.GetProperty("total").GetInt32());
        }

        return (total, items);
    }

    [GeneratedRegex("<([^>]*)>; rel=\"([a-z]+)\"")]
    private static partial Regex LinkForm();
}
