using Detente.Record.Tiles;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Tiles;

public sealed class TileLayoutTests
{
    private static readonly Arbitrary<ulong> Sizes = Gen.OneOf(
        Gen.Choose(0, 1000).Select(size => (ulong)size),
        Gen.Choose(0, 1 << 26).Select(size => (ulong)size),
        from shift in Gen.Choose(0, 62) from near in Gen.Choose(-2, 2) select (ulong)Math.Max(0, (1L << shift) + near)).ToArbitrary();

    /// <summary>The example of c2sp.org/tlog-tiles.</summary>
    [Fact]
    public void A_tree_of_70000_has_the_tiles_of_the_specification()
    {
        var tiles = TileLayout.At(70_000).ToList();
        Assert.Equal(273 + 1 + 1 + 1 + 1, tiles.Count);
        Assert.All(tiles.Take(273), tile => Assert.Equal((0, TilePath.FullWidth), (tile.Level, tile.Width)));
        Assert.Equal(["tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"], tiles.Skip(273).Select(tile => $"{tile}"));
        Assert.Equal(["tile/entries/273.p/112", "tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"], TileLayout.Partials(70_000).Select(tile => $"{tile}"));
    }

    [Theory]
    [InlineData(0UL, "")]
    [InlineData(1UL, "tile/0/000.p/1")]
    [InlineData(255UL, "tile/0/000.p/255")]
    [InlineData(256UL, "tile/0/000 tile/1/000.p/1")]
    [InlineData(257UL, "tile/0/000 tile/0/001.p/1 tile/1/000.p/1")]
    public void Small_trees_have_these_tiles(ulong size, string tiles) => Assert.Equal(tiles, string.Join(' ', TileLayout.At(size)));

    [Fact]
    public void Growing_writes_what_was_not_there() => Prop.ForAll(Sizes, Gen.Choose(0, 3000).ToArbitrary(), (oldSize, growth) =>
    {
        var newSize = oldSize + (ulong)growth;
        var written = TileLayout.New(oldSize, newSize).ToHashSet();
        Assert.All(written, tile =>
        {
            Assert.Equal(tile, TileLayout.At(tile.Level, tile.Index, newSize));
            Assert.NotEqual(tile, TileLayout.At(tile.Level, tile.Index, oldSize));
        });
        foreach (var level in Enumerable.Range(0, 8).Where(level => TileLayout.PartialWidth(level, newSize) > 0))
        {
            var edge = TileLayout.Partials(newSize).Single(tile => tile.Level == level);
            Assert.True(written.Contains(edge) || edge == TileLayout.At(level, edge.Index, oldSize));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_level_s_tiles_hold_all_its_hashes() => Prop.ForAll(Sizes, size =>
    {
        for (var level = 0; level < 10; level++)
        {
            var hashes = level < 8 ? size >> (8 * level) : 0;
            Assert.Equal((int)(hashes % 256), TileLayout.PartialWidth(level, size));
            Assert.Null(TileLayout.At(level, (hashes / 256) + (hashes % 256 == 0 ? 0UL : 1), size));
            if (hashes > 0)
            {
                var last = (hashes - 1) / 256;
                Assert.Equal(hashes, (last * 256) + (ulong)TileLayout.At(level, last, size)!.Value.Width);
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_log_does_not_shrink()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TileLayout.New(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TileLayout.NewBundles(2, 1));
    }
}
