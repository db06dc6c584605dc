using Detente.Node.Disks;
using Detente.Record.Tiles;

namespace Detente.Node.Stores;

/// <summary>
/// The folder that anybody may read, as any static server publishes it: c2sp.org/tlog-tiles.
/// <code>
/// checkpoint        a signed note
/// tile/…            tiles and entry bundles; a file that has its name is whole, and never changes
/// </code>
/// </summary>
internal sealed class PublicTree
{
    private const string Aside = ".new";

    /// <summary>How many files are open at a time; a process may have some thousand.</summary>
    private const int FilesAtOnce = 256;

    private readonly IDisk disk;
    private readonly string root;

    /// <summary>Folders whose names are known to be durable. One that merely stands there may be left over from a run whose sync failed.</summary>
    private readonly HashSet<string> durableFolders;

    /// <param name="disk">Where it is kept.</param>
    /// <param name="root">Its folder. It is made with the first tiles where it may be missing.</param>
    /// <param name="isMade">Whether the folder exists, and its name is durable.</param>
    public PublicTree(IDisk disk, string root, bool isMade)
    {
        this.disk = disk;
        this.root = root;
        durableFolders = [isMade ? root : WholeFile.FolderOf(root)];
    }

    /// <summary>The file of the checkpoint.</summary>
    public string Checkpoint => $"{root}/checkpoint";

    /// <summary>The checkpoint; <c>null</c> before the first.</summary>
    public byte[]? ReadCheckpoint() => disk.Read(Checkpoint);

    /// <summary>A tile or an entry bundle; <c>null</c> where there is none of that width.</summary>
    public byte[]? ReadTile(TilePath path) => disk.Read($"{root}/{path}");

    /// <summary>Removes what a publishing that broke off left.</summary>
    public void Tidy() => WholeFile.Tidy(disk, Checkpoint);

    /// <summary>Writes tiles and entry bundles: they are durable, with their names, when it returns.</summary>
    public void WriteTiles(IReadOnlyList<StoredTile> tiles)
    {
        var touched = new HashSet<string>();
        MakeFolder(root, touched);
        foreach (var some in tiles.Chunk(FilesAtOnce))
        {
            WriteAside(some, touched);
            foreach (var tile in some)
            {
                disk.Rename(PathOf(tile) + Aside, PathOf(tile));
            }
        }

        foreach (var parent in touched)
        {
            disk.SyncFolder(parent, Sync.TileFolder);
        }

        durableFolders.UnionWith(touched);
    }

    /// <summary>Puts a checkpoint in the place of another.</summary>
    /// <param name="previous">What stands there; <c>null</c> before the first.</param>
    /// <param name="next">The signed note.</param>
    /// <exception cref="RefusedException">Something else stands there.</exception>
    public void Publish(byte[]? previous, byte[] next)
    {
        if (!(ReadCheckpoint() ?? []).AsSpan().SequenceEqual(previous ?? []))
        {
            throw new RefusedException($"{Checkpoint} is not what this process published last: something else writes to the folder.");
        }

        WholeFile.Replace(disk, Checkpoint, next, Sync.Checkpoint, Sync.CheckpointFolder);
    }

    /// <summary>Removes the partial tiles within those that became full between two sizes.</summary>
    public void RemovePartials(ulong oldSize, ulong newSize)
    {
        foreach (var full in TileLayout.New(oldSize, newSize).Concat(TileLayout.NewBundles(oldSize, newSize)).Where(tile => !tile.IsPartial))
        {
            var partials = $"{root}/{full}.p";
            var names = disk.List(partials);
            foreach (var name in names)
            {
                disk.Delete($"{partials}/{name}");
            }

            if (names.Count > 0)
            {
                disk.DeleteFolder(partials);
                durableFolders.Remove(partials);
            }
        }
    }

    /// <summary>Under a name of its own until it is whole: a server may be asked for the file at any time, and a cache keep what it got.</summary>
    private void WriteAside(StoredTile[] tiles, HashSet<string> touched)
    {
        var files = new List<IDiskFile>();
        try
        {
            foreach (var tile in tiles)
            {
                var parent = WholeFile.FolderOf(PathOf(tile));
                MakeFolder(parent, touched);
                touched.Add(parent);
                disk.Delete(PathOf(tile) + Aside);
                files.Add(disk.Create(PathOf(tile) + Aside));
                files[^1].Append(tile.Bytes.Span);
            }

            disk.SyncAll(files, Sync.Tile);
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }
    }

    private string PathOf(StoredTile tile) => $"{root}/{tile.Path}";

    /// <summary>Makes a folder and what is missing above it, and notes every folder whose names must be synced for it to last.</summary>
    private void MakeFolder(string path, HashSet<string> touched)
    {
        if (durableFolders.Contains(path))
        {
            return;
        }

        var parent = WholeFile.FolderOf(path);
        MakeFolder(parent, touched);
        disk.CreateFolder(path);
        touched.Add(parent);
    }
}
