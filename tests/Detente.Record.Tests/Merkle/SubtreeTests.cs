using Detente.Record.Merkle;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Merkle;

public sealed class SubtreeTests
{
    private const ulong Max = long.MaxValue;

    [Fact]
    public void Any_leaves_are_covered_by_two_subtrees_of_at_most_twice_as_many_each() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        var start = (ulong)random.NextInt64() >> random.Next(64);
        var end = start + Math.Min(Max - start, (ulong)random.NextInt64() >> random.Next(64));
        var (left, right) = Subtree.Covering(start, end);
        Assert.True(left.IsValid(Max) && right.IsValid(Max), $"[{start}, {end}) is covered by {left} {right}");
        Assert.True(left.Start <= start && left.End == right.Start && right.End == end);
        Assert.True(end - start <= 1 || (left.End > start && right.Size > 0));
        Assert.True(left.Size <= Math.Max(1, 2 * (left.End - start)));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 0, 0, true)]
    [InlineData(5, 5, 5, true)]
    [InlineData(6, 6, 5, false)]
    [InlineData(4, 3, 5, false)]
    [InlineData(0, 6, 5, false)]
    [InlineData(4, 7, 8, true)]
    [InlineData(2, 5, 8, false)]
    [InlineData(0, Max, Max, true)]
    [InlineData(1, Max, Max, false)]
    [InlineData(1UL << 62, Max, Max, true)]
    [InlineData(0, 0, Max + 1, false)]
    [InlineData(0, ulong.MaxValue, ulong.MaxValue, false)]
    public void A_subtree_begins_at_a_multiple_of_its_size_rounded_up(ulong start, ulong end, ulong size, bool isValid)
        => Assert.Equal(isValid, new Subtree(start, end).IsValid(size));

    [Fact]
    public void Only_leaves_of_a_tree_are_covered()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Subtree.Covering(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Subtree.Covering(0, Max + 1));
    }
}
