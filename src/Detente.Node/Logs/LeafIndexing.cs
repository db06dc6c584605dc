using Detente.Node.Stores;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Tiles;

namespace Detente.Node.Logs;

/// <summary>Brings the index of a store up to its entries. It is derived from them, so that it may be lost, or be of another time.</summary>
internal static class LeafIndexing
{
    /// <summary>Adds what is missing of the first <paramref name="size"/> entries. An index that does not agree with them is emptied first.</summary>
    public static void CatchUp(ILogStore store, ulong size)
    {
        var tree = new StoredTree(store, size);
        if (store.Indexed is > 0 and var held && (held > size || !(store.Find(tree.Leaf(held - 1)) < held)))
        {
            store.ClearIndex();
        }

        while (store.Indexed is { } from && from < size)
        {
            var number = from / TilePath.FullWidth;
            var bundle = tree.Bundle(number);
            var leaves = new Hash32[bundle.Count];
            TreeHash.OfLeaves(bundle, leaves);
            store.Index(number * TilePath.FullWidth, leaves);
        }
    }
}
