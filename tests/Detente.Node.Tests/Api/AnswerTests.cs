using System.Text.Json;
using Detente.Node.Api;

namespace Detente.Node.Tests.Api;

/// <summary>The API answers what the command line prints, and what its schemas say.</summary>
[Collection(nameof(SharedBoard))]
public sealed class AnswerTests(SharedBoard shared)
{
    private const string Inf = $"/api/cases/{SharedBoard.Inf}", Pause = $"/api/cases/{SharedBoard.Pause}";
    private static readonly string InfFolder = Path.Combine(Tree.Root, "cases/inf-1987"), PauseFolder = Path.Combine(Tree.Root, "cases/minimal/testing-pause");

    [Theory]
    [InlineData("")]
    [InlineData("at=1988-09-15")]
    [InlineData("at=1991-06-01&known=1990-01-01")]
    [InlineData("at=2019-08-01T12:00Z&party=US&clause=VI")]
    public async Task An_assessment_is_what_assess_prints(string query)
    {
        Assert.Equal(Told.ByCommand(["assess", InfFolder, .. Options(query)]), await shared.Board.Text($"{Inf}/assessment?{query}"));
    }

    [Theory]
    [InlineData("VI.1.test", "")]
    [InlineData("VI.1.test", "party=SU&instance=9m729-flight-tests")]
    [InlineData("IX.4", "at=1988-09-15&party=US")]
    public async Task Explanations_are_what_explain_prints(string clause, string query)
    {
        Assert.Equal(Told.ByCommand(["explain", InfFolder, clause, .. Options(query)]), await shared.Board.Text($"{Inf}/explanations?clause={clause}&{query}"));
    }

    [Theory]
    [InlineData("from=1988-09-15&at=1991-06-01", "--at 1988-09-15 --at 1991-06-01")]
    [InlineData("from=1988-09-15&at=1991-06-01&known=2019-08-02", "--at 1988-09-15 --at 1991-06-01 --known 2019-08-02")]
    [InlineData("fromKnown=1991-06-01&at=1990-01-01&known=2019-08-02", "--at 1990-01-01 --known 1991-06-01 --known 2019-08-02")]
    [InlineData("from=1988-09-15&fromKnown=1989-01-01&at=1991-06-01&known=1992-01-01&party=SU", "--at 1988-09-15 --at 1991-06-01 --known 1989-01-01 --known 1992-01-01 --party SU")]
    public async Task Changes_are_what_diff_prints(string query, string options)
    {
        Assert.Equal(Told.ByCommand(["diff", InfFolder, .. options.Split(' ')]), await shared.Board.Text($"{Inf}/changes?{query}"));
    }

    [Theory]
    [InlineData("until=2031-10-15")]
    [InlineData("until=2031-06-03T09:00Z&party=VE")]
    [InlineData("until=2031-05-10&clause=II")]
    public async Task A_timeline_is_what_timeline_prints(string query)
    {
        Assert.Equal(Told.ByCommand(["timeline", PauseFolder, .. Options(query)]), await shared.Board.Text($"{Pause}/timeline?{query}"));
    }

    [Fact]
    public async Task Every_answer_is_what_its_schema_says()
    {
        foreach (var query in new[] { "", "at=1988-09-15", "at=0001-01-01", "at=8000-01-01", "at=1991-06-01&known=1989-01-01" })
        {
            foreach (var operation in Operations.All.Where(operation => operation.IsJson && !operation.Path.Contains("timeline", StringComparison.Ordinal)))
            {
                var more = operation.Path.Split('/')[^1] switch { "explanations" => "clause=VI.1.test", "changes" => "from=1989-01-01", _ => "" };
                var asked = operation.Parameters.Contains(Parameters.At) ? query : "";
                var path = operation.Path.Replace("{case}", SharedBoard.Inf, StringComparison.Ordinal).Replace("{id}", "SU-0066", StringComparison.Ordinal);
                var answer = await shared.Board.Text($"/api{path}?{asked}&{more}");
                Assert.True(Told.Faults(operation.Body, answer) is [], $"{operation.Id}?{query}: {string.Join('\n', Told.Faults(operation.Body, answer).Take(3))}");
            }
        }

        Assert.Empty(Told.Faults("changes", await shared.Board.Text($"{Pause}/timeline")));
    }

