using System.Text;
using Detente.Tests.House;

namespace Detente.Tests.Cases;

/// <summary>A list a case was written from, by column names. A blank cell stays blank.</summary>
internal static class PublishedTable
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string path)
    {
        var lines = File.ReadAllLines(Path.Combine(Tree.Root, path)).Where(line => line.Length > 0).Select(line => Cells(line).ToList()).ToList();
        Assert.All(lines, cells => Assert.Equal(lines[0].Count, cells.Count));
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    private static IEnumerable<string> Cells(string line)
    {
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var letter in line)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == ',' && !quoted)
            {
                yield return cell.ToString();
                cell.Clear();
            }
            else
            {
                cell.Append(letter);
            }
        }

        yield return cell.ToString();
    }
}
