using Detente.Record.Tiles;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Tiles;

public sealed class EntryBundleTests
{
    [Fact]
    public void What_is_written_is_read_back() => Prop.ForAll(Bundles, entries =>
    {
        var bytes = EntryBundle.Write(entries);
        Assert.Equal(entries.Select(entry => entry.ToArray()), EntryBundle.Read(bytes, entries.Count).OrThrow().Select(entry => entry.ToArray()));
        if (entries.Count > 0)
        {
            Assert.Equal("bundle/trailing-bytes", EntryBundle.Read(bytes, entries.Count - 1).Rejection!.Rule);
            Assert.Equal("bundle/truncated", EntryBundle.Read(bytes.AsMemory(..^1), entries.Count).Rejection!.Rule);
        }

        if (entries.Count < TilePath.FullWidth)
        {
            Assert.Equal("bundle/too-few-entries", EntryBundle.Read(bytes, entries.Count + 1).Rejection!.Rule);
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Theory]
    [InlineData("00", 1, "bundle/truncated", 0)]
    [InlineData("000161", 2, "bundle/too-few-entries", 3)]
    [InlineData("000161ffff61", 2, "bundle/truncated", 3)]
    [InlineData("0000", 0, "bundle/trailing-bytes", 0)]
    [InlineData("00006100", 1, "bundle/trailing-bytes", 2)]
    public void Any_other_is_refused(string hex, int expected, string rule, int offset)
    {
        var rejection = EntryBundle.Read(Convert.FromHexString(hex), expected).Rejection!;
        Assert.Equal((rule, offset), (rejection.Rule, rejection.Offset));
    }

    [Fact]
    public void Too_much_is_not_written()
    {
        Assert.Throws<ArgumentException>(() => EntryBundle.Write([new byte[EntryBundle.MaxEntryLength + 1]]));
        Assert.Throws<ArgumentException>(() => EntryBundle.Write([.. Enumerable.Repeat(ReadOnlyMemory<byte>.Empty, 257)]));
        Assert.Equal(2 + EntryBundle.MaxEntryLength, EntryBundle.Write([new byte[EntryBundle.MaxEntryLength]]).Length);
    }

    private static Arbitrary<List<ReadOnlyMemory<byte>>> Bundles
        => (from count in Gen.OneOf(Gen.Choose(0, 5), Gen.Constant(256))
            from entries in Gen.ListOf(Gen.Choose(0, 300).Select(length => (ReadOnlyMemory<byte>)Enumerable.Range(0, length).Select(i => (byte)(i * length % 251)).ToArray()), count)
            select entries.ToList()).ToArbitrary();
}