    [Fact]
    public async Task A_schema_refuses_what_an_answer_does_not_have()
    {
        var lines = await shared.Board.Text($"{Inf}/lines");

        Assert.NotEmpty(Told.Faults("lines", lines.Replace("\"nextDue\"", "\"next\"", StringComparison.Ordinal)));
        Assert.NotEmpty(Told.Faults("lines", lines.Replace("\"in force\"", "\"forced\"", StringComparison.Ordinal).Replace("\"ended\"", "\"over\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("at=1988-09-15&party=SU")]
    public async Task Lines_are_those_of_the_assessment(string query)
    {
        using var assessment = JsonDocument.Parse(await shared.Board.Text($"{Inf}/assessment?{query}"));
        using var lines = JsonDocument.Parse(await shared.Board.Text($"{Inf}/lines?{query}"));

        foreach (var member in new[] { "agreement", "at", "known", "counts", "notes", "warnings" })
        {
            Assert.True(JsonElement.DeepEquals(assessment.RootElement.GetProperty(member), lines.RootElement.GetProperty(member)), member);
        }

        var expected = assessment.RootElement.GetProperty("lines").EnumerateArray().Select(line => line.ToString().ReplaceLineEndings("")).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Count, lines.RootElement.GetProperty("lines").GetArrayLength());
        Assert.All(assessment.RootElement.GetProperty("lines").EnumerateArray().Zip(lines.RootElement.GetProperty("lines").EnumerateArray()), pair =>
            Assert.All(pair.First.EnumerateObject(), member => Assert.True(JsonElement.DeepEquals(member.Value, pair.Second.GetProperty(member.Name)), member.Name)));
    }

    [Fact]
    public async Task Only_lines_that_bear_the_verdict_are_told()
    {
        using var lines = JsonDocument.Parse(await shared.Board.Text($"{Inf}/lines?verdict=disputed"));

        Assert.Equal(4, lines.RootElement.GetProperty("lines").GetArrayLength());
        Assert.All(lines.RootElement.GetProperty("lines").EnumerateArray(), line => Assert.Equal("disputed", line.GetProperty("verdict").GetString()));
        Assert.Equal(await shared.Board.Text($"{Inf}/lines?verdict=not-kept"), await shared.Board.Text($"{Inf}/lines?verdict=not%20kept"));
    }

    [Fact]
    public async Task What_falls_due_next_is_that_of_the_assessment_and_what_comes_after_follows()
    {
        using var assessment = JsonDocument.Parse(await shared.Board.Text($"{Inf}/assessment?at=1988-09-15"));
        using var due = JsonDocument.Parse(await shared.Board.Text($"{Inf}/due?at=1988-09-15"));

        var all = due.RootElement.GetProperty("due").EnumerateArray().Select(Identity).ToList();
        Assert.True(due.RootElement.GetProperty("isComplete").GetBoolean());
        Assert.Equal(all.Select(one => one.Due).Order(), all.Select(one => one.Due));
        Assert.Subset(all.ToHashSet(), assessment.RootElement.GetProperty("nextDue").EnumerateArray().Select(Identity).ToHashSet());
        var pending = assessment.RootElement.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("verdict").ValueEquals("pending") && finding.GetProperty("due").ValueKind == JsonValueKind.String);
        Assert.Equal(pending.Select(Identity).Where(one => string.CompareOrdinal(one.Due, "1988-09-16") > 0).ToHashSet(), all.ToHashSet());

        static (string Clause, string Party, string? Instance, string Due) Identity(JsonElement of) =>
            (of.GetProperty("clause").GetString()!, of.GetProperty("party").GetString()!, of.GetProperty("instance").GetString(), of.GetProperty("due").GetString()!);
    }

    [Fact]
    public async Task A_statement_tells_which_findings_rest_on_it()
    {
        using var assessment = JsonDocument.Parse(await shared.Board.Text($"{Inf}/assessment"));
        foreach (var id in new[] { "SU-0066", "US-0083", "US-0059" })
        {
            using var one = JsonDocument.Parse(await shared.Board.Text($"{Inf}/statements/{id}"));
            var expected = assessment.RootElement.GetProperty("findings").EnumerateArray()
                .Where(finding => finding.GetProperty("cites").EnumerateArray().Any(cited => cited.ValueEquals(id)))
                .Select(finding => (finding.GetProperty("clause").GetString(), finding.GetProperty("party").GetString(), finding.GetProperty("instance").GetString(), finding.GetProperty("verdict").GetString())).ToList();

            Assert.Equal(expected, one.RootElement.GetProperty("findings").EnumerateArray()
                .Select(finding => (finding.GetProperty("clause").GetString(), finding.GetProperty("party").GetString(), finding.GetProperty("instance").GetString(), finding.GetProperty("verdict").GetString())));
            Assert.True(one.RootElement.GetProperty("isComplete").GetBoolean());
            Assert.Equal(id, one.RootElement.GetProperty("statement").GetProperty("id").GetString());
            Assert.StartsWith($"- id: {id}\n", one.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_link_of_a_case_leads_somewhere()
    {
        using var cases = JsonDocument.Parse(await shared.Board.Text("/api/cases"));
        foreach (var self in cases.RootElement.GetProperty("cases").EnumerateArray().Select(one => one.GetProperty("links").GetProperty("self").GetString()!))
        {
            using var one = JsonDocument.Parse(await shared.Board.Text(self));
            foreach (var link in one.RootElement.GetProperty("links").EnumerateObject().Where(link => link.Name is not ("changes" or "timeline")))
            {
                await shared.Board.Text(link.Name == "explanations" ? $"{link.Value}" : link.Value.GetString()!);
            }

            await shared.Board.Text(one.RootElement.GetProperty("clauses")[0].GetProperty("links").GetProperty("explanations").GetString()!);
        }
    }

    private static string[] Options(string query) =>
        [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).SelectMany(parameter => parameter.Split('=') is [var name, var value] ? new[] { $"--{name}", value } : [])];
}
