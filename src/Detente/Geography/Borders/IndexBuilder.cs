namespace Detente.Geography.Borders;

/// <summary>
/// Builds the two grids and the leaves of a <see cref="CountryIndex"/>. Everything is decided on whole numbers; a cell may list
/// an edge it does not need, never miss one it does.
/// </summary>
internal sealed class IndexBuilder
{
    // One edge between two pieces, or a piece and none, from its lower to its higher end. Switch is the exclusive or of the
    // two marks: crossing the edge either way turns the one mark into the other.
    private readonly record struct Line(Vertex Low, Vertex High, int Switch);

    private readonly List<Line> _lines = [];
    private readonly int[] _coarse = new int[CountryIndex.CoarseRows * CountryIndex.CoarseColumns];
    private int[] _fine = [];
    private readonly List<int> _leaves = [];

    public IndexBuilder(IReadOnlyList<Territory> territories)
    {
        CollectLines(territories);
        var blocks = MarkMixedCells();
        _fine = new int[blocks * CountryIndex.BlockSize];
        var (starts, listed) = ListLines();
        FillCells(starts, listed);
    }

    public int[] Coarse => _coarse;

    public int[] Fine => _fine;

    public int[] Leaves => [.. _leaves];

    private void CollectLines(IReadOnlyList<Territory> territories)
    {
        var switches = new Dictionary<Edge, int>();
        for (var i = 0; i < territories.Count; i++)
        {
            foreach (var edge in territories[i].Edges)
            {
                var up = (edge.From.Latitude, edge.From.Longitude).CompareTo((edge.To.Latitude, edge.To.Longitude)) < 0 ? edge : edge.Reversed();
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(switches, up, out _) ^= i + 1;
            }
        }

        foreach (var (edge, @switch) in switches)
        {
            if (@switch != 0)
            {
                _lines.Add(new Line(edge.From, edge.To, @switch));
            }
        }
    }

    // A coarse cell that a line may enter gets a block of fine cells: its number, inverted, stands in the coarse cell.
    private int MarkMixedCells()
    {
        var blocks = 0;
        foreach (var line in _lines)
        {
            foreach (var (row, from, to) in Cells(line))
            {
                for (var column = from; column <= to; column += 1)
                {
                    ref var coarse = ref _coarse[CoarseCell(row, column)];
                    coarse = coarse < 0 ? coarse : ~blocks++;
                }
            }
        }

        return blocks;
    }

    // The lines of each fine cell: where they start in one long list, and that list.
    private (int[] Starts, int[] Listed) ListLines()
    {
        var starts = new int[_fine.Length + 1];
        foreach (var line in _lines)
        {
            foreach (var (row, from, to) in Cells(line))
            {
                for (var column = from; column <= to; column++)
                {
                    starts[FineCell(row, column) + 1]++;
                }
            }
        }

        for (var i = 0; i < _fine.Length; i++)
        {
            starts[i + 1] += starts[i];
        }

        var listed = new int[starts[^1]];
        var next = starts.AsSpan(0, _fine.Length).ToArray();
        for (var i = 0; i < _lines.Count; i++)
        {
            foreach (var (row, from, to) in Cells(_lines[i]))
            {
                for (var column = from; column <= to; column++)
                {
                    listed[next[FineCell(row, column)]++] = i;
                }
            }
        }

        return (starts, listed);
    }

    // Row by row from the south: what lies at the south-east corner of every fine cell, by the lines that cross the row's
    // southern side up to there.
    private void FillCells(int[] starts, int[] listed)
    {
        var crossings = new List<int>[CountryIndex.FineRows];
        for (var i = 0; i < _lines.Count; i++)
        {
            var (first, last) = (FirstSideOver(_lines[i].Low.Latitude), FirstSideOver(_lines[i].High.Latitude) - 1);
            for (var row = first; row <= last; row++)
            {
                (crossings[row] ??= []).Add(i);
            }
        }

        var switches = new int[CountryIndex.FineColumns];
        for (var row = 0; row < CountryIndex.FineRows; row++)
        {
            Array.Clear(switches);
            foreach (var i in crossings[row] ?? [])
            {
                switches[CountryIndex.ColumnOf(LongitudeAt(_lines[i], CountryIndex.SouthOf(row), up: true))] ^= _lines[i].Switch;
            }

            var mark = 0;
            for (var column = 0; column < CountryIndex.FineColumns; column++)
            {
                mark ^= switches[column];
                ref var coarse = ref _coarse[CoarseCell(row, column)];
                if (coarse >= 0)
                {
                    coarse = mark;
                    continue;
                }

                var cell = FineCell(row, column);
                var inCell = listed.AsSpan(starts[cell]..starts[cell + 1]);
                _fine[cell] = inCell.IsEmpty ? mark : ~AddLeaf(row, column, mark, inCell);
            }
        }
    }

