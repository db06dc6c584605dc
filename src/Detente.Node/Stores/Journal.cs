using Detente.Node.Disks;

namespace Detente.Node.Stores;

/// <summary>
/// Entries that were acknowledged, until they stand in tiles under a published checkpoint: one file, the newest segment,
/// written at the end only. Its bytes are described in <see cref="JournalPage"/> and <see cref="JournalReader"/>.
/// </summary>
/// <remarks>
/// <para>Beginning and rotating are one thing, <see cref="Rotate"/>: whatever is not yet published is read back, written into a new segment, synced, and only then is the old
/// one removed. So what a crash left behind is made durable anew before anything rests on it (a sync that failed leaves bytes that can be read and are not kept), no segment is
/// written to that an earlier run wrote to, and recovery is what runs every few seconds anyway.</para>
/// </remarks>
internal sealed class Journal : IDisposable
{
    /// <summary>A segment longer than this, in bytes, is rotated before the next batch, once part of it is published.</summary>
    public const long SegmentLength = 16 << 20;

    private readonly IDisk disk;
    private readonly string folder;
    private readonly byte[] log;
    private ulong number;
    private IDiskFile? file;
    private ulong pages;
    private ulong end;

    /// <param name="disk">Where it is kept.</param>
    /// <param name="folder">Its folder, which exists.</param>
    /// <param name="log">32 bytes that no other log has, so that a segment of another cannot stand in.</param>
    public Journal(IDisk disk, string folder, byte[] log) => (this.disk, this.folder, this.log) = (disk, folder, log);

    /// <summary>Whether the segment has grown past <see cref="SegmentLength"/>.</summary>
    public bool IsLong => pages * JournalPage.Length > SegmentLength;

    /// <summary>The index of the first entry in the segment.</summary>
    public ulong First { get; private set; }

    /// <summary>Begins a segment with every entry kept from <paramref name="size"/> on, and removes the one before.</summary>
    /// <returns>Those entries.</returns>
    /// <exception cref="DamagedException">The segment is damaged, or does not reach back to <paramref name="size"/>.</exception>
    public IReadOnlyList<ReadOnlyMemory<byte>> Rotate(ulong size)
    {
        file?.Dispose();
        file = null;
        var old = Segments();
        var kept = old.Count == 0 ? new JournalContent(size, []) : ReadSegment(old[^1]);
        if (kept.First > size)
        {
            throw new DamagedException($"{folder}/{Name(old[^1])}", $"it begins with entry {kept.First}, and entries from {size} on are needed: the log's folder and its key are not of the same time. Put back the folder as it was last.");
        }

        var carried = kept.From(size);
        Begin(old.Count == 0 ? 1 : old[^1] + 1, size, carried);
        foreach (var segment in old)
        {
            disk.Delete($"{folder}/{Name(segment)}");
        }

        return carried;
    }

    /// <summary>Keeps entries: they are durable when it returns.</summary>
    public void Append(ulong first, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        if (first != end || file is null)
        {
            throw new InvalidOperationException($"The journal goes on at {end}, not at {first}.");
        }

        file.Append(JournalPage.Batch(Salt(number), ref pages, first, entries));
        file.Sync(Sync.JournalBatch);
        end += (ulong)entries.Count;
    }

    /// <summary>Closes the segment. Everything in it stays.</summary>
    public void Dispose() => file?.Dispose();

    private void Begin(ulong next, ulong first, IReadOnlyList<ReadOnlyMemory<byte>> carried)
    {
        var path = $"{folder}/{Name(next)}";
        var aside = path + Aside;
        disk.Delete(aside);
        (number, pages, First, end) = (next, 0, first, first);
        file = disk.Create(aside);
        file.Append(JournalPage.Header(Salt(number), ref pages, first));
        foreach (var batch in JournalPage.Batches(carried))
        {
            file.Append(JournalPage.Batch(Salt(number), ref pages, end, batch));
            end += (ulong)batch.Count;
        }

        file.Sync(Sync.JournalSegment);
        disk.Rename(aside, path);
        disk.SyncFolder(folder, Sync.JournalFolder);
    }

    private JournalContent ReadSegment(ulong segment)
    {
        var path = $"{folder}/{Name(segment)}";
        var bytes = disk.Read(path) ?? throw new DamagedException(path, "the file went away while the log was opened");
        return JournalReader.Read(bytes, Salt(segment), path);
    }

    /// <summary>The numbers of the segments, ascending. What was begun and has no name yet is removed.</summary>
    private List<ulong> Segments()
    {
        var numbers = new List<ulong>();
        foreach (var name in disk.List(folder))
        {
            if (name.EndsWith(Aside, StringComparison.Ordinal))
            {
                disk.Delete($"{folder}/{name}");
            }
            else if (name.Length == NameLength && ulong.TryParse(name, System.Globalization.NumberStyles.None, null, out var found))
            {
                numbers.Add(found);
            }
            else
            {
                throw new DamagedException($"{folder}/{name}", "this file is none of the journal's. Move it away.");
            }
        }

        return numbers;
    }

    private const string Aside = ".new";
    private const int NameLength = 20;

    private static string Name(ulong segment) => segment.ToString("d20", System.Globalization.CultureInfo.InvariantCulture);

    private JournalSalt Salt(ulong segment) => new(log, segment);
}
