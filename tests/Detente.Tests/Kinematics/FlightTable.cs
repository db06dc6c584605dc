using System.Globalization;
using Detente.Tests.House;

namespace Detente.Tests.Kinematics;

/// <summary>Rows of vectors/flights/missiles-kinematics.csv. A blank stays null.</summary>
internal sealed record FlightTable(string Name, string Kind, IReadOnlyDictionary<string, string> Fields)
{
    public static IReadOnlyList<FlightTable> Rows { get; } = Read();

    public double? Number(string column)
        => Fields[column].Length == 0 ? null : double.Parse(Fields[column], CultureInfo.InvariantCulture);

    private static List<FlightTable> Read()
    {
        var lines = File.ReadLines(Path.Combine(Tree.Root, "tests/Detente.Tests/vectors/flights/missiles-kinematics.csv"))
            .Where(line => !line.StartsWith('#')).ToList();
        var columns = Cells(lines[0]);
        return [.. lines.Skip(1).Select(Cells).Select(cells =>
        {
            Assert.Equal(columns.Count, cells.Count);
            var fields = columns.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
            return new FlightTable(fields["name"], fields["kind"], fields);
        })];
    }

    /// <summary>The last cell alone is quoted, and holds commas.</summary>
    private static List<string> Cells(string line)
    {
        var quote = line.IndexOf('"', StringComparison.Ordinal);
        return quote < 0 ? [.. line.Split(',')] : [.. line[..(quote - 1)].Split(','), line[quote..].Trim('"')];
    }
}
