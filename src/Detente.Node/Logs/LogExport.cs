using System.Runtime.InteropServices;
using Detente.Node.Disks;
using Detente.Node.Stores;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Notes;
using Detente.Record.Tiles;

namespace Detente.Node.Logs;

/// <summary>
/// Writes what a log has published into a folder that any static server can serve (c2sp.org/tlog-tiles), whatever store the log is kept in. One way: nothing
/// is read from there into a log. The checkpoint is written last, so that at any time the folder holds all that its checkpoint says; exporting again goes on from there.
/// </summary>
/// <remarks>
/// Every tile is held against the one above it, from the root that was signed down to the entries, before it is written; and read back after.
/// So what the folder serves gives the root of its checkpoint, though tiles are made once and never looked at as a whole.
/// </remarks>
internal sealed class LogExport
{
    /// <summary>How many tiles are written between two syncs of their folders.</summary>
    private const int TilesAtOnce = 256;

    private readonly ILogStore store;
    private readonly string folder;
    private readonly PublicTree target;
    private readonly Checkpoint checkpoint;
    private readonly StoredTree tree;

    private LogExport(ILogStore store, string folder, PublicTree target, Checkpoint checkpoint)
        => (this.store, this.folder, this.target, this.checkpoint, tree) = (store, folder, target, checkpoint, new StoredTree(store, checkpoint.Size));

    /// <summary>Exports what is published, or goes on with an earlier export.</summary>
    /// <param name="store">The log. Another may write to it at the time.</param>
    /// <param name="disk">Where the folder is.</param>
    /// <param name="folder">The folder; it is made where there is none.</param>
    /// <returns>How many entries stand there.</returns>
    /// <exception cref="RefusedException">Nothing is published, or the folder holds another log, a newer checkpoint, or other files.</exception>
    /// <exception cref="DamagedException">The store's entries and tiles do not give the root that was signed. The folder's checkpoint is as it was.</exception>
    public static ulong Run(ILogStore store, IDisk disk, string folder)
    {
        using var held = disk.TryLock($"{folder}.lock") ?? throw new RefusedException($"another process exports to {folder}. Wait until it has ended.");
        var note = store.ReadCheckpoint() ?? throw new RefusedException($"{store.Name} has published nothing yet.");
        if (!SignedState.Read(note, store.Description.Key).TryGet(out var checkpoint, out var rejection))
        {
            throw new DamagedException($"{store.Name}, the published checkpoint", $"{rejection}");
        }

        if (disk.List(folder).FirstOrDefault(name => name is not ("tile" or "checkpoint") && !name.StartsWith("checkpoint.", StringComparison.Ordinal)) is { } other)
        {
            throw new RefusedException($"{folder} holds {other}, which is not a log's: an export needs a folder of its own.");
        }

        var target = new PublicTree(disk, folder, isMade: false);
        target.Tidy();
        var before = target.ReadCheckpoint();
        var export = new LogExport(store, folder, target, checkpoint);
        var earlier = before is null ? new Checkpoint(checkpoint.Origin, 0, TreeHash.Empty) : export.Earlier(before);
        export.Write(earlier);
        target.Publish(before, note);
        target.RemovePartials(earlier.Size, checkpoint.Size);
        return checkpoint.Size;
    }

    /// <summary>What the folder holds, if it is of this log and this log holds it.</summary>
    private Checkpoint Earlier(byte[] before)
    {
        if (!SignedState.Read(before, store.Description.Key).TryGet(out var earlier, out var rejection) || earlier.Origin != checkpoint.Origin)
        {
            throw new RefusedException($"{target.Checkpoint} is not of {checkpoint.Origin}{(rejection is null ? "" : $": {rejection}")}. An export needs a folder of its own.");
        }

        if (earlier.Size > checkpoint.Size)
        {
            throw new RefusedException($"{target.Checkpoint} holds {earlier.Size} entries, and the log has published {checkpoint.Size}: the export is newer than the log.");
        }

        if (earlier.Size == 0 || ConsistencyProof.Verifies(earlier.Size, checkpoint.Size, tree.Consistency(earlier.Size), earlier.Root, checkpoint.Root))
        {
            return earlier;
        }

        // Damaged tiles prove nothing: all of them are looked at before it is said that the key has signed two logs.
        RefuseOtherRoot();
        foreach (var path in TileLayout.At(checkpoint.Size).Reverse())
        {
            Hashes(path);
        }

        throw new RefusedException($"{target.Checkpoint} is signed with this log's key, and the log does not hold those {earlier.Size} entries. Both carry the signature: keep them, and ask whoever else has the key.");
    }

    private void RefuseOtherRoot()
    {
        if (tree.Root() != checkpoint.Root)
        {
            throw new DamagedException(store.Name, $"its tiles over {checkpoint.Size} entries do not give the root that was signed");
        }
    }

    private void Write(Checkpoint earlier)
    {
        RefuseOtherRoot();

        // From the top down: each tile is then held against one that was.
        var tiles = TileLayout.New(earlier.Size, checkpoint.Size).Reverse().Select(path => new StoredTile(path, Hashes(path)))
            .Concat(TileLayout.NewBundles(earlier.Size, checkpoint.Size).Select(path => new StoredTile(path, Bundle(path))));
        foreach (var some in tiles.Chunk(TilesAtOnce))
        {
            RefuseOthers(some);
            target.WriteTiles(some);
            ReadBack(some);
        }

        target.WriteTiles([]); // the folder of a log without entries
    }

    /// <summary>The bytes of a hash tile. A full one gives a hash of the tile above; the partial ones give the root together.</summary>
    private ReadOnlyMemory<byte> Hashes(TilePath path)
    {
        var bytes = tree.Read(path);
        var above = new Frontier();
        above.Append(MemoryMarshal.Cast<byte, Hash32>(bytes.Span));
        return path.IsPartial || above.Root == tree.Node(TilePath.Height * (path.Level + 1), path.Index)
            ? bytes
            : throw new DamagedException($"{store.Name}, {path}", "its hashes do not give the one in the tile above");
    }

    /// <summary>The bytes of a bundle. Its entries give the hashes of the lowest tile.</summary>
    private ReadOnlyMemory<byte> Bundle(TilePath path)
    {
        var entries = tree.Bundle(path.Index);
        var leaves = new Hash32[entries.Count];
        TreeHash.OfLeaves(entries, leaves);
        for (var i = 0; i < leaves.Length; i++)
        {
            var index = (path.Index * TilePath.FullWidth) + (ulong)i;
            if (leaves[i] != tree.Node(0, index))
            {
                throw new DamagedException($"{store.Name}, entry {index}", "it does not give the hash in its tile");
            }
        }

        return EntryBundle.Write(entries);
    }

    /// <summary>A file that has its name never changes: one of other bytes is not of this log.</summary>
    private void RefuseOthers(IEnumerable<StoredTile> tiles)
    {
        if (tiles.FirstOrDefault(tile => target.ReadTile(tile.Path) is { } found && !found.AsSpan().SequenceEqual(tile.Bytes.Span)) is { Bytes.IsEmpty: false } other)
        {
            throw new RefusedException($"{folder}/{other.Path} holds other bytes than the log's: it is of another log, or damaged. An export needs a folder of its own.");
        }
    }

    private void ReadBack(IEnumerable<StoredTile> tiles)
    {
        foreach (var tile in tiles)
        {
            if (target.ReadTile(tile.Path) is not { } found || !found.AsSpan().SequenceEqual(tile.Bytes.Span))
            {
                throw new DamagedException($"{folder}/{tile.Path}", "it does not read as it was written a moment ago. Nothing was published over it.");
            }
        }
    }
}
