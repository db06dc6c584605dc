using System.Net;
using Detente.Node.Views;

namespace Detente.Node.Tests.Pages;

public sealed class WhatIfPageTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private const string Path = "/c/answer/what-if";

    private string Words => SandboxView.WordsOf(board.Library.Find("answer")!.Case!, "1");

    [Fact]
    public async Task The_form_shows_the_clause_in_its_own_words()
    {
        var page = await board.Page($"{Path}?clause=1");
        Assert.Contains(Words, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("method=\"post\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_as_it_was_shown_nothing_changes_and_nothing_is_kept()
    {
        using var answer = await Send(("clause", "1"), ("words", Words), ("statements", ""), ("at", "2030-03-31"));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Nothing changes", page, StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task What_changes_is_told_and_the_form_stays_filled()
    {
        using var answer = await Send(("clause", "1"), ("words", Words.Replace("48", "72", StringComparison.Ordinal)), ("statements", "- author: B\n  received: 2030-03-21T12:00Z\n  answers: { about: silence, to: [A] }"), ("at", "2030-03-31"));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var text = BoardFixture.Text(page);

        Assert.Contains("B-0006 Borea answers about silence", text, StringComparison.Ordinal);
        Assert.Contains("No line and 2 findings would come out otherwise.", text, StringComparison.Ordinal);
        Assert.Contains("late: done in time", text, StringComparison.Ordinal);
        Assert.Contains("within 72 hours", text, StringComparison.Ordinal);
        Assert.Contains("value=\"2030-03-31\"", page, StringComparison.Ordinal);

        Assert.DoesNotContain("B-0006", await board.Page("/c/answer/statements?at=2030-03-31"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_shown_with_its_line_and_a_caret()
    {
        using var answer = await Send(("clause", "1"), ("words", "when a Party recieves"), ("statements", "- author: B\n  recieved: 2030-03-21\n"), ("at", "2030-03-31"));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("<code>S1101</code>", page, StringComparison.Ordinal);
        Assert.Contains("  recieved: 2030-03-21</code>\n<code class=\"caret\">  ^^^^^^^^</code>", page, StringComparison.Ordinal);
        Assert.Contains("<code>when a Party recieves</code>", page, StringComparison.Ordinal);
        Assert.Contains("when a Party recieves</textarea>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_clause_is_shown_and_the_statements_stay()
    {
        using var answer = await Send(("clause", "1"), ("words", Words), ("statements", "# a remark of mine"), ("choose", ""), ("do", "choose"));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("# a remark of mine", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"words\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"result\"", page, StringComparison.Ordinal);

    }

    [Fact]
    public async Task A_statement_to_be_said_otherwise_is_a_correction_of_it()
    {
        var text = BoardFixture.Text(await board.Page($"{Path}?instead=B-0003&at=2030-03-31"));
        Assert.Contains("- id: B received: 2030-03-31 supersedes: B-0003 answers:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_long_is_not_judged()
    {
        using var answer = await Send(("clause", "1"), ("words", Words), ("statements", new string('#', Sandbox.MostBytes + 1)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("longer than a sandbox takes", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_instant_is_said_and_the_form_stays_filled()
    {
        using var answer = await Send(("clause", "1"), ("words", "my own words"), ("at", "March"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("my own words", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_form_is_refused()
    {
        using var answer = await board.Post(Path, new StringContent("words"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task A_clause_that_does_not_exist_is_no_page()
    {
        using var answer = await board.Get($"{Path}?clause=XX");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Markup_in_a_field_stays_text()
    {
        using var answer = await Send(("clause", "1"), ("words", "</textarea><script>alert(1)</script>"), ("statements", "<b>"));
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> Send(params (string Name, string Value)[] fields) =>
        board.Post(Path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
}
