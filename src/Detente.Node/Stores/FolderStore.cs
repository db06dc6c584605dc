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
/// public/             what anybody may read (<see cref="PublicTree"/>)
/// journal/            entries acknowledged and not yet published (<see cref="Journal"/>)
/// index.sqlite        leaf hash ⇒ index; derived, and made again when it is missing
/// log.lock            held by the process that writes
/// </code>
/// </summary>
internal sealed class FolderStore : ILogStore
{
    private readonly string folder;
    private readonly LeafIndex? index;
    private readonly PublicTree tree;
    private readonly Journal journal;
    private readonly IDisposable? held;
    private ulong published;

    private FolderStore(IDisk disk, string folder, LogDescription description, LeafIndex? index, IDisposable? held)
    {
        this.folder = folder;
        this.index = index;
        this.held = held;
        Description = description;
        tree = new PublicTree(disk, $"{folder}/public", isMade: true);
        journal = new Journal(disk, $"{folder}/journal", SHA256.HashData(Encoding.UTF8.GetBytes(description.Origin)));
    }

    /// <inheritdoc/>
    public LogDescription Description { get; }

    /// <inheritdoc/>
    public string Name => folder;

    /// <inheritdoc/>
    public ulong? Indexed => index?.Count;

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

        if (PublishedNote.SizeOf(disk.Read($"{folder}/public/checkpoint")) is not 0)
        {
            throw new RefusedException($"{folder} holds this log already, with a checkpoint of entries.");
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

    /// <summary>Opens what a log has published, beside whoever writes to it.</summary>
    /// <exception cref="RefusedException">There is no log.</exception>
    /// <exception cref="DamagedException">It cannot be read.</exception>
    public static FolderStore OpenToRead(IDisk disk, string folder) => new(disk, folder, Describe(disk, folder), index: null, held: null);

    /// <summary>What log a folder holds.</summary>
    /// <exception cref="RefusedException">None.</exception>
    /// <exception cref="DamagedException">It cannot be read.</exception>
    public static LogDescription Describe(IDisk disk, string folder)
        => LogDescription.Read(disk.Read($"{folder}/log.txt") ?? throw new RefusedException($"there is no log in {folder}: it has no log.txt."), $"{folder}/log.txt");

    /// <inheritdoc/>
    public byte[]? ReadCheckpoint() => tree.ReadCheckpoint();

    /// <inheritdoc/>
    public byte[]? ReadTile(TilePath path) => tree.ReadTile(path);

    /// <inheritdoc/>
    public IReadOnlyList<ReadOnlyMemory<byte>> Begin(ulong size)
    {
        if (held is null)
        {
            throw new InvalidOperationException("The log was opened to read.");
        }

        tree.Tidy();
        published = size;
        return journal.Open(size);
    }

    /// <inheritdoc/>
    public void Append(ulong first, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        foreach (var batch in EntryRuns.Of(entries, JournalPage.MaxBatchLength))
        {
            if (journal.IsLong && Volatile.Read(ref published) is var settled && journal.HoldsBefore(settled))
            {
                journal.Rotate(settled);
            }

            journal.Append(first, batch);
            first += (ulong)batch.Count;
        }
    }

    /// <inheritdoc/>
    public void WriteTiles(IReadOnlyList<StoredTile> tiles) => tree.WriteTiles(tiles);

    /// <inheritdoc/>
    public void Publish(byte[]? previous, byte[] next) => tree.Publish(previous, next);

    /// <inheritdoc/>
    public void Settle(ulong size)
    {
        tree.RemovePartials(published, size);
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
        held?.Dispose();
    }

    private static bool IsOurs(string name)
        => name is "log.txt" or "public" or "journal" or "log.lock" || name.StartsWith("index.sqlite", StringComparison.Ordinal) || name.StartsWith("log.txt.", StringComparison.Ordinal);
}
