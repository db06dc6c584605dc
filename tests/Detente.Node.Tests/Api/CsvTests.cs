using System.Text;
using System.Text.Json;
using Detente.Node.Views;

namespace Detente.Node.Tests.Api;

/// <summary>Tables are RFC 4180, say what the JSON says, and no spreadsheet takes a cell for a formula.</summary>
[Collection(nameof(SharedBoard))]
public sealed class CsvTests(SharedBoard shared)
{
    private const string Inf = $"/api/cases/{SharedBoard.Inf}";

    [Theory]
    [InlineData("lines", "at=1988-09-15", "lines", "clause", "party", "verdict", "instance", "reason", "nextDue")]
    [InlineData("findings", "clause=IX", "findings", "clause", "party", "instance", "verdict", "since", "until", "due", "reason", "cites", "grade", "basis")]
    [InlineData("statements", "author=SU", "statements", "id", "author", "jointWith", "verb", "made", "received", "says", "source", "sourceTitle", "sourceUrl", "grade", "note", "fulfils", "supersedes")]
    [InlineData("changes", "from=1988-09-15&at=1991-06-01", "changes", "at", "clause", "party", "before", "after", "binds", "by", "reason")]
    [InlineData("due", "at=1988-09-15", "due", "due", "clause", "title", "party", "instance", "reason")]
    public async Task A_table_says_what_the_answer_says(string path, string query, string member, params string[] columns)
    {
        using var json = JsonDocument.Parse(await shared.Board.Text($"{Inf}/{path}?{query}{(path is "findings" or "statements" ? "&size=500" : "")}"));
        var rows = Rows(await shared.Board.Text($"{Inf}/{path}.csv?{query}"));

        var items = json.RootElement.GetProperty(member).EnumerateArray().ToList();
        Assert.True(items.Count > 1);
        Assert.Equal(items.Count, rows.Count - 1);
        Assert.Subset(rows[0].ToHashSet(), columns.ToHashSet());
        foreach (var column in columns)
        {
            var at = rows[0].ToList().IndexOf(column);
            Assert.Equal(items.Select(item => Cell(item.GetProperty(column))), rows.Skip(1).Select(row => row[at]));
        }
    }

    [Fact]
    public async Task A_timeline_is_a_table_too()
    {
        using var json = JsonDocument.Parse(await shared.Board.Text($"/api/cases/{SharedBoard.Pause}/timeline"));
        var rows = Rows(await shared.Board.Text($"/api/cases/{SharedBoard.Pause}/timeline.csv"));
        Assert.Equal(json.RootElement.GetProperty("changes").EnumerateArray().Select(change => Cell(change.GetProperty("reason"))), rows.Skip(1).Select(row => row[^1]));
    }

    [Fact]
    public async Task A_table_is_saved_under_the_name_of_the_case()
    {
        using var response = await shared.Board.Get($"{Inf}/lines.csv");
        Assert.Equal("text/csv; charset=utf-8; header=present", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment; filename=\"inf-1987-lines.csv\"", response.Content.Headers.ContentDisposition?.ToString());
    }

    [Fact]
    public async Task What_a_spreadsheet_would_run_is_text_and_what_needs_quotes_has_them()
    {
        string[] notes = ["=HYPERLINK(\"http://x\",\"y\")", "+1", "-1", "@SUM(A1)", "\tx", "a,b", "a\"b", "two\nlines", "Ж ☂ 𝄞", "plain - = +", "'quoted"];
        var made = MadeCases.Of([.. notes.Select((note, i) => MadeCases.Said(i + 1, note))]);
        await using var board = await Board.Open(new Library([made], TimeProvider.System), TimeProvider.System);

        var text = await board.Text("/api/cases/made/statements.csv?order=record&known=2000-01-01");
        var rows = Rows(text);
        var at = rows[0].ToList().IndexOf("note");

        string[] expected = ["'=HYPERLINK(\"http://x\",\"y\")", "'+1", "'-1", "'@SUM(A1)", "'\tx", .. notes[5..]];
        Assert.Equal(expected, rows.Skip(1).Select(row => row[at]));
        Assert.All(rows.SelectMany(row => row), cell => Assert.False(cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..], cell));
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"", text, StringComparison.Ordinal);
        Assert.Equal(notes.Length + 1, text.Split("\r\n").Length - 1);
    }

    private static string Cell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(' ', value.EnumerateArray().Select(item => item.GetString())),
        JsonValueKind.Null => "",
        _ => value.GetString()!,
    };

    /// <summary>Reads RFC 4180, and nothing more lenient.</summary>
    private static List<IReadOnlyList<string>> Rows(string text)
    {
        var (rows, row, at) = (new List<IReadOnlyList<string>>(), new List<string>(), 0);
        while (at < text.Length)
        {
            row.Add(text[at] == '"' ? InQuotes(text, ref at) : Bare(text, ref at));
            if (text[at] == ',')
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            rows.Add(row);
            row = [];
        }

        Assert.Empty(row);
        Assert.All(rows, one => Assert.Equal(rows[0].Count, one.Count));
        return rows;
    }

    private static string Bare(string text, ref int at)
    {
        var end = text.IndexOfAny([',', '\r', '\n', '"'], at);
        Assert.NotEqual('"', text[end]);
        var cell = text[at..end];
        at = end;
        return cell;
    }

    private static string InQuotes(string text, ref int at)
    {
        var cell = new StringBuilder();
        for (at++; text[at] != '"' || text[at + 1] == '"'; at++)
        {
            at += text[at] == '"' ? 1 : 0;
            cell.Append(text[at]);
        }

        at++;
        return cell.ToString();
    }
}
