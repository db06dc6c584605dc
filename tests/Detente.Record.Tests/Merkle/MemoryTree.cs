using Detente.Record.Bytes;
using Detente.Record.Merkle;

namespace Detente.Record.Tests.Merkle;

/// <summary>A tree with all its full subtrees in memory.</summary>
internal sealed class MemoryTree
{
    private readonly List<Hash32[]> levels = [];

    /// <summary>The tree of these entries.</summary>
    public MemoryTree(IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        var nodes = new Hash32[entries.Count];
        TreeHash.OfLeaves(entries, nodes);
        levels.Add(nodes);
        while (nodes.Length > 1)
        {
            var parents = new Hash32[nodes.Length / 2];
            TreeHash.OfNodes(nodes.AsSpan(0, 2 * parents.Length), parents);
            levels.Add(parents);
            nodes = parents;
        }
    }

    public NodeSource Nodes => (level, index) => levels[level][index];

    public ulong Size => (ulong)levels[0].Length;

    public Hash32 Root(ulong size) => TreeRoot.Of(size, Nodes);
}
