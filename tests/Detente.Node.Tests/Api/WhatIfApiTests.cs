using System.Net;
using System.Text;
using System.Text.Json;
using Detente.Node.Tests.Pages;
using Detente.Node.Views;

namespace Detente.Node.Tests.Api;

public sealed class WhatIfApiTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private const string Path = "/api/cases/answer/what-if?at=2030-03-31";
    private const string Answer = "- author: B\n  received: 2030-03-21T12:00Z\n  answers: { about: silence, to: [A] }\n";

    private string Words => SandboxView.WordsOf(board.Library.Find("answer")!.Case!, "1");

    [Fact]
    public async Task What_would_come_out_otherwise_is_told_and_nothing_is_kept()
    {
        using var response = await Send(new { clause = "1", words = Words.Replace("48", "72", StringComparison.Ordinal), statements = Answer });
        var told = await Told200(response);

        Assert.True(told.GetProperty("judged").GetBoolean());
        Assert.Equal("B-0006", told.GetProperty("added")[0].GetString());
        Assert.Equal(0, told.GetProperty("changes").GetArrayLength());
        Assert.Equal(
            ["late: not kept → kept", "silence: not kept → kept"],
            told.GetProperty("findings").EnumerateArray().Take(2).Select(finding => $"{finding.GetProperty("instance")}: {finding.GetProperty("before").GetProperty("verdict")} → {finding.GetProperty("after").GetProperty("verdict")}"));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.DoesNotContain("B-0006", await board.Page("/c/answer/statements?at=2030-03-31"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_told_all_at_once()
    {
        using var response = await Send(new { clause = "1", words = "when a Party recieves", statements = "- author: B\n  recieved: 2030-03-21\n" });
        var told = await Told200(response);

        Assert.False(told.GetProperty("judged").GetBoolean());
        Assert.Contains(told.GetProperty("diagnostics").EnumerateArray(), found => found.GetProperty("code").ValueEquals("S1101") && found.GetProperty("line").GetInt32() == 2);
        Assert.Contains(told.GetProperty("diagnostics").EnumerateArray(), found => found.GetProperty("code").GetString()!.StartsWith('A'));
        Assert.Equal(0, told.GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public async Task With_nothing_sent_nothing_changes()
    {
        using var response = await Send(new { });
        Assert.Equal(0, (await Told200(response)).GetProperty("findings").GetArrayLength());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"clause\": 1}")]
    [InlineData("{\"clause\": \"XX\"}")]
    [InlineData("{\"claus\": \"1\"}")]
    [InlineData("{\"words\": \"of no clause\"}")]
    [InlineData("{\"clause\"")]
    [InlineData("")]
    public async Task A_body_that_cannot_be_read_is_refused(string body) => await Refused(new StringContent(body, Encoding.UTF8, "application/json"));

    [Fact]
    public async Task A_body_that_is_too_long_or_no_json_is_refused()
    {
        await Refused(JsonOf(new { statements = new string('#', Sandbox.MostBytes + 1) }));
        await Refused(new StringContent("{}", Encoding.UTF8, "text/plain"));
    }

    [Fact]
    public async Task The_page_of_the_api_shows_a_question_that_can_be_asked()
    {
        var page = (await File.ReadAllTextAsync(System.IO.Path.Combine(Tree.Root, "docs/api.md"), TestContext.Current.CancellationToken)).Split('\n');
        var at = Array.FindIndex(page, line => line.StartsWith("    POST ", StringComparison.Ordinal));
        using var response = await board.Post(page[at].Trim()["POST ".Length..], new StringContent(page[at + 1].Trim(), Encoding.UTF8, "application/json"));
        var told = await Told200(response);

        Assert.Equal("VE-0006", told.GetProperty("added")[0].GetString());
        Assert.NotEqual(0, told.GetProperty("findings").GetArrayLength());
    }

    private Task<HttpResponseMessage> Send(object body) => board.Post(Path, JsonOf(body));

    private static StringContent JsonOf(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    private async Task Refused(HttpContent body)
    {
        using var response = await board.Post(Path, body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Empty(Told.Faults("problem", text));
        Assert.Contains("\"bad-request\"", text, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> Told200(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        Assert.Empty(Told.Faults("what-if", text));
        return JsonDocument.Parse(text).RootElement.Clone();
    }
}
