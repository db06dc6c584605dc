using System.Text;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Tiles;

namespace Detente.Record.Tests.Mutations;

/// <summary>Paths, bundles and tiles.</summary>
internal static class TileTargets
{
    private static readonly SmallLog Log = SmallLog.Shared;

    private static readonly TilePath Edge = TilePath.Parse("tile/0/002.p/188").OrThrow();

    private static readonly byte[] EdgeBytes = Log.Tile(Edge);

    private static readonly byte[] Top = Log.Tile(new TilePath(1, 0, 2));

    private static readonly Hash32 Root = Log.Checkpoint(700).Root;

    public static readonly IReadOnlyList<MutationTarget> All =
    [
        new("tile path", [.. new[] { "tile/0/000", "tile/0/x001/x234/067", "tile/entries/x001/000.p/17", "tile/63/999.p/255" }.Select(Encoding.ASCII.GetBytes)], ReadPath),
        new("bundle", [Log.Tile(new TilePath(TilePath.Entries, 0, 5)), EntryBundle.Write([.. Log.Entries.Skip(90).Take(4), ReadOnlyMemory<byte>.Empty])], ReadBundle),
        new("tile", [Log.Tile(Edge), Log.Tile(new TilePath(0, 0, 188))], ReadTile),
    ];

    private static Outcome ReadPath(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        return TilePath.Parse(text).TryGet(out var path, out var rejection)
            ? Outcome.Require(path.ToString() == text && path is { Level: >= -1 and <= 63, Width: >= 1 and <= 256, Index: <= TilePath.MaxIndex }, "a path has two spellings")
            : Outcome.Refused(rejection);
    }

    private static Outcome ReadBundle(byte[] bytes)
        => EntryBundle.Read(bytes, 5).TryGet(out var entries, out var rejection)
            ? Outcome.Require(entries.Count == 5 && EntryBundle.Write(entries).AsSpan().SequenceEqual(bytes), "a bundle has two spellings")
            : Outcome.Refused(rejection);

    /// <summary>A store that gives these bytes as the tile at the right edge. A broken store is thrown, as documented, and nothing else.</summary>
    private static Outcome ReadTile(byte[] bytes)
    {
        var tree = new TileTree(700, path => path == Edge ? bytes : path.Level == 1 ? Top : default);
        try
        {
            var isTrue = tree.Root() == Root;
            return Outcome.Require(
                isTrue == bytes.AsSpan().SequenceEqual(EdgeBytes) && (!isTrue || InclusionProof.Verifies(600, 700, Log.Leaves[600], tree.Inclusion(600), Root)),
                "another tile gives the same tree");
        }
        catch (RejectedException exception)
        {
            return Outcome.Refused(exception.Rejection);
        }
    }
}
