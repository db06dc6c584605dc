using System.Security.Cryptography;
using Detente.Record.Bytes;
using Detente.Record.Merkle;

namespace Detente.Record.Tests.Merkle;

/// <summary>
/// The tree as its definitions write it, slow and obvious: MTH, PATH and PROOF of RFC 6962 section 2.1, SUBTREE_PROOF of
/// draft-ietf-plants-merkle-tree-certs section 4.4. It shares no code with what it is compared with.
/// </summary>
internal sealed class RecursiveTree(IReadOnlyList<byte[]> entries)
{
    private readonly Dictionary<(int Low, int High), Hash32> known = [];

    /// <summary>A tree of <paramref name="size"/> entries, at most 256, the i-th the byte i.</summary>
    public static RecursiveTree OfBytes(int size) => new([.. Enumerable.Range(0, size).Select(i => new[] { (byte)i })]);

    /// <summary>Hashes of full subtrees, as the code under test asks for them; it must ask for no others.</summary>
    public NodeSource NodesOf(int size) => (level, index) =>
    {
        var (low, high) = (index << level, (index + 1) << level);
        Assert.True(high <= (ulong)size, $"Node {level}/{index} was asked for in a tree of {size} leaves.");
        return Hash((int)low, (int)high);
    };

    /// <summary>MTH(D[low:high]).</summary>
    public Hash32 Hash(int low, int high)
    {
        if (!known.TryGetValue((low, high), out var hash))
        {
            hash = (high - low) switch
            {
                0 => Hash32.Of(SHA256.HashData([])),
                1 => Hash32.Of(SHA256.HashData([0, .. entries[low]])),
                var n => Hash32.Of(SHA256.HashData([1, .. Hash(low, low + Split(n)).ToArray(), .. Hash(low + Split(n), high).ToArray()])),
            };
            known.Add((low, high), hash);
        }

        return hash;
    }

    /// <summary>PATH(m, D[low:high]).</summary>
    public IEnumerable<Hash32> Path(int m, int low, int high)
    {
        if (high - low <= 1)
        {
            return [];
        }

        var k = Split(high - low);
        return m < k
            ? Path(m, low, low + k).Append(Hash(low + k, high))
            : Path(m - k, low + k, high).Append(Hash(low, low + k));
    }

    /// <summary>PROOF(m, D[0:n]).</summary>
    public IEnumerable<Hash32> Proof(int m, int n) => m == 0 ? [] : SubProof(m, 0, n, true);

    /// <summary>SUBTREE_PROOF(start, end, D[0:n]).</summary>
    public IEnumerable<Hash32> SubtreeProof(int start, int end, int n) => start == end ? [] : SubtreeSubProof(start, end, 0, n, true);

    /// <summary>Whether [start, end) is a subtree: the start is a multiple of the least power of two that is no less than its size.</summary>
    public static bool IsSubtree(int start, int end)
    {
        var ceiling = 1;
        while (ceiling < end - start)
        {
            ceiling *= 2;
        }

        return start <= end && start % ceiling == 0;
    }

    private IEnumerable<Hash32> SubProof(int m, int low, int high, bool known)
    {
        if (m == high - low)
        {
            return known ? [] : [Hash(low, high)];
        }

        var k = Split(high - low);
        return m <= k
            ? SubProof(m, low, low + k, known).Append(Hash(low + k, high))
            : SubProof(m - k, low + k, high, false).Append(Hash(low, low + k));
    }

    private IEnumerable<Hash32> SubtreeSubProof(int start, int end, int low, int high, bool known)
    {
        if (start == 0 && end == high - low)
        {
            return known ? [] : [Hash(low, high)];
        }

        var k = Split(high - low);
        return end <= k ? SubtreeSubProof(start, end, low, low + k, known).Append(Hash(low + k, high))
            : k <= start ? SubtreeSubProof(start - k, end - k, low + k, high, known).Append(Hash(low, low + k))
            : SubtreeSubProof(0, end - k, low + k, high, false).Append(Hash(low, low + k));
    }

    private static int Split(int n)
    {
        var k = 1;
        while (2 * k < n)
        {
            k *= 2;
        }

        return k;
    }
}
