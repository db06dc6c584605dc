namespace Detente.Geography.Borders;

/// <summary>
/// Finds the piece of land a point lies on: the answer of <see cref="Territory.Contains"/> for every piece at once, exactly, in
/// time that does not grow with the map. Nothing is allocated for a question. Safe for use by many threads.
/// </summary>
/// <remarks>
/// Two grids over longitude and latitude, cells of 0.42° and of 0.052°. A cell that no edge enters holds its answer. Any other
/// fine cell holds the answer at its south-east corner and the edges in it, each with the exclusive or of the marks on its
/// two sides. On the way from the corner, north along the cell's eastern side and then west to the point, every edge crossed
/// turns one mark into the other; so the answer comes out whatever the order.
/// </remarks>
public sealed class CountryIndex
{
    internal const int FineShift = 19, BlockShift = 3, CoarseShift = FineShift + BlockShift;
    internal const int BlockSide = 1 << BlockShift, BlockSize = BlockSide * BlockSide;
    internal const int CoarseRows = (int)((2L * Vertex.Pole >> CoarseShift) + 1), CoarseColumns = (int)((2L * Vertex.Antimeridian >> CoarseShift) + 1);
    internal const int FineRows = CoarseRows * BlockSide, FineColumns = CoarseColumns * BlockSide;

    private readonly int[] _coarse;
    private readonly int[] _fine;
    private readonly int[] _leaves;

    /// <summary>An index of territories that do not overlap. For the land of the Earth at 1:10,000,000 about half a second, and 30 MB.</summary>
    public CountryIndex(IReadOnlyList<Territory> territories)
    {
        var built = new IndexBuilder(territories);
        (_coarse, _fine, _leaves) = (built.Coarse, built.Fine, built.Leaves);
    }

    /// <summary>What it keeps in memory, in bytes.</summary>
    public long SizeInBytes => sizeof(int) * ((long)_coarse.Length + _fine.Length + _leaves.Length);

    /// <summary>
    /// The place in the list of the territory that holds a point, or -1 for none. A point on an edge is judged as one a hair
    /// further east and, by much less, north.
    /// </summary>
    public int Find(Vertex point)
    {
        var x = unchecked((uint)point.Longitude + Vertex.Antimeridian);
        var y = unchecked((uint)point.Latitude + Vertex.Pole);
        if (x >= 2u * Vertex.Antimeridian)
        {
            // 180° east is 180° west; further there is no map.
            ArgumentOutOfRangeException.ThrowIfNotEqual(x, 2u * Vertex.Antimeridian, nameof(point));
            return Find(point with { Longitude = -Vertex.Antimeridian });
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(y, 2u * Vertex.Pole, nameof(point));
        var found = _coarse[(y >> CoarseShift) * CoarseColumns + (x >> CoarseShift)];
        if (found >= 0)
        {
            return found - 1;
        }

        found = _fine[(uint)~found * BlockSize + ((y >> FineShift) % BlockSide << BlockShift) + (x >> FineShift) % BlockSide];
        return (found >= 0 ? found : InLeaf(_leaves.AsSpan(~found), point, EastOf((int)(x >> FineShift)))) - 1;
    }

    /// <summary>The same for many points.</summary>
    /// <exception cref="ArgumentException">Less room for answers than points.</exception>
    public void Find(ReadOnlySpan<Vertex> points, Span<int> found)
    {
        found = found[..points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            found[i] = Find(points[i]);
        }
    }

    /// <summary>The same for many places, each taken to the nearest vertex.</summary>
    /// <exception cref="ArgumentException">Less room for answers than points.</exception>
    public void Find(ReadOnlySpan<Position> points, Span<int> found)
    {
        found = found[..points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            found[i] = Find(Vertex.Of(points[i]));
        }
    }

    internal static int RowOf(long latitude) => (int)(latitude + Vertex.Pole >> FineShift);

    internal static int ColumnOf(long longitude) => (int)(longitude + Vertex.Antimeridian >> FineShift);

    /// <summary>The least latitude of a fine row.</summary>
    internal static long SouthOf(int row) => ((long)row << FineShift) - Vertex.Pole;

    /// <summary>The greatest longitude of a fine column.</summary>
    internal static long EastOf(int column) => ((column + 1L) << FineShift) - 1 - Vertex.Antimeridian;

    // The order of numbers in a leaf is IndexBuilder's.
    private static int InLeaf(ReadOnlySpan<int> leaf, Vertex point, long east)
    {
        var mark = leaf[0];
        var sides = leaf.Slice(3, 2 * leaf[1]);
        for (var i = 0; i < sides.Length; i += 2)
        {
            mark ^= point.Latitude >= sides[i] ? sides[i + 1] : 0;
        }

        var lines = leaf.Slice(3 + sides.Length, 5 * leaf[2]);
        for (var i = 0; i + 4 < lines.Length; i += 5)
        {
            var (low, high) = (lines[i], lines[i + 2]);
            if (low <= point.Latitude && point.Latitude < high)
            {
                // Whether the line crosses the point's parallel east of the point, and not east of the cell.
                var (height, rise) = ((long)high - low, (long)point.Latitude - low);
                var run = ((long)lines[i + 3] - lines[i + 1]) * rise;
                if ((point.Longitude - (long)lines[i + 1]) * height < run && (east - lines[i + 1]) * height >= run)
                {
                    mark ^= lines[i + 4];
                }
            }
        }

        return mark;
    }
}
