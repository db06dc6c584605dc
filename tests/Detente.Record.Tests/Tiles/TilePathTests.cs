using Detente.Record.Tiles;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Tiles;

public sealed class TilePathTests
{
    [Theory]
    [InlineData("tile/0/000", 0, 0UL, 256)]
    [InlineData("tile/0/x001/x234/067", 0, 1234067UL, 256)]
    [InlineData("tile/63/999.p/255", 63, 999UL, 255)]
    [InlineData("tile/entries/x001/000.p/1", -1, 1000UL, 1)]
    [InlineData("tile/0/x036/x028/x797/x018/x963/967", 0, TilePath.MaxIndex, 256)]
    public void A_path_is_read_and_written(string path, int level, ulong index, int width)
    {
        Assert.Equal(new TilePath(level, index, width), TilePath.Parse(path).OrThrow());
        Assert.Equal(path, new TilePath(level, index, width).ToString());
    }

    [Theory]
    [InlineData("", "tile/path")]
    [InlineData("tile/0", "tile/path")]
    [InlineData("/tile/0/000", "tile/path")]
    [InlineData("tiles/0/000", "tile/path")]
    [InlineData("tile/０/000", "tile/path")]
    [InlineData("tile/0/000/000/000/000/000/000/000/000/000/000/000/000/000/000/000/000/000", "tile/path")]
    [InlineData("tile/00/000", "tile/level")]
    [InlineData("tile/64/000", "tile/level")]
    [InlineData("tile/-1/000", "tile/level")]
    [InlineData("tile/data/000", "tile/level")]
    [InlineData("tile/0/0", "tile/index")]
    [InlineData("tile/0/0000", "tile/index")]
    [InlineData("tile/0/x000", "tile/index")]
    [InlineData("tile/0/001/000", "tile/index")]
    [InlineData("tile/0/x000/001", "tile/index")]
    [InlineData("tile/0/x001/00a", "tile/index")]
    [InlineData("tile/0/000/", "tile/index")]
    [InlineData("tile/0/x036/x028/x797/x018/x963/968", "tile/index")]
    [InlineData("tile/0/000.p/0", "tile/width")]
    [InlineData("tile/0/000.p/256", "tile/width")]
    [InlineData("tile/0/000.p/01", "tile/width")]
    [InlineData("tile/0/000.p/", "tile/width")]
    [InlineData("tile/0/000.p", "tile/index")]
    public void Any_other_is_refused(string path, string rule) => Assert.Equal(rule, TilePath.Parse(path).Rejection?.Rule);

    [Fact]
    public void What_is_written_is_read_back() => Prop.ForAll(Paths, path => Assert.Equal(path, TilePath.Parse(path.ToString()).OrThrow())).QuickCheckThrowOnFailure();

    private static Arbitrary<TilePath> Paths
        => (from level in Gen.Choose(-1, 63)
            from shift in Gen.Choose(0, 54)
            from near in Gen.Choose(0, 1 << 20)
            from width in Gen.Choose(1, 256)
            select new TilePath(level, Math.Min(TilePath.MaxIndex, (1UL << shift) - 1 + (ulong)near), width)).ToArbitrary();
}
