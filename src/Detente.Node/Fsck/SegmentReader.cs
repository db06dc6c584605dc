using System.Buffers.Binary;
using System.Security.Cryptography;
using Detente.Record.Bytes;

namespace Detente.Node.Fsck;

/// <summary>
/// Reads a segment of the journal again, from the description of its bytes at <see cref="Stores.JournalPage"/>: every page, also
/// after one that is damaged.
/// </summary>
internal sealed class SegmentReader(Findings findings, string file, byte[] bytes, byte[] log, ulong number)
{
    private const int PageLength = 512;
    private const int ChecksumLength = 16;
    private const int ContentLength = PageLength - 1 - ChecksumLength;
    private const int BatchHeadLength = 16;

    private enum State
    {
        /// <summary>It is missing, cut off or all zeros: what a power cut leaves of a page that was not kept.</summary>
        NotKept,
        Damaged,
        Whole,
    }

    private int at;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; } = (bytes.Length + PageLength - 1) / PageLength;

    /// <summary>What it holds; <c>null</c> where its first page is not whole.</summary>
    public Segment? Read()
    {
        var states = Enumerable.Range(0, Pages).Select(StateOf).ToList();
        foreach (var damaged in states.Index().Where(page => page.Item == State.Damaged))
        {
            Fault("journal/page", damaged.Index, "the page does not fit its checksum: it has changed since it was kept");
        }

        if (Pages == 0 || states[0] != State.Whole || Kind(0) != 'H')
        {
            if (Pages == 0 || states[0] != State.Damaged)
            {
                Fault("journal/header", 0, "the first page is not that of a segment");
            }

            return null;
        }

        var segment = new Segment(file, BinaryPrimitives.ReadUInt64BigEndian(Content(0)));
        at = 1;
        while (at < Pages && states[at] == State.Whole && ReadBatch(states, segment))
        {
        }

        CheckTail(states);
        return segment;
    }

    /// <summary>Reads the batch at a page; <c>false</c> where there is no whole one that goes on from the last.</summary>
    private bool ReadBatch(List<State> states, Segment segment)
    {
        if (Kind(at) != 'B')
        {
            Fault("journal/order", at, $"a page of kind '{Kind(at)}' stands where a batch begins");
            return false;
        }

        var head = Content(at);
        var first = BinaryPrimitives.ReadUInt64BigEndian(head);
        var count = BinaryPrimitives.ReadUInt32BigEndian(head[8..]);
        var length = BinaryPrimitives.ReadUInt32BigEndian(head[12..]);
        var pages = (BatchHeadLength + (long)length + ContentLength - 1) / ContentLength;
        if (first != segment.End)
        {
            Fault("journal/order", at, $"a batch begins with entry {first} where entry {segment.End} is next");
            return false;
        }

        for (var i = 1; i < pages; i++)
        {
            if (at + i >= Pages || states[at + i] != State.Whole)
            {
                return false;
            }

            if (Kind(at + i) != 'C')
            {
                Fault("journal/order", at + i, $"a page of kind '{Kind(at + i)}' stands inside a batch");
                return false;
            }
        }

        var bundle = new byte[length];
        Enumerable.Range(at, (int)pages).SelectMany(page => Content(page).ToArray()).Skip(BatchHeadLength).Take((int)length).ToArray().CopyTo(bundle, 0);
        var entries = Bundle.Read(bundle, (int)Math.Min(count, length / 2));
        if (entries.Fault is not null || count > length / 2)
        {
            Fault("journal/batch", at, $"the batch is not {count} entries");
            return false;
        }

        segment.Add(entries.Leaves, (long)at * PageLength);
        at += (int)pages;
        return true;
    }

    /// <summary>After the first batch that is not whole only pages of that batch may stand: the next is begun once it was kept.</summary>
    private void CheckTail(List<State> states)
    {
        if (at == Pages || states.Skip(at).Any(state => state == State.Damaged) || findings.IsFaulty(file))
        {
            return;
        }

        var later = Enumerable.Range(at + 1, Pages - at - 1).FirstOrDefault(page => states[page] == State.Whole && Kind(page) != 'C', -1);
        if (later >= 0)
        {
            Fault("journal/order", later, $"a batch follows one that was not kept whole (byte {(long)at * PageLength}), and is written only after it was");
        }
        else if (states.Skip(at).Any(state => state == State.Whole))
        {
            findings.Note(file, $"a batch at byte {(long)at * PageLength} is not whole: it was never acknowledged");
        }
    }

    private State StateOf(int page)
    {
        var start = page * PageLength;
        if (start + PageLength > bytes.Length || !bytes.AsSpan(start, PageLength).ContainsAnyExcept((byte)0))
        {
            return State.NotKept;
        }

        var input = new byte[24 + 32 + 8 + 8 + PageLength - ChecksumLength];
        "detente journal page v1\0"u8.CopyTo(input);
        log.CopyTo(input, 24);
        BinaryPrimitives.WriteUInt64BigEndian(input.AsSpan(56), number);
        BinaryPrimitives.WriteUInt64BigEndian(input.AsSpan(64), (ulong)page);
        bytes.AsSpan(start, PageLength - ChecksumLength).CopyTo(input.AsSpan(72));
        return SHA256.HashData(input).AsSpan(0, ChecksumLength).SequenceEqual(bytes.AsSpan(start + PageLength - ChecksumLength, ChecksumLength)) ? State.Whole : State.Damaged;
    }

    private char Kind(int page) => (char)bytes[page * PageLength];

    private ReadOnlySpan<byte> Content(int page) => bytes.AsSpan((page * PageLength) + 1, ContentLength);

    private void Fault(string rule, int page, string message) => findings.Fault(rule, file, (long)page * PageLength, message);
}
