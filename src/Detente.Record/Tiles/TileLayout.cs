namespace Detente.Record.Tiles;

/// <summary>Which tiles a tree of some size has (c2sp.org/tlog-tiles). All sizes count leaves and are at most 2^63 − 1.</summary>
public static class TileLayout
{
    /// <summary>Levels that a tree of at most 2^63 − 1 leaves has tiles at.</summary>
    private const int Levels = 8;

    /// <summary>Every hash tile of a tree of this size, level by level, the partial one last in its level. A tree of 256 has its full tile and one of width 1 above it.</summary>
    public static IEnumerable<TilePath> At(ulong size) => New(0, size);

    /// <summary>Every hash tile that differs, or is new, between the two sizes: what a log writes when it grows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The new size is the smaller.</exception>
    public static IEnumerable<TilePath> New(ulong oldSize, ulong newSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(newSize, oldSize);
        return Enumerable.Range(0, Levels).SelectMany(level => OfLevel(level, HashesAt(level, oldSize), HashesAt(level, newSize)));
    }

    /// <summary>Every bundle of entries that differs, or is new, between the two sizes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The new size is the smaller.</exception>
    public static IEnumerable<TilePath> NewBundles(ulong oldSize, ulong newSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(newSize, oldSize);
        return OfLevel(TilePath.Entries, oldSize, newSize);
    }

    /// <summary>The partial tiles of a tree of this size, hashes and entries: the ones that a larger tree makes dispensable.</summary>
    public static IEnumerable<TilePath> Partials(ulong size)
        => Enumerable.Range(TilePath.Entries, Levels + 1).Where(level => PartialWidth(level, size) > 0).Select(level => At(level, HashesAt(level, size) / TilePath.FullWidth, size)!.Value);

    /// <summary>The width of the partial tile at a level, 0 where there is none: floor(size / 256^level) mod 256.</summary>
    public static int PartialWidth(int level, ulong size) => (int)(HashesAt(level, size) % TilePath.FullWidth);

    /// <summary>The tile of that place, full or partial, in a tree of this size; <c>null</c> where the tree does not reach it.</summary>
    public static TilePath? At(int level, ulong index, ulong size)
    {
        var hashes = HashesAt(level, size);
        return index > hashes / TilePath.FullWidth || index * TilePath.FullWidth == hashes
            ? null
            : new TilePath(level, index, (int)Math.Min(TilePath.FullWidth, hashes - (index * TilePath.FullWidth)));
    }

    /// <summary>Hashes, or entries, at a tile level of a tree of this size.</summary>
    private static ulong HashesAt(int level, ulong size) => level < 0 ? size : level < Levels ? size >> (TilePath.Height * level) : 0;

    private static IEnumerable<TilePath> OfLevel(int level, ulong oldHashes, ulong newHashes)
    {
        if (newHashes > oldHashes)
        {
            for (var index = oldHashes / TilePath.FullWidth; index * TilePath.FullWidth < newHashes; index++)
            {
                yield return new TilePath(level, index, (int)Math.Min(TilePath.FullWidth, newHashes - (index * TilePath.FullWidth)));
            }
        }
    }
}
