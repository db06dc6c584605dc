using System.Security.Cryptography;
using Detente.Node.Disks;

namespace Detente.Node.Stores;

/// <summary>
/// Entries that were acknowledged, until they stand in tiles under a published checkpoint: one file, the newest segment,
/// written at the end only. Its bytes are described in <see cref="JournalPage"/> and <see cref="JournalReader"/>.
/// </summary>
/// <remarks>
/// <para>Opening and rotating are one thing: whatever is not yet published is written into a new segment, synced, and only then is the old one removed. So what a
/// crash left behind is made durable anew before anything rests on it (a sync that failed leaves bytes that can be read and are not kept), no
/// segment is written to that an earlier run wrote to, and recovery is what runs every few seconds anyway.</para>
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

    /// <summary>The entries in the segment, and the index of the first: what a rotation takes over need not be read back.</summary>
    private List<ReadOnlyMemory<byte>> kept = [];
    private ulong first;

    /// <param name="disk">Where it is kept.</param>
    /// <param name="folder">Its folder, which exists.</param>
    /// <param name="log">32 bytes that no other log has, so that a segment of another cannot stand in.</param>
    public Journal(IDisk disk, string folder, byte[] log) => (this.disk, this.folder, this.log) = (disk, folder, log);

    /// <summary>Whether the segment has grown past <see cref="SegmentLength"/>.</summary>
    public bool IsLong => pages * JournalPage.Length > SegmentLength;

    /// <summary>Takes over what an earlier run kept, from <paramref name="size"/> on.</summary>
    /// <returns>Those entries.</returns>
    /// <exception cref="DamagedException">The segment is damaged, or does not reach back to <paramref name="size"/>.</exception>
    public IReadOnlyList<ReadOnlyMemory<byte>> Open(ulong size)
    {
        file?.Dispose();
        file = null;
        var old = Segments();
        if (old.Count == 0 && size > 0)
        {
            throw new DamagedException(folder, $"no segment of the journal is there, and {size} entries are published: entries acknowledged last may be lost with it. Put back the folder as it was last.");
        }

        var content = old.Count == 0 ? new JournalContent(size, []) : ReadSegment(old[^1]);
        if (content.First > size)
        {
            throw new DamagedException($"{folder}/{Name(old[^1])}", $"it begins with entry {content.First}, and entries from {size} on are needed: the log's folder and its key are not of the same time. Put back the folder as it was last.");
        }

        if (content.End < size)
        {
            throw new DamagedException($"{folder}/{Name(old[^1])}", $"it ends before entry {content.End}, and {size} are published: it is older than the rest of the log, and entries acknowledged later are not in it. Put back the folder as it was last.");
        }

        number = old.Count == 0 ? 0 : old[^1];
        Begin(size, content.From(size));
        foreach (var segment in old)
        {
            disk.Delete($"{folder}/{Name(segment)}");
        }

        return [.. kept];
    }

    /// <summary>Begins a segment without the entries before <paramref name="size"/>, and removes the one before.</summary>
    public void Rotate(ulong size)
    {
        file?.Dispose();
        var old = number;
        Begin(size, kept[(int)(size - first)..]);
        disk.Delete($"{folder}/{Name(old)}");
    }

    /// <summary>Whether there are entries before <paramref name="size"/> in it.</summary>
    public bool HoldsBefore(ulong size) => first < size;

    /// <summary>Keeps entries: they are durable when it returns.</summary>
    public void Append(ulong index, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        if (index != first + (ulong)kept.Count || file is null)
        {
            throw new InvalidOperationException($"The journal goes on at {first + (ulong)kept.Count}, not at {index}.");
        }

        file.Append(JournalPage.Batch(Salt(number), ref pages, index, entries));
        file.Sync(Sync.JournalBatch);
        kept.AddRange(entries);
    }

    /// <summary>Closes the segment. Everything in it stays.</summary>
    public void Dispose() => file?.Dispose();

    private void Begin(ulong index, IReadOnlyList<ReadOnlyMemory<byte>> carried)
    {
        (number, pages, first, kept) = (number + 1, 0, index, [.. carried]);

        // Under a name nobody had before: a rename that failed in an earlier run, and is carried out late, finds nothing to move.
        var path = $"{folder}/{Name(number)}";
        var aside = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}{Aside}";
        file = disk.Create(aside);
        file.Append(JournalPage.Header(Salt(number), ref pages, index));
        foreach (var batch in EntryRuns.Of(carried, JournalPage.MaxBatchLength))
        {
            file.Append(JournalPage.Batch(Salt(number), ref pages, index, batch));
            index += (ulong)batch.Count;
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
