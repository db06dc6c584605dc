using System.Runtime.InteropServices;
using Detente.Node.Stores;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Tiles;

namespace Detente.Node.Logs;

/// <summary>
/// The tiles at the right edge of a tree that are not yet full: on each level fewer than 256 hashes, and on the lowest the
/// entries too. All that is needed to go on (c2sp.org/tlog-tiles).
/// </summary>
internal sealed class RightEdge
{
    private readonly List<List<Hash32>> levels = [];
    private readonly List<ReadOnlyMemory<byte>> entries = [];

    private RightEdge(ulong size) => Size = size;

    /// <summary>How many entries the tree has.</summary>
    public ulong Size { get; private set; }

    /// <summary>The edge of a stored tree.</summary>
    /// <param name="size">How many entries it has.</param>
    /// <param name="tile">The hashes of a partial tile.</param>
    /// <param name="bundle">The entries of a partial bundle.</param>
    public static RightEdge Of(ulong size, Func<TilePath, IReadOnlyList<Hash32>> tile, Func<TilePath, IReadOnlyList<ReadOnlyMemory<byte>>> bundle)
    {
        var edge = new RightEdge(size);
        for (var level = 0; size >> (TilePath.Height * level) > 0; level++)
        {
            var width = TileLayout.PartialWidth(level, size);
            edge.levels.Add(width == 0 ? [] : [.. tile(new TilePath(level, TileAt(size, level), width))]);
        }

        var entryWidth = TileLayout.PartialWidth(0, size);
        if (entryWidth > 0)
        {
            edge.entries.AddRange(bundle(new TilePath(TilePath.Entries, TileAt(size, 0), entryWidth)));
        }

        return edge;
    }

    /// <summary>Adds entries, and gives every tile and bundle that is new or wider than before.</summary>
    public IReadOnlyList<StoredTile> Append(IReadOnlyList<ReadOnlyMemory<byte>> added, Hash32[] leaves)
    {
        var tiles = new List<StoredTile>();
        AppendEntries(added, tiles);
        var incoming = leaves;
        for (var level = 0; incoming.Length > 0; level++)
        {
            if (level == levels.Count)
            {
                levels.Add([]);
            }

            incoming = AppendHashes(level, incoming, tiles);
        }

        Size += (ulong)added.Count;
        return tiles;
    }

    private void AppendEntries(IReadOnlyList<ReadOnlyMemory<byte>> added, List<StoredTile> tiles)
    {
        var index = TileAt(Size, 0);
        foreach (var entry in added)
        {
            entries.Add(entry);
            if (entries.Count == TilePath.FullWidth)
            {
                tiles.Add(new StoredTile(new TilePath(TilePath.Entries, index++, TilePath.FullWidth), EntryBundle.Write(entries)));
                entries.Clear();
            }
        }

        if (entries.Count > 0)
        {
            tiles.Add(new StoredTile(new TilePath(TilePath.Entries, index, entries.Count), EntryBundle.Write(entries)));
        }
    }

    /// <summary>The hashes that full tiles of this level put into the next.</summary>
    private Hash32[] AppendHashes(int level, Hash32[] incoming, List<StoredTile> tiles)
    {
        var edge = levels[level];
        var index = TileAt(Size, level);
        var upward = new List<Hash32>();
        for (var taken = 0; taken < incoming.Length;)
        {
            var take = Math.Min(TilePath.FullWidth - edge.Count, incoming.Length - taken);
            edge.AddRange(incoming.AsSpan(taken, take));
            taken += take;
            var hashes = CollectionsMarshal.AsSpan(edge);
            tiles.Add(new StoredTile(new TilePath(level, index, hashes.Length), MemoryMarshal.AsBytes(hashes).ToArray()));
            if (hashes.Length == TilePath.FullWidth)
            {
                upward.Add(RootOf(hashes));
                edge.Clear();
                index++;
            }
        }

        return [.. upward];
    }

    /// <summary>The root over the 256 hashes of a full tile.</summary>
    private static Hash32 RootOf(ReadOnlySpan<Hash32> hashes)
    {
        var row = hashes.ToArray();
        while (row.Length > 1)
        {
            var next = new Hash32[row.Length / 2];
            TreeHash.OfNodes(row, next);
            row = next;
        }

        return row[0];
    }

    private static ulong TileAt(ulong size, int level)
    {
        var shift = TilePath.Height * (level + 1);
        return shift >= 64 ? 0 : size >> shift;
    }
}
