using System.Runtime.InteropServices;
using Detente.Record.Bytes;
using Detente.Record.Merkle;

namespace Detente.Record.Tiles;

/// <summary>
/// A tree of one size read from its tiles. It takes the partial tiles of exactly that size, and the full tile where only that is
/// left of one. What it gives is as true as the tiles are: check roots and proofs against a signed checkpoint.
/// </summary>
/// <remarks>It keeps the tile read last at each level, so one tree is for one thread.</remarks>
public sealed class TileTree
{
    private readonly Func<TilePath, ReadOnlyMemory<byte>> fetch;
    private readonly Dictionary<int, (TilePath Path, Hash32[] Hashes)> latest = [];

    /// <summary>A tree.</summary>
    /// <param name="size">Its leaves, at most 2^63 − 1.</param>
    /// <param name="fetch">The bytes at a path; none where nothing stands there. It is asked for hash tiles only.</param>
    public TileTree(ulong size, Func<TilePath, ReadOnlyMemory<byte>> fetch)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, (ulong)long.MaxValue);
        Size = size;
        this.fetch = fetch;
        Nodes = Node;
    }

    /// <summary>Its leaves.</summary>
    public ulong Size { get; }

    /// <summary>The hash of any full subtree in it.</summary>
    /// <exception cref="RejectedException">A tile is missing or has another length than its path says: rules <c>tile/missing</c> and <c>tile/length</c>.</exception>
    public NodeSource Nodes { get; }

    /// <summary>Its root (RFC 6962, section 2.1).</summary>
    /// <exception cref="RejectedException">As for <see cref="Nodes"/>.</exception>
    public Hash32 Root() => TreeRoot.Of(Size, Nodes);

    /// <summary>The inclusion proof of a leaf.</summary>
    /// <exception cref="RejectedException">As for <see cref="Nodes"/>.</exception>
    public Hash32[] Inclusion(ulong index) => InclusionProof.Make(index, Size, Nodes);

    /// <summary>The consistency proof from a smaller tree to this one.</summary>
    /// <exception cref="RejectedException">As for <see cref="Nodes"/>.</exception>
    public Hash32[] Consistency(ulong oldSize) => ConsistencyProof.Make(oldSize, Size, Nodes);

    /// <summary>Its right edge, from which it can grow.</summary>
    /// <exception cref="RejectedException">As for <see cref="Nodes"/>.</exception>
    public Frontier Frontier()
    {
        var subtrees = new List<Hash32>();
        ulong covered = 0;
        for (var level = 62; level >= 0; level--)
        {
            if ((Size >> level & 1) != 0)
            {
                subtrees.Add(Node(level, covered >> level));
                covered += 1UL << level;
            }
        }

        return Merkle.Frontier.Of(Size, CollectionsMarshal.AsSpan(subtrees));
    }

    private Hash32 Node(int level, ulong index)
    {
        if (level is < 0 or > 62 || index >= Size >> level)
        {
            throw new ArgumentOutOfRangeException(nameof(index), $"A tree of {Size} leaves has no full subtree {index} at level {level}.");
        }

        // The node spans 2^height hashes of one tile, and is hashed up from them.
        var height = level % TilePath.Height;
        var first = index << height;
        scoped ReadOnlySpan<Hash32> hashes = Tile(TileLayout.At(level / TilePath.Height, first / TilePath.FullWidth, Size)!.Value)
            .AsSpan((int)(first % TilePath.FullWidth), 1 << height);
        Span<Hash32> above = stackalloc Hash32[1 << height];
        while (hashes.Length > 1)
        {
            var parents = above[..(hashes.Length / 2)];
            TreeHash.OfNodes(hashes, parents);
            above = above[parents.Length..];
            hashes = parents;
        }

        return hashes[0];
    }

    private Hash32[] Tile(TilePath path)
    {
        if (latest.TryGetValue(path.Level, out var known) && known.Path == path)
        {
            return known.Hashes;
        }

        var bytes = fetch(path);
        var found = path;
        if (bytes.IsEmpty && path.IsPartial)
        {
            found = path.Full;
            bytes = fetch(found);
        }

        if (bytes.Length != found.Width * Hash32.Size)
        {
            throw new RejectedException(bytes.IsEmpty
                ? new Rejection("tile/missing", $"There is no {path}, nor the full tile.")
                : new Rejection("tile/length", $"{found} has {bytes.Length} bytes, not {found.Width * Hash32.Size}."));
        }

        var hashes = MemoryMarshal.Cast<byte, Hash32>(bytes.Span)[..path.Width].ToArray();
        latest[path.Level] = (path, hashes);
        return hashes;
    }
}