    // mark, number of sides, number of lines; for each side: least latitude north of a crossing of the cell's eastern side,
    // and its switch; for each line: both ends and its switch.
    private int AddLeaf(int row, int column, int mark, ReadOnlySpan<int> inCell)
    {
        var leaf = _leaves.Count;
        var (south, north, east) = (CountryIndex.SouthOf(row), CountryIndex.SouthOf(row + 1) - 1, CountryIndex.EastOf(column));
        _leaves.AddRange([mark, 0, 0]);
        foreach (var i in inCell)
        {
            if (SideLatitude(_lines[i], east) is { } latitude && latitude > south && latitude <= north)
            {
                _leaves.AddRange([(int)latitude, _lines[i].Switch]);
                _leaves[leaf + 1]++;
            }
        }

        foreach (var i in inCell)
        {
            var line = _lines[i];
            if (line.Low.Latitude < line.High.Latitude)
            {
                _leaves.AddRange([line.Low.Latitude, line.Low.Longitude, line.High.Latitude, line.High.Longitude, line.Switch]);
                _leaves[leaf + 2]++;
            }
        }

        return leaf;
    }

    // The least whole latitude that, a hair further north, lies north of a line where it crosses a meridian a larger hair
    // further east; null where it does not cross.
    private static long? SideLatitude(Line line, long meridian)
    {
        var (west, east) = line.Low.Longitude < line.High.Longitude ? (line.Low, line.High) : (line.High, line.Low);
        if (!(west.Longitude <= meridian && meridian < east.Longitude))
        {
            return null;
        }

        var rise = ((long)east.Latitude - west.Latitude) * (meridian - west.Longitude);
        var width = (long)east.Longitude - west.Longitude;
        return west.Latitude + (east.Latitude > west.Latitude ? Floor(rise, width) + 1 : -Floor(-rise, width));
    }

    // The longitude of a line on a parallel it reaches, rounded down or up.
    private static long LongitudeAt(Line line, long latitude, bool up)
    {
        var run = ((long)line.High.Longitude - line.Low.Longitude) * (latitude - line.Low.Latitude);
        var height = (long)line.High.Latitude - line.Low.Latitude;
        return line.Low.Longitude + (up ? -Floor(-run, height) : Floor(run, height));
    }

    private static long Floor(long dividend, long divisor) => Math.DivRem(dividend, divisor) is var (quotient, rest) && rest < 0 ? quotient - 1 : quotient;

    // Row by row the fine cells a line may matter in. A line that only touches a row's southern side from below does not.
    private static IEnumerable<(int Row, int From, int To)> Cells(Line line)
    {
        var (first, last) = (CountryIndex.RowOf(line.Low.Latitude), CountryIndex.RowOf(line.High.Latitude));
        for (var row = first; row <= last; row++)
        {
            var (south, north) = (Math.Max(line.Low.Latitude, CountryIndex.SouthOf(row)), Math.Min(line.High.Latitude, CountryIndex.SouthOf(row + 1)));
            if (line.High.Latitude == CountryIndex.SouthOf(row))
            {
                continue;
            }

            var flat = line.Low.Latitude == line.High.Latitude;
            var (a, b) = flat ? (line.Low.Longitude, line.High.Longitude) : (LongitudeAt(line, south, up: false), LongitudeAt(line, north, up: false));
            var (c, d) = flat ? (a, b) : (LongitudeAt(line, south, up: true), LongitudeAt(line, north, up: true));
            yield return (row, CountryIndex.ColumnOf(Math.Min(a, b)), CountryIndex.ColumnOf(Math.Max(c, d)));
        }
    }

    private static int FirstSideOver(int latitude)
        => CountryIndex.RowOf(latitude) + (CountryIndex.SouthOf(CountryIndex.RowOf(latitude)) < latitude ? 1 : 0);

    private static int CoarseCell(int row, int column)
        => row / CountryIndex.BlockSide * CountryIndex.CoarseColumns + column / CountryIndex.BlockSide;

    private int FineCell(int row, int column)
        => ~_coarse[CoarseCell(row, column)] * CountryIndex.BlockSize + row % CountryIndex.BlockSide * CountryIndex.BlockSide + column % CountryIndex.BlockSide;
}
