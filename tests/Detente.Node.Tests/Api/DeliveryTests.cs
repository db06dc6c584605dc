using System.Net;
using Detente.Node.Views;

namespace Detente.Node.Tests.Api;

/// <summary>Tags, HEAD, and how long an answer is good.</summary>
public sealed class DeliveryTests
{
    private const string Lines = $"/api/cases/{SharedBoard.Pause}/lines";
    private static readonly DateTimeOffset BeforeTheTest = new(2031, 5, 10, 11, 59, 10, TimeSpan.Zero);

    [Fact]
    public async Task Who_has_the_answer_is_told_so()
    {
        await using var board = await Open(new SetClock(BeforeTheTest));
        foreach (var path in new[] { Lines, $"{Lines}.csv", "/api/openapi.json", "/api/cases", $"/api/cases/{SharedBoard.Pause}/due.ics" })
        {
            using var first = await board.Get(path);
            var tag = first.Headers.ETag!.ToString();
            Assert.StartsWith("\"", tag, StringComparison.Ordinal);
            foreach (var known in new[] { tag, $"W/{tag}", $"\"other\", {tag}", "*" })
            {
                using var again = await board.Get(path, ("If-None-Match", known));
                Assert.Equal((HttpStatusCode.NotModified, tag), (again.StatusCode, again.Headers.ETag!.ToString()));
                Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            }

            using var other = await board.Get(path, ("If-None-Match", "\"other\""));
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        }
    }

    [Fact]
    public async Task Different_answers_have_different_tags()
    {
        await using var board = await Open(new SetClock(BeforeTheTest));
        using var one = await board.Get($"{Lines}?at=2031-05-09");
        using var other = await board.Get($"{Lines}?at=2031-10-15");
        Assert.NotEqual(one.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task Head_is_answered_like_get_without_a_body()
    {
        await using var board = await Open(new SetClock(BeforeTheTest));
        foreach (var path in new[] { $"{Lines}?at=2031-05-09", $"/api/cases/{SharedBoard.Pause}/statements.csv", $"/api/cases/{SharedBoard.Pause}/statements", "/api/openapi.json" })
        {
            using var head = await board.Send(HttpMethod.Head, path);
            using var get = await board.Get(path);
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
            Assert.Equal(get.Headers.Where(header => header.Key != "Date").Select(Told), head.Headers.Where(header => header.Key != "Date").Select(Told));
            Assert.Equal(get.Content.Headers.Select(Told), head.Content.Headers.Select(Told));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }

        static string Told(KeyValuePair<string, IEnumerable<string>> header) => $"{header.Key}: {string.Join(',', header.Value)}";
    }

    [Fact]
    public async Task A_live_record_is_judged_anew_each_minute()
    {
        var clock = new SetClock(BeforeTheTest);
        await using var board = await Open(clock);
        using var before = await board.Get(Lines);
        Assert.Contains("\"at\": \"2031-05-10T11:59:00Z\"", await before.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        clock.Now = clock.Now.AddSeconds(49);
        using var within = await board.Get(Lines);
        Assert.Equal(before.Headers.ETag, within.Headers.ETag);

        clock.Now = clock.Now.AddSeconds(1);
        using var after = await board.Get(Lines, ("If-None-Match", before.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("\"at\": \"2031-05-10T12:00:00Z\"", await after.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_asked_at_an_instant_stays_the_same()
    {
        var clock = new SetClock(BeforeTheTest);
        await using var board = await Open(clock);
        using var before = await board.Get($"{Lines}?at=2031-05-10T11:00Z");
        clock.Now = clock.Now.AddDays(400);
        using var after = await board.Get($"{Lines}?at=2031-05-10T11:00Z");
        Assert.Equal(before.Headers.ETag, after.Headers.ETag);
    }

    private static Task<Board> Open(SetClock clock) => Board.Open(new Library([new OpenCase(SharedBoard.Pause, Board.Load("minimal/testing-pause"), clock)], clock), clock);
}
