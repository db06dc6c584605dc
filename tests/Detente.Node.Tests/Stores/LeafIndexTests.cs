using Detente.Node.Stores;
using Detente.Record.Bytes;
using Detente.Record.Merkle;

namespace Detente.Node.Tests.Stores;

public sealed class LeafIndexTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("detente-index-").FullName;

    private string Path => $"{folder}/index.sqlite";

    [Fact]
    public void A_leaf_is_found_at_the_first_place_it_has()
    {
        using var index = LeafIndex.InMemory();
        index.Add(0, [Leaf(1), Leaf(2), Leaf(1)]);
        index.Add(3, [Leaf(2), Leaf(3)]);
        index.Add(5, []);
        Assert.Equal(5UL, index.Count);
        Assert.Equal((ulong?)0, index.Find(Leaf(1)));
        Assert.Equal((ulong?)1, index.Find(Leaf(2)));
        Assert.Equal((ulong?)4, index.Find(Leaf(3)));
        Assert.Null(index.Find(Leaf(4)));
    }

    [Fact]
    public void What_it_holds_already_is_passed_over_and_a_gap_is_refused()
    {
        using var index = LeafIndex.InMemory();
        index.Add(0, [Leaf(0), Leaf(1), Leaf(2)]);
        index.Add(1, [Leaf(1), Leaf(2), Leaf(3)]);
        Assert.Equal(4UL, index.Count);
        Assert.Equal((ulong?)1, index.Find(Leaf(1)));
        Assert.Throws<InvalidOperationException>(() => index.Add(5, [Leaf(5)]));
        index.Clear();
        Assert.Equal(0UL, index.Count);
        Assert.Null(index.Find(Leaf(1)));
    }

    [Fact]
    public void It_is_there_again_when_it_is_opened_again()
    {
        using (var index = LeafIndex.InFile(Path))
        {
            index.Add(0, [Leaf(7)]);
        }

        using var again = LeafIndex.InFile(Path);
        Assert.Equal((ulong?)0, again.Find(Leaf(7)));
    }

    [Theory]
    [InlineData("this is no database, whatever its name says, and long enough to be looked at")]
    [InlineData("SQLite format 3\0 and then nothing that belongs to it")]
    public void A_file_that_is_no_index_is_replaced_by_an_empty_one(string content)
    {
        File.WriteAllText(Path, content.PadRight(8192, '.'));
        using var index = LeafIndex.InFile(Path);
        Assert.Equal(0UL, index.Count);
        index.Add(0, [Leaf(1)]);
        Assert.Equal((ulong?)0, index.Find(Leaf(1)));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Hash32 Leaf(int number) => TreeHash.OfLeaf(BitConverter.GetBytes(number));
}
