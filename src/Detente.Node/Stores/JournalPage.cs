using System.Buffers.Binary;
using System.Security.Cryptography;
using Detente.Record.Tiles;

namespace Detente.Node.Stores;

/// <summary>What the checksums of one segment begin with, so that a page of another segment, or of another log, is none of its pages.</summary>
/// <param name="Log">32 bytes, the same for every segment of a log and for no other log.</param>
/// <param name="Segment">The number of the segment.</param>
internal readonly record struct JournalSalt(byte[] Log, ulong Segment);

/// <summary>
/// A segment of the journal is a row of pages, each of 512 bytes: what a disk keeps whole or not at all. Integers are big-endian.
/// <code>
/// page     kind[1] content[495] checksum[16]
/// kind     'H' the header, the first page and no other · 'B' a batch begins · 'C' it goes on
/// checksum the first 16 bytes of SHA-256("detente journal page v1" NUL · log[32] · segment u64 · page number u64 · kind · content)
///
/// header   first u64, the index of the segment's first entry; the rest is zero
/// batch    first u64, the index of its first entry · count u32 · length u32, then `length` bytes: `count` entries, each with its
///          length before it, u16, as in the bundles of c2sp.org/tlog-tiles. They run over into pages of kind 'C',
///          whose content is all entries, and the last page is filled up with zeros.
/// </code>
/// A checksum for each page, not for each batch, tells the two things apart that may happen to the end of the file: a page that
/// a power cut did not keep is missing or all zeros, and its batch was never acknowledged; a page that is there and
/// does not fit its checksum was kept and has changed since, and is damage.
/// </summary>
internal static class JournalPage
{
    /// <summary>Its length, in bytes.</summary>
    public const int Length = 512;

    /// <summary>Of its content, in bytes.</summary>
    public const int ContentLength = Length - 1 - ChecksumLength;

    /// <summary>What stands before the entries in the first page of a batch, in bytes.</summary>
    public const int BatchHeadLength = 16;

    /// <summary>The entries of one batch are together at most this long, in bytes; one entry always fits.</summary>
    public const int MaxBatchLength = 1 << 20;

    /// <summary>The kinds of page.</summary>
    public const byte HeaderKind = (byte)'H', BatchKind = (byte)'B', GoesOnKind = (byte)'C';

    private const int ChecksumLength = 16;
    private const int SaltLength = 24 + 32 + 8 + 8;

    /// <summary>The first page of a segment.</summary>
    public static byte[] Header(JournalSalt salt, ref ulong page, ulong first)
    {
        Span<byte> content = stackalloc byte[ContentLength];
        content.Clear();
        BinaryPrimitives.WriteUInt64BigEndian(content, first);
        var bytes = new byte[Length];
        Seal(bytes, HeaderKind, content, salt, page++);
        return bytes;
    }

    /// <summary>The pages of one batch.</summary>
    public static byte[] Batch(JournalSalt salt, ref ulong page, ulong first, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        var framed = FramedEntries.Write(entries);
        var content = new byte[BatchHeadLength + framed.Length];
        BinaryPrimitives.WriteUInt64BigEndian(content, first);
        BinaryPrimitives.WriteUInt32BigEndian(content.AsSpan(8), (uint)entries.Count);
        BinaryPrimitives.WriteUInt32BigEndian(content.AsSpan(12), (uint)framed.Length);
        framed.CopyTo(content, BatchHeadLength);

        var count = (content.Length + ContentLength - 1) / ContentLength;
        var bytes = new byte[count * Length];
        for (var i = 0; i < count; i++)
        {
            var part = content.AsSpan(i * ContentLength);
            Seal(bytes.AsSpan(i * Length, Length), i == 0 ? BatchKind : GoesOnKind, part[..Math.Min(part.Length, ContentLength)], salt, page++);
        }

        return bytes;
    }

    /// <summary>Whether a page fits its checksum.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> page, JournalSalt salt, ulong number)
    {
        Span<byte> checksum = stackalloc byte[ChecksumLength];
        Checksum(page[..^ChecksumLength], salt, number, checksum);
        return checksum.SequenceEqual(page[^ChecksumLength..]);
    }

    private static void Seal(Span<byte> page, byte kind, ReadOnlySpan<byte> content, JournalSalt salt, ulong number)
    {
        page[0] = kind;
        content.CopyTo(page[1..]);
        Checksum(page[..^ChecksumLength], salt, number, page[^ChecksumLength..]);
    }

    private static void Checksum(ReadOnlySpan<byte> sealedPart, JournalSalt salt, ulong number, Span<byte> checksum)
    {
        Span<byte> input = stackalloc byte[SaltLength + 1 + ContentLength];
        "detente journal page v1\0"u8.CopyTo(input);
        salt.Log.CopyTo(input[24..]);
        BinaryPrimitives.WriteUInt64BigEndian(input[56..], salt.Segment);
        BinaryPrimitives.WriteUInt64BigEndian(input[64..], number);
        sealedPart.CopyTo(input[SaltLength..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, hash);
        hash[..ChecksumLength].CopyTo(checksum);
    }
}
