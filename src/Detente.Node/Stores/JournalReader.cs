using System.Buffers.Binary;
using Detente.Record.Tiles;

namespace Detente.Node.Stores;

/// <summary>What a segment holds.</summary>
/// <param name="First">The index of its first entry.</param>
/// <param name="Entries">Its entries, in order.</param>
internal sealed record JournalContent(ulong First, IReadOnlyList<ReadOnlyMemory<byte>> Entries)
{
    /// <summary>The index after its last entry.</summary>
    public ulong End => First + (ulong)Entries.Count;

    /// <summary>The entries from an index on, which it reaches to.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> From(ulong index) => [.. Entries.Skip((int)(index - First))];
}

/// <summary>Reads a segment of the journal: every batch that was acknowledged, and perhaps one that was about to be.</summary>
internal static class JournalReader
{
    /// <summary>Reads up to the first batch that is not whole.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="salt">Of this log and this segment.</param>
    /// <param name="path">What messages call it.</param>
    /// <exception cref="DamagedException">A page has changed since it was written.</exception>
    public static JournalContent Read(ReadOnlyMemory<byte> bytes, JournalSalt salt, string path)
    {
        var pages = new Pages(bytes, salt, path);
        var header = pages.Next(JournalPage.HeaderKind) ?? throw pages.Damage("its first page is missing");
        var first = BinaryPrimitives.ReadUInt64BigEndian(header);
        var entries = new List<ReadOnlyMemory<byte>>();
        while (ReadBatch(pages, first + (ulong)entries.Count) is { } batch)
        {
            entries.AddRange(batch);
        }

        pages.RefuseLater();
        return new JournalContent(first, entries);
    }

    /// <summary>The entries of the next batch; <c>null</c> where there is none, or a page of it was not kept.</summary>
    private static IReadOnlyList<ReadOnlyMemory<byte>>? ReadBatch(Pages pages, ulong expected)
    {
        if (pages.Next(JournalPage.BatchKind) is not { } head)
        {
            return null;
        }

        var first = BinaryPrimitives.ReadUInt64BigEndian(head);
        var count = BinaryPrimitives.ReadUInt32BigEndian(head[8..]);
        var length = (int)BinaryPrimitives.ReadUInt32BigEndian(head[12..]);
        if (first != expected)
        {
            throw pages.Damage($"a batch begins with entry {first} where entry {expected} is next");
        }

        var bundle = new byte[length];
        var filled = 0;
        for (var part = head[JournalPage.BatchHeadLength..]; ;)
        {
            var take = Math.Min(part.Length, length - filled);
            part[..take].CopyTo(bundle.AsSpan(filled));
            filled += take;
            if (filled == length)
            {
                break;
            }

            if (pages.Next(JournalPage.GoesOnKind) is not { } more)
            {
                return null;
            }

            part = more;
        }

        return FramedEntries.Read(bundle, (int)count).TryGet(out var entries, out var rejection) ? entries : throw pages.Damage($"{rejection}");
    }

    private sealed class Pages(ReadOnlyMemory<byte> bytes, JournalSalt salt, string path)
    {
        private int next;

        /// <summary>The content of the next page; <c>null</c> where it was not kept.</summary>
        public byte[]? Next(byte kind)
        {
            if (PageAt(next) is not { } page)
            {
                return null;
            }

            if (page[0] != kind)
            {
                throw Damage($"a page of kind '{(char)page[0]}' stands where one of kind '{(char)kind}' belongs");
            }

            next++;
            return page[1..(1 + JournalPage.ContentLength)];
        }

        /// <summary>After a page that was not kept, others of the same batch may stand; each must be whole, and none begins a batch after it.</summary>
        public void RefuseLater()
        {
            for (var later = next; (long)later * JournalPage.Length < bytes.Length; later++)
            {
                if (PageAt(later) is [JournalPage.BatchKind or JournalPage.HeaderKind, ..] && later > next)
                {
                    next = later;
                    throw Damage("a batch follows one that was not kept whole, and is written only after it was");
                }
            }
        }

        public DamagedException Damage(string what)
            => new($"{path}, byte {(long)next * JournalPage.Length}", $"{what}. Entries acknowledged last may be lost here: put back the file from a copy, or take the entries back from a mirror.");

        private byte[]? PageAt(int number)
        {
            var start = (long)number * JournalPage.Length;
            if (start + JournalPage.Length > bytes.Length)
            {
                return null;
            }

            var page = bytes.Slice((int)start, JournalPage.Length).Span;
            if (!page.ContainsAnyExcept((byte)0))
            {
                return null;
            }

            if (JournalPage.IsWhole(page, salt, (ulong)number))
            {
                return page.ToArray();
            }

            next = number;
            throw Damage("a page does not fit its checksum");
        }
    }
}
