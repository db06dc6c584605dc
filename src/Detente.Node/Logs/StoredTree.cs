using System.Runtime.InteropServices;
using Detente.Node.Stores;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Notes;
using Detente.Record.Tiles;

namespace Detente.Node.Logs;

/// <summary>The tree of the first so many entries of a store, read from its tiles.</summary>
internal sealed class StoredTree
{
    private readonly ILogStore store;
    private readonly ulong size;
    private readonly TileTree tree;

    public StoredTree(ILogStore store, ulong size)
    {
        this.store = store;
        this.size = size;
        tree = new TileTree(size, path => Read(path));
    }

    /// <summary>The root, from the tiles.</summary>
    public Hash32 Root() => tree.Root();

    /// <summary>That the first <paramref name="older"/> entries are its beginning; empty where that is nothing, or everything.</summary>
    public Hash32[] Consistency(ulong older) => older == 0 || older == size ? [] : tree.Consistency(older);

    /// <summary>That the entry at an index is in it.</summary>
    public Hash32[] Inclusion(ulong index) => tree.Inclusion(index);

    /// <summary>The right edge, if it is that of the tree that was signed.</summary>
    /// <exception cref="DamagedException">The tiles are missing, or give another root.</exception>
    public Frontier Frontier(Checkpoint signed)
    {
        var frontier = tree.Frontier();
        return frontier.Root == signed.Root
            ? frontier
            : throw new DamagedException(store.Name, $"its tiles over {size} entries do not give the root that was signed ({signed.Root.ToBase64()}). Put back the log as it was last; nothing is signed until then.");
    }

    /// <summary>The hash of one entry.</summary>
    public Hash32 Leaf(ulong index) => Node(0, index);

    /// <summary>The hash of a full subtree.</summary>
    public Hash32 Node(int level, ulong index) => tree.Nodes(level, index);

    /// <summary>The tiles that are not yet full.</summary>
    /// <exception cref="DamagedException">An entry does not give the hash in its tile: it would be written into the next bundle.</exception>
    public RightEdge Edge() => RightEdge.Of(size, path => Hashes(path), Proved);

    /// <summary>The entries of a bundle, each held against its hash in the tile.</summary>
    /// <exception cref="DamagedException">One does not give it.</exception>
    public IReadOnlyList<ReadOnlyMemory<byte>> Proved(TilePath path)
    {
        var entries = Entries(path);
        var leaves = new Hash32[entries.Count];
        TreeHash.OfLeaves(entries, leaves);
        var differing = leaves.AsSpan().CommonPrefixLength(Hashes(path with { Level = 0 }));
        return differing == leaves.Length
            ? entries
            : throw new DamagedException($"{store.Name}, {path}", $"entry {(path.Index * TilePath.FullWidth) + (ulong)differing} in it does not give the hash in its tile. Put back the file as it was; nothing is signed until then.");
    }

    /// <summary>The entries of one bundle.</summary>
    /// <param name="index">Which: it begins with entry 256 × index.</param>
    public IReadOnlyList<ReadOnlyMemory<byte>> Bundle(ulong index)
        => Entries(new TilePath(TilePath.Entries, index, (int)Math.Min(TilePath.FullWidth, size - (index * TilePath.FullWidth))));

    /// <summary>The bytes of a tile, or bundle, of this tree. Of a wider one the beginning serves, once there is no other.</summary>
    /// <exception cref="DamagedException">It is missing, or has another length than it must.</exception>
    public ReadOnlyMemory<byte> Read(TilePath path)
    {
        var bytes = store.ReadTile(path) ?? (path.IsPartial && store.ReadTile(path.Full) is { } full ? Beginning(path, full) : null)
            ?? throw new DamagedException(
                $"{store.Name}, {path}",
                $"it is missing, and {size} entries were signed. The log's folder is older than what the key signed, or damaged: put back the log as it was last; nothing is signed until then.");
        return path.Level == TilePath.Entries || bytes.Length == path.Width * Hash32.Size
            ? bytes
            : throw new DamagedException($"{store.Name}, {path}", $"it holds {bytes.Length} bytes where {path.Width * Hash32.Size} belong");
    }

    private byte[] Beginning(TilePath path, byte[] full)
        => path.Level == TilePath.Entries
            ? EntryBundle.Write([.. Entries(path.Full, full).Take(path.Width)])
            : full[..Math.Min(full.Length, path.Width * Hash32.Size)];

    private static Hash32[] Split(ReadOnlyMemory<byte> tile) => MemoryMarshal.Cast<byte, Hash32>(tile.Span).ToArray();

    private Hash32[] Hashes(TilePath path) => Split(Read(path));

    private IReadOnlyList<ReadOnlyMemory<byte>> Entries(TilePath path) => Entries(path, Read(path));

    private IReadOnlyList<ReadOnlyMemory<byte>> Entries(TilePath path, ReadOnlyMemory<byte> bytes)
        => EntryBundle.Read(bytes, path.Width).TryGet(out var entries, out var rejection)
            ? entries
            : throw new DamagedException($"{store.Name}, {path}", $"{rejection}");
}
