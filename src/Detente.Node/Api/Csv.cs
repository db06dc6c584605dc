using System.Text;
using Detente.Node.Http;

namespace Detente.Node.Api;

/// <summary>
/// Tables as RFC 4180 has them: a row of names first, CRLF, quotes where they are needed, UTF-8 without a byte order mark. A cell that a spreadsheet would
/// take for a formula (OWASP, <i>CSV Injection</i>) begins with an apostrophe instead.
/// </summary>
internal static class Csv
{
    public const string ContentType = "text/csv; charset=utf-8; header=present";

    private static readonly System.Buffers.SearchValues<char> Quoted = System.Buffers.SearchValues.Create("\",\r\n");

    /// <summary>A table.</summary>
    /// <param name="fileName">What a browser saves it as.</param>
    /// <param name="columns">The names of its columns.</param>
    /// <param name="rows">A cell for each column; <c>null</c> for nothing.</param>
    public static Answer Of(string fileName, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = new StringBuilder();
        Row(text, columns);
        foreach (var row in rows)
        {
            Row(text, row);
        }

        return new Answer(200, ContentType, Encoding.UTF8.GetBytes(text.ToString())) { FileName = FileNames.Of(fileName) };
    }

    private static void Row(StringBuilder text, IReadOnlyList<string?> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(Cell(cells[i] ?? ""));
        }

        text.Append("\r\n");
    }

    private static string Cell(string value)
    {
        var guarded = value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{value}" : value;
        return guarded.AsSpan().ContainsAny(Quoted) ? $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : guarded;
    }
}
