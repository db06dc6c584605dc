using System.Runtime.InteropServices;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Tiles;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Tiles;

public sealed class TileTreeTests
{
    private const int Most = 70_000;

    private static readonly Hash32[] Leaves = [.. Enumerable.Range(0, Most).Select(i => TreeHash.OfLeaf(BitConverter.GetBytes(i)))];

    /// <summary>All hashes of each tile level, of the whole of <see cref="Leaves"/>.</summary>
    private static readonly Hash32[][] Levels = [Leaves, Above(Leaves), Above(Above(Leaves))];

    [Fact]
    public void Roots_and_proofs_are_those_of_the_leaves() => Prop.ForAll(Sizes, size =>
    {
        var tree = new TileTree((ulong)size, Fetch);
        var frontier = FrontierOf(size);
        Assert.Equal(frontier.Root, tree.Root());
        Assert.Equal(frontier.Subtrees, tree.Frontier().Subtrees);
        if (size > 0)
        {
            var index = (ulong)(size * 7919L % size);
            Assert.True(InclusionProof.Verifies(index, (ulong)size, Leaves[index], tree.Inclusion(index), frontier.Root));
            var older = FrontierOf((int)index + 1);
            Assert.True(ConsistencyProof.Verifies(older.Size, (ulong)size, tree.Consistency(older.Size), older.Root, frontier.Root));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void A_full_tile_stands_in_for_a_partial_one() => Prop.ForAll(Sizes, size =>
    {
        var whole = new TileTree((ulong)size, path => path.IsPartial && (ulong)((path.Index + 1) * TilePath.FullWidth) <= (ulong)Levels[path.Level].Length ? default : Fetch(path));
        Assert.Equal(FrontierOf(size).Root, whole.Root());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    /// <summary>A log writes what is new, and may delete a partial tile once the full one stands.</summary>
    [Fact]
    public void A_log_that_grows_step_by_step_can_be_read_at_every_size_it_had() => Prop.ForAll(Gen.ListOf(Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(0, 700))).ToArbitrary(), steps =>
    {
        var store = new Dictionary<TilePath, ReadOnlyMemory<byte>>();
        var sizes = new List<int> { 0 };
        foreach (var step in steps)
        {
            var next = sizes[^1] + step;
            foreach (var path in TileLayout.New((ulong)sizes[^1], (ulong)next))
            {
                store[path] = Fetch(path);
            }

            foreach (var path in TileLayout.Partials((ulong)sizes[^1]).Where(path => step % 2 == 0 && store.ContainsKey(path.Full)))
            {
                store.Remove(path);
            }

            sizes.Add(next);
        }

        Assert.All(sizes, size => Assert.Equal(FrontierOf(size).Root, new TileTree((ulong)size, path => store.GetValueOrDefault(path)).Root()));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void Only_the_tiles_of_that_size_are_asked_for()
    {
        var asked = new HashSet<TilePath>();
        var tree = new TileTree(Most, path =>
        {
            asked.Add(path);
            return Fetch(path);
        });
        tree.Root();
        Assert.Equal(["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"], asked.Select(path => path.ToString()).Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(8192)]
    public void A_tile_of_another_length_is_a_broken_store(int length)
    {
        var tree = new TileTree(1, _ => new byte[length]);
        var thrown = Assert.Throws<RejectedException>(() => tree.Root());
        Assert.Equal(length == 0 ? "tile/missing" : "tile/length", thrown.Rejection.Rule);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(3, 1)]
    [InlineData(63, 0)]
    [InlineData(-1, 0)]
    public void A_node_outside_the_tree_is_not_given(int level, ulong index)
        => Assert.Throws<ArgumentOutOfRangeException>(() => new TileTree(10, Fetch).Nodes(level, index));

    private static Arbitrary<int> Sizes => Gen.OneOf(Gen.Choose(0, 600), Gen.Choose(0, Most), Gen.Elements(255, 256, 257, 65535, 65536, 65537)).ToArbitrary();

    private static ReadOnlyMemory<byte> Fetch(TilePath path)
    {
        var hashes = Levels[path.Level];
        var start = (int)path.Index * TilePath.FullWidth;
        return start + path.Width > hashes.Length ? default : MemoryMarshal.AsBytes(hashes.AsSpan(start, path.Width)).ToArray();
    }

    private static Frontier FrontierOf(int size)
    {
        var frontier = new Frontier();
        frontier.Append(Leaves.AsSpan(0, size));
        return frontier;
    }

    private static Hash32[] Above(Hash32[] hashes)
        => [.. Enumerable.Range(0, hashes.Length / TilePath.FullWidth).Select(tile =>
        {
            var frontier = new Frontier();
            frontier.Append(hashes.AsSpan(tile * TilePath.FullWidth, TilePath.FullWidth));

            // A frontier hashes whatever it is given as leaf hashes; over hashes of full subtrees it gives the node above them.
            return frontier.Root;
        })];
}
