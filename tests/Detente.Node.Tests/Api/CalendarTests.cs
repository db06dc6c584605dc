using System.Text;
using System.Text.Json;
using Detente.Node.Views;

namespace Detente.Node.Tests.Api;

/// <summary>Deadlines are a calendar that programs of RFC 5545 read.</summary>
[Collection(nameof(SharedBoard))]
public sealed class CalendarTests(SharedBoard shared)
{
    private const string Inf = $"/api/cases/{SharedBoard.Inf}";

    [Fact]
    public async Task Each_deadline_is_an_event()
    {
        using var due = JsonDocument.Parse(await shared.Board.Text($"{Inf}/due?at=1988-09-15"));
        var items = due.RootElement.GetProperty("due").EnumerateArray().ToList();
        var events = Events(await shared.Board.Text($"{Inf}/due.ics?at=1988-09-15"));

        Assert.Equal(items.Count, events.Count);
        Assert.Equal(events.Count, events.Select(one => one["UID"]).Distinct().Count());
        Assert.All(events, one => Assert.Equal("19880915T235959Z", one["DTSTAMP"]));
        Assert.All(items.Zip(events), pair =>
        {
            Assert.Contains(pair.First.GetProperty("title").GetString()!, pair.Second["SUMMARY"], StringComparison.Ordinal);
            Assert.Contains($"({pair.First.GetProperty("clause").GetString()}", pair.Second["SUMMARY"], StringComparison.Ordinal);
            Assert.EndsWith(pair.First.GetProperty("reason").GetString()!, pair.Second["DESCRIPTION"], StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_day_is_a_day_and_an_instant_an_instant()
    {
        var days = Events(await shared.Board.Text($"{Inf}/due.ics?at=1988-09-15&clause=IX.4"));
        Assert.All(days, one => Assert.Equal("19881231", one["DTSTART;VALUE=DATE"]));
        Assert.Equal(2, days.Count);

        var begins = Events(await shared.Board.Text($"{Inf}/due.ics?at=1988-09-15&clause=X.6&party=US"));
        Assert.Equal("19881201", Assert.Single(begins)["DTSTART;VALUE=DATE"]);

        var instants = Events(await shared.Board.Text($"/api/cases/{SharedBoard.Pause}/due.ics?at=2031-06-01T12:00Z&clause=IV.1"));
        Assert.Equal("20310604T090000Z", Assert.Single(instants)["DTSTART"]);
    }

    [Fact]
    public async Task An_event_keeps_its_name_while_the_calendar_is_read_again()
    {
        var earlier = Events(await shared.Board.Text($"{Inf}/due.ics?at=1988-09-15")).ToDictionary(one => one["UID"]);
        var later = Events(await shared.Board.Text($"{Inf}/due.ics?at=1988-10-15")).ToDictionary(one => one["UID"]);

        var both = earlier.Keys.Intersect(later.Keys).ToList();
        Assert.True(both.Count > 10);
        Assert.All(both, uid => Assert.Equal(earlier[uid]["SUMMARY"], later[uid]["SUMMARY"]));
        Assert.All(both, uid => Assert.NotEqual(earlier[uid]["DTSTAMP"], later[uid]["DTSTAMP"]));
    }

    [Fact]
    public async Task Text_is_escaped_and_lines_are_folded()
    {
        const string title = "a; b, c \\ d: ÄÖÜ ☂ 𝄞 and more than seventy-five octets of it, so that the line is folded; it goes on 𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞𝄞";
        await using var board = await Board.Open(new Library([MadeCases.Of([MadeCases.Said(1)], title)], TimeProvider.System), TimeProvider.System);
        using var response = await board.Get("/api/cases/made/due.ics?at=1988-09-15");
        Assert.Equal("text/calendar; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment; filename=\"made.ics\"", response.Content.Headers.ContentDisposition?.ToString());

        var text = await board.Text("/api/cases/made/due.ics?at=1988-09-15");
        var name = Unfolded(text).Single(line => line.StartsWith("X-WR-CALNAME:", StringComparison.Ordinal));
        Assert.Equal($"X-WR-CALNAME:{title.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)}: what falls due", name);
    }

    private static IReadOnlyList<string> Unfolded(string text)
    {
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        return text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    private static List<Dictionary<string, string>> Events(string text)
    {
        var lines = Unfolded(text);
        Assert.Equal(["BEGIN:VCALENDAR", "VERSION:2.0"], lines.Take(2));
        var events = new List<Dictionary<string, string>>();
        foreach (var line in lines)
        {
            if (line == "BEGIN:VEVENT")
            {
                events.Add([]);
            }
            else if (events.Count > 0 && !line.StartsWith("END:", StringComparison.Ordinal))
            {
                events[^1].Add(line[..line.IndexOf(':', StringComparison.Ordinal)], Unescaped(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]));
            }
        }

        Assert.All(events, one => Assert.Subset(one.Keys.ToHashSet(), new HashSet<string> { "UID", "DTSTAMP", "SUMMARY", "DESCRIPTION" }));
        return events;
    }

    private static string Unescaped(string value) => value
        .Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\,", ",", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
}
