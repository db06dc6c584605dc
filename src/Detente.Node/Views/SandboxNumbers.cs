using System.Text.RegularExpressions;
using Detente.Statements;

namespace Detente.Node.Views;

/// <summary>
/// Gives statements the ids they were written without: <c>id: SU</c> or <c>author: SU</c> becomes <c>id: SU-0043</c>, the author's next number. Every line
/// stays the line it was, so that a caret points at what was written.
/// </summary>
internal static partial class SandboxNumbers
{
    /// <summary>The same statements, each with an id.</summary>
    /// <param name="yaml">A list of statements, its lines ended by line feeds.</param>
    /// <param name="record">The record they are added to.</param>
    public static string Give(string yaml, Case record)
    {
        var last = record.Statements.GroupBy(statement => statement.Author).ToDictionary(log => log.Key, log => log.Max(statement => statement.Number));
        var taken = WholeId().Matches(yaml).Select(match => match.Groups["id"].Value).ToHashSet(StringComparer.Ordinal);
        var indent = 0;
        var lines = yaml.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var starts = Item().Match(lines[i]);
            indent = starts.Success ? starts.Length : indent;
            if (indent > 0 && (starts.Success || IsKeyOf(lines[i], indent)))
            {
                lines[i] = lines[i][..indent] + Author().Replace(lines[i][indent..], match => $"{match.Groups["open"].Value}id: {Next(match.Groups["code"].Value)}");
            }
        }

        return string.Join('\n', lines);

        string Next(string author)
        {
            do
            {
                last[author] = last.GetValueOrDefault(author) + 1;
            }
            while (!taken.Add(Statement.IdOf(author, last[author])));

            return Statement.IdOf(author, last[author]);
        }
    }

    private static bool IsKeyOf(string line, int indent) => line.Length > indent && line.AsSpan(0, indent).IndexOfAnyExcept(' ') < 0 && line[indent] != ' ';

    [GeneratedRegex(@"^- +(?=\S)")]
    private static partial Regex Item();

    [GeneratedRegex(@"^(?<open>\{ *)?(?:id|author): *(?<code>[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z])?[0-9]{0,3})(?= *(?:,|#|\}|$))")]
    private static partial Regex Author();

    [GeneratedRegex(@"\bid: *(?<id>[A-Za-z][A-Za-z0-9-]*-[0-9]{4,})\b")]
    private static partial Regex WholeId();
}
