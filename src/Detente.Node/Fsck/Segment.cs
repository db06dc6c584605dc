using Detente.Record.Bytes;

namespace Detente.Node.Fsck;

/// <summary>What a segment of the journal holds, up to the first batch that is not whole.</summary>
/// <param name="File">The file.</param>
/// <param name="First">The index of its first entry.</param>
internal sealed record Segment(string File, ulong First)
{
    private readonly List<Hash32?> leaves = [];
    private readonly List<(ulong First, long Offset)> batches = [];

    /// <summary>The leaf hashes of its entries, in order.</summary>
    public IReadOnlyList<Hash32?> Leaves => leaves;

    /// <summary>The index after its last entry.</summary>
    public ulong End => First + (ulong)leaves.Count;

    /// <summary>Where the batch with an entry begins, in bytes.</summary>
    public long OffsetOf(ulong index) => batches.Last(batch => batch.First <= index).Offset;

    /// <summary>Adds a batch that begins at an offset.</summary>
    public void Add(IEnumerable<Hash32?> entries, long offset)
    {
        batches.Add((End, offset));
        leaves.AddRange(entries);
    }
}
