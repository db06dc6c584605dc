using Detente.Record.Bytes;
using Detente.Record.Merkle;
using FsCheck;
using FsCheck.Fluent;

namespace Detente.Record.Tests.Merkle;

public sealed class FrontierTests
{
    [Fact]
    public void Leaves_appended_together_are_leaves_appended_one_by_one() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        var (together, alone) = (new Frontier(), new Frontier());
        for (var batch = 0; batch < 6; batch++)
        {
            var leaves = new Hash32[random.Next(3) == 0 ? random.Next(6000) : random.Next(40)];
            random.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(leaves.AsSpan()));
            together.Append(leaves);
            foreach (var leaf in leaves)
            {
                alone.Append(leaf);
            }

            Assert.Equal(alone.Size, together.Size);
            Assert.Equal(alone.Subtrees, together.Subtrees);
            Assert.Equal(alone.Root, together.Root);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_goes_on_from_any_size() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        var entries = new ReadOnlyMemory<byte>[random.Next(1, 700)];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = new byte[random.Next(10)];
        }

        var tree = new MemoryTree(entries);
        var leaves = Enumerable.Range(0, entries.Length).Select(i => tree.Nodes(0, (ulong)i)).ToArray();
        var first = random.Next(entries.Length + 1);
        var frontier = new Frontier();
        frontier.Append(leaves.AsSpan(0, first));
        var copy = frontier.Copy();
        frontier = Frontier.Of(frontier.Size, frontier.Subtrees);
        frontier.Append(leaves.AsSpan(first));
        Assert.Equal(tree.Root(tree.Size), frontier.Root);
        Assert.Equal(tree.Root((ulong)first), copy.Root);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_empty_tree_has_the_root_of_nothing()
    {
        var frontier = new Frontier();
        frontier.Append([]);
        Assert.Equal(0UL, frontier.Size);
        Assert.Empty(frontier.Subtrees);
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", $"{frontier.Root}");
    }
}
