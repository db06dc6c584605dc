using System.Security.Cryptography;
using System.Text;
using Detente.Node.Disks;
using Detente.Record.Bytes;
using Detente.Record.Tiles;

namespace Detente.Node.Stores;

/// <summary>
/// A log in a folder:
/// <code>
/// log.txt             what log this is (<see cref="LogDescription"/>)
/// public/             what anybody may read, as any static server publishes it: c2sp.org/tlog-tiles
///   checkpoint        a signed note
///   tile/…            tiles and entry bundles; a file that has its name is whole, and never changes
/// journal/            entries acknowledged and not yet published (<see cref="Journal"/>)
/// index.sqlite        leaf hash ⇒ index; derived, and made again when it is missing
/// log.lock            held by the process that writes
/// </code>
/// </summary>
internal sealed class FolderStore : ILogStore
{
    private readonly IDisk disk;
    private readonly string folder;
    private readonly LeafIndex? index;
    private readonly Journal journal;
    private readonly IDisposable held;

    /// <summary>Folders whose names are known to be durable. One that merely stands there may be left over from a run whose sync failed.</summary>
    private readonly HashSet<string> durableFolders = [];
    private ulong published;

    private FolderStore(IDisk disk, string folder, LogDescription description, LeafIndex? index, IDisposable held)
    {
        this.disk = disk;
        this.folder = folder;
        this.index = index;
        this.held = held;
        Description = description;
        journal = new Journal(disk, $"{folder}/journal", SHA256.HashData(Encoding.UTF8.GetBytes(description.Origin)));
    }

    /// <inheritdoc/>
    public LogDescription Description { get; }

    /// <inheritdoc/>
    public string Name => folder;

    /// <inheritdoc/>
    public ulong? Indexed => index?.Count;

    private string Public => $"{folder}/public";

    private string Checkpoint => $"{Public}/checkpoint";

    /// <summary>Makes the folder of a new log. One that stands there half made, by a call that broke off, is finished.</summary>
    /// <exception cref="RefusedException">Another log stands there, or something else.</exception>
    public static void Create(IDisk disk, string folder, LogDescription description)
    {
        disk.CreateFolder(folder);
        if (disk.List(folder).FirstOrDefault(name => !IsOurs(name)) is { } other)
        {
            throw new RefusedException($"{folder} is not empty ({other} stands there): a log needs a folder of its own.");
        }

        var path = $"{folder}/log.txt";
        if (disk.Read(path) is { } bytes && LogDescription.Read(bytes, path) != description)
        {
            throw new RefusedException($"{folder} holds another log already.");
        }

        disk.CreateFolder($"{folder}/public");
        disk.CreateFolder($"{folder}/journal");
        WholeFile.Tidy(disk, path);
        WholeFile.Replace(disk, path, description.ToBytes(), Sync.Description, Sync.DescriptionFolder);
        disk.SyncFolder(WholeFile.FolderOf(folder), Sync.LogFolder);
    }

    /// <summary>Opens a log to write to it.</summary>
    /// <param name="disk">Where the folder is.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="index">Opens its index, once nobody else writes to the log; the store disposes of it. <c>null</c> to leave it as it is.</param>
    /// <exception cref="RefusedException">There is no log, or another process writes to it.</exception>
    /// <exception cref="DamagedException">It cannot be read.</exception>
    public static FolderStore Open(IDisk disk, string folder, Func<LeafIndex>? index)
    {
        var description = Describe(disk, folder);
        var held = disk.TryLock($"{folder}/log.lock")
            ?? throw new RefusedException($"another process writes to {folder}. Wait until it has ended: a log has one writer.");
        try
        {
            return new FolderStore(disk, folder, description, index?.Invoke(), held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>What log a folder holds.</summary>
    /// <exception cref="RefusedException">None.</exception>
    /// <exception cref="DamagedException">It cannot be read.</exception>
    public static LogDescription Describe(IDisk disk, string folder)
        => LogDescription.Read(disk.Read($"{folder}/log.txt") ?? throw new RefusedException($"there is no log in {folder}: it has no log.txt."), $"{folder}/log.txt");

    /// <inheritdoc/>
    public byte[]? ReadCheckpoint() => disk.Read(Checkpoint);

    /// <inheritdoc/>
    public byte[]? ReadTile(TilePath path) => disk.Read($"{Public}/{path}");

    /// <inheritdoc/>
    public IReadOnlyList<ReadOnlyMemory<byte>> Begin(ulong size)
    {
        WholeFile.Tidy(disk, Checkpoint);
        published = size;
        return journal.Open(size);
    }

    /// <inheritdoc/>
    public void Append(ulong first, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        if (journal.IsLong && Volatile.Read(ref published) is var settled && journal.HoldsBefore(settled))
        {
            journal.Rotate(settled);
        }

        foreach (var batch in JournalPage.Batches(entries))
        {
            journal.Append(first, batch);
            first += (ulong)batch.Count;
        }
    }

    /// <inheritdoc/>
    public void WriteTiles(IReadOnlyList<StoredTile> tiles)
    {
        var touched = new HashSet<string>();
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

        // Under a name of its own until it is whole: a server may be asked for the file at any time, and a cache keep what it got.
        foreach (var tile in tiles)
        {
            disk.Rename(PathOf(tile) + Aside, PathOf(tile));
        }

        foreach (var parent in touched)
        {
            disk.SyncFolder(parent, Sync.TileFolder);
        }

        durableFolders.UnionWith(touched);
    }

    /// <inheritdoc/>
    public void Publish(byte[]? previous, byte[] next)
    {
        if (!(ReadCheckpoint() ?? []).AsSpan().SequenceEqual(previous ?? []))
        {
            throw new RefusedException($"{Checkpoint} is not what this process published last: something else writes to the folder.");
        }

        WholeFile.Replace(disk, Checkpoint, next, Sync.Checkpoint, Sync.CheckpointFolder);
    }

    /// <inheritdoc/>
    public void Settle(ulong size)
    {
        foreach (var full in TileLayout.New(published, size).Where(tile => tile.Width == TilePath.FullWidth))
        {
            var partials = $"{Public}/{full}.p";
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

        Volatile.Write(ref published, size);
    }

    /// <inheritdoc/>
    public void Index(ulong first, ReadOnlySpan<Hash32> leaves) => index?.Add(first, leaves);

    /// <inheritdoc/>
    public void ClearIndex() => index?.Clear();

    /// <inheritdoc/>
    public ulong? Find(in Hash32 leaf) => index?.Find(leaf);

    /// <inheritdoc/>
    public void Dispose()
    {
        journal.Dispose();
        index?.Dispose();
        held.Dispose();
    }

    private const string Aside = ".new";

    private string PathOf(StoredTile tile) => $"{Public}/{tile.Path}";

    private static bool IsOurs(string name)
        => name is "log.txt" or "public" or "journal" or "log.lock" || name.StartsWith("index.sqlite", StringComparison.Ordinal) || name.StartsWith("log.txt.", StringComparison.Ordinal);

    /// <summary>Makes a folder and what is missing above it, and notes every folder whose names must be synced for it to last.</summary>
    private void MakeFolder(string path, HashSet<string> touched)
    {
        if (path == Public || durableFolders.Contains(path))
        {
            return;
        }

        var parent = WholeFile.FolderOf(path);
        MakeFolder(parent, touched);
        disk.CreateFolder(path);
        touched.Add(parent);
    }
}
