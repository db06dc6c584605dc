using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using Detente.Record.Bytes;
using Detente.Record.Merkle;

namespace Detente.Record.Bench.Trees;

/// <summary>The work on trees. The Go program does the same, in the order in which it stands here.</summary>
internal static class MerkleItems
{
    private const int EntryLength = 256;
    private const int ProvenLeaves = 1_000_000;

    /// <summary>Entry i is its index, eight bytes most significant first, and zeros. The entries of a batch are hashed together, then appended.</summary>
    public static Func<string> Append(long leaves) => () =>
    {
        const int Batch = 4096;
        var frontier = new Frontier();
        var entries = new byte[Batch * EntryLength];
        var hashes = new Hash32[Batch];
        for (long first = 0; first < leaves; first += Batch)
        {
            var count = (int)Math.Min(Batch, leaves - first);
            for (var i = 0; i < count; i++)
            {
                BinaryPrimitives.WriteInt64BigEndian(entries.AsSpan(i * EntryLength), first + i);
            }

            TreeHash.OfLeaves(entries.AsSpan(0, count * EntryLength), EntryLength, hashes.AsSpan(0, count));
            frontier.Append(hashes.AsSpan(0, count));
        }

        return frontier.Root.ToBase64();
    };

    /// <summary>The same 4096 pairs over and over.</summary>
    public static Func<string> Nodes(long count)
    {
        var children = Children();
        var parents = new Hash32[children.Length / 2];
        return () =>
        {
            for (long done = 0; done < count; done += parents.Length)
            {
                TreeHash.OfNodes(children, parents);
            }

            return Xor(parents);
        };
    }

    public static Func<string> Prove(long count)
    {
        var nodes = Tree();
        return () =>
        {
            var all = new byte[Hash32.Size];
            for (long i = 0; i < count; i++)
            {
                var proof = InclusionProof.Make(Index(i), ProvenLeaves, nodes);
                Add(all, proof[0]);
                Add(all, proof[^1]);
            }

            return Convert.ToHexStringLower(all);
        };
    }

    public static Func<string> Verify(long count)
    {
        var nodes = Tree();
        var root = TreeRoot.Of(ProvenLeaves, nodes);
        var proofs = Enumerable.Range(0, 10_000).Select(i => InclusionProof.Make(Index(i), ProvenLeaves, nodes)).ToArray();
        return () =>
        {
            for (long i = 0; i < count; i++)
            {
                var proof = i % proofs.Length;
                if (!InclusionProof.Verifies(Index(proof), ProvenLeaves, nodes(0, Index(proof)), proofs[proof], root))
                {
                    throw new InvalidOperationException($"Proof {proof} does not verify.");
                }
            }

            return $"{count}";
        };
    }

    public static Hash32[] Children()
    {
        var children = new Hash32[8192];
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = Leaf(i);
        }

        return children;
    }

    public static string Xor(ReadOnlySpan<Hash32> hashes)
    {
        var all = new byte[Hash32.Size];
        foreach (ref readonly var hash in hashes)
        {
            Add(all, hash);
        }

        return Convert.ToHexStringLower(all);
    }

    private static void Add(Span<byte> all, in Hash32 hash)
        => (new Vector<byte>(all) ^ new Vector<byte>(MemoryMarshal.AsBytes(new ReadOnlySpan<Hash32>(in hash)))).CopyTo(all);

    /// <summary>The leaf that the i-th proof is about.</summary>
    private static ulong Index(long i) => (ulong)(i * 7919 % ProvenLeaves);

    /// <summary>All full subtrees of the tree whose entries are the eight bytes of their index.</summary>
    private static NodeSource Tree()
    {
        var levels = new List<Hash32[]> { new Hash32[ProvenLeaves] };
        for (var i = 0; i < ProvenLeaves; i++)
        {
            levels[0][i] = Leaf(i);
        }

        while (levels[^1].Length > 1)
        {
            var parents = new Hash32[levels[^1].Length / 2];
            TreeHash.OfNodes(levels[^1].AsSpan(0, 2 * parents.Length), parents);
            levels.Add(parents);
        }

        return (level, index) => levels[level][index];
    }

    private static Hash32 Leaf(long index)
    {
        Span<byte> entry = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(entry, index);
        return TreeHash.OfLeaf(entry);
    }
}
