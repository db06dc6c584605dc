using System.Security.Cryptography;
using Detente.Record.Bytes;

namespace Detente.Node.Fsck;

/// <summary>The tree of RFC 6962 section 2.1 again, by the framework's SHA-256 alone: one hash at a time, nothing kept.</summary>
internal static class Sha
{
    /// <summary>The hash of an entry.</summary>
    public static Hash32 Leaf(ReadOnlySpan<byte> entry)
    {
        var input = new byte[1 + entry.Length];
        entry.CopyTo(input.AsSpan(1));
        return Hash32.Of(SHA256.HashData(input));
    }

    /// <summary>The root over subtrees that follow one another, the larger first, each full: 2^height leaves. <c>null</c> where one of them is not known.</summary>
    public static Hash32? Root(IEnumerable<(int Height, Hash32? Hash)> subtrees)
    {
        var row = new Stack<(int Height, Hash32? Hash)>();
        foreach (var subtree in subtrees)
        {
            var (height, hash) = subtree;
            while (row.TryPeek(out var left) && left.Height == height)
            {
                hash = Node(row.Pop().Hash, hash);
                height++;
            }

            row.Push((height, hash));
        }

        if (row.Count == 0)
        {
            return Hash32.Of(SHA256.HashData([]));
        }

        var root = row.Pop().Hash;
        while (row.TryPop(out var left))
        {
            root = Node(left.Hash, root);
        }

        return root;
    }

    /// <summary>The root over hashes of one height.</summary>
    public static Hash32? Root(IEnumerable<Hash32?> hashes) => Root(hashes.Select(hash => (0, hash)));

    private static Hash32? Node(Hash32? left, Hash32? right)
    {
        if (left is not { } first || right is not { } second)
        {
            return null;
        }

        Span<byte> input = stackalloc byte[1 + (2 * Hash32.Size)];
        input[0] = 1;
        first.CopyTo(input[1..]);
        second.CopyTo(input[(1 + Hash32.Size)..]);
        return Hash32.Of(SHA256.HashData(input));
    }
}
