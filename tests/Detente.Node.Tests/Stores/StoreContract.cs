using Detente.Node.Disks;
using Detente.Node.Logs;
using Detente.Node.Stores;
using Detente.Node.Tests.Logs;
using Detente.Record.Bytes;
using Detente.Record.Merkle;
using Detente.Record.Tiles;

namespace Detente.Node.Tests.Stores;

/// <summary>What every store holds: <see cref="ILogStore"/>. Each store runs all of these.</summary>
public abstract class StoreContract : IDisposable
{
    private static readonly byte[] First = "first checkpoint"u8.ToArray();
    private static readonly byte[] Second = "second checkpoint"u8.ToArray();

    private readonly string folder = Directory.CreateTempSubdirectory("detente-store-").FullName;

    internal static LogDescription Description { get; } = new(Trial.Origin, Trial.Verifier);

    internal static RealDisk Disk { get; } = new();

    /// <summary>A folder of this test's own.</summary>
    private protected string TestFolder => folder;

    /// <summary>Makes the log of this test.</summary>
    private protected abstract void Make();

    /// <summary>Opens it, with its index.</summary>
    private protected abstract ILogStore Open();

    [Fact]
    public void A_new_log_is_empty()
    {
        using var store = Made();
        Assert.Null(store.ReadCheckpoint());
        Assert.Null(store.ReadTile(new TilePath(0, 0, 1)));
        Assert.Null(store.ReadTile(new TilePath(TilePath.Entries, 0, 1)));
        Assert.Equal(Description, store.Description);
        Assert.Equal(0UL, store.Indexed);
        Assert.Empty(store.Begin(0));
    }

    [Fact]
    public void Making_a_log_again_leaves_it_as_it_is()
    {
        using (var store = Made())
        {
            store.Begin(0);
            store.Append(0, Numbered(0, 3));
        }

        Make();
        using var again = Open();
        Assert.Equal(3, again.Begin(0).Count);
    }

    [Fact]
    public void Entries_of_every_length_come_back_as_they_were_brought()
    {
        ReadOnlyMemory<byte>[] entries = [.. new[] { 0, 1, 65_535, 0, 2_000, 511, 65_535, 8_191 }.Select(Bytes)];
        using (var store = Made())
        {
            store.Begin(0);
            store.Append(0, entries[..3]);
            store.Append(3, entries[3..4]);
            store.Append(4, []);
            store.Append(4, entries[4..]);
        }

        using var again = Open();
        AssertSame(entries, again.Begin(0));
    }

    [Fact]
    public void Many_entries_and_many_bytes_are_kept_by_one_call()
    {
        var small = Numbered(0, 70_000);
        var large = Enumerable.Range(0, 300).Select(_ => Bytes(65_535)).ToArray();
        using (var store = Made())
        {
            store.Begin(0);
            store.Append(0, small);
            store.Append(70_000, large);
        }

        using var again = Open();
        AssertSame([.. small, .. large], again.Begin(0));
    }

    [Fact]
    public void What_is_begun_again_goes_on_where_it_ended()
    {
        using var store = Made();
        store.Begin(0);
        store.Append(0, Numbered(0, 5));
        AssertSame(Numbered(0, 5), store.Begin(0));
        store.Append(5, Numbered(5, 2));
        AssertSame(Numbered(0, 7), store.Begin(0));
        AssertSame(Numbered(4, 3), store.Begin(4));
        Assert.Empty(store.Begin(7));
        store.Append(7, Numbered(7, 1));
        AssertSame(Numbered(7, 1), store.Begin(7));
    }

    [Fact]
    public void An_index_has_one_entry_and_none_is_left_out()
    {
        using (var store = Made())
        {
            Assert.Throws<InvalidOperationException>(() => store.Append(0, Numbered(0, 1)));
            store.Begin(0);
            Assert.Throws<InvalidOperationException>(() => store.Append(1, Numbered(1, 1)));
            store.Append(0, Numbered(0, 3));
            Assert.Throws<InvalidOperationException>(() => store.Append(2, Numbered(7, 1)));
            Assert.Throws<InvalidOperationException>(() => store.Append(4, Numbered(4, 1)));
            store.Append(3, Numbered(3, 1));
        }

        using var again = Open();
        AssertSame(Numbered(0, 4), again.Begin(0));
    }

    [Fact]
    public void A_checkpoint_takes_the_place_of_the_one_that_was_named_and_of_no_other()
    {
        using (var store = Made())
        {
            store.Begin(0);
            Assert.Throws<RefusedException>(() => store.Publish(First, Second));
            Assert.Null(store.ReadCheckpoint());
            store.Publish(null, First);
            Assert.Throws<RefusedException>(() => store.Publish(null, Second));
            Assert.Throws<RefusedException>(() => store.Publish(Second, Second));
            Assert.Equal(First, store.ReadCheckpoint());
            store.Publish(First, First);
            store.Publish(First, Second);
        }

        using var again = Open();
        Assert.Equal(Second, again.ReadCheckpoint());
    }

    [Fact]
    public void A_log_has_one_writer()
    {
        using var first = Made();
        first.Begin(0);
        first.Append(0, Numbered(0, 2));
        first.Publish(null, First);
        ILogStore second;
        try
        {
            second = Open();
        }
        catch (RefusedException)
        {
            first.Append(2, Numbered(2, 1)); // the second was refused: the first goes on
            first.Publish(First, Second);
            return;
        }

        using (second)
        {
            first.Append(2, Numbered(2, 1)); // the second has not begun
            Assert.Equal(3, second.Begin(0).Count);
            Assert.Throws<RefusedException>(() => first.Append(3, Numbered(90, 1)));
            Assert.Throws<RefusedException>(() => first.WriteTiles(Tiles(3)));
            Assert.Throws<RefusedException>(() => first.Publish(First, Second));
            Assert.Throws<RefusedException>(() => first.Index(0, Leaves(0, 1)));
            Assert.Throws<RefusedException>(first.ClearIndex);
            second.Append(3, Numbered(3, 1));
            second.WriteTiles(Tiles(4));
            second.Publish(First, Second);
            second.Index(0, Leaves(0, 4));
            Assert.Equal(4, first.Begin(0).Count);
            Assert.Throws<RefusedException>(() => second.Append(4, Numbered(4, 1)));
            first.Append(4, Numbered(4, 1));
        }
    }

    [Fact]
    public void Tiles_and_bundles_are_read_as_they_were_written()
    {
        using (var store = Made())
        {
            store.Begin(0);
            store.Append(0, Numbered(0, 300));
            store.WriteTiles(Tiles(300));
            store.WriteTiles(Tiles(300));
        }

        using var again = Open();
        foreach (var tile in Tiles(300))
        {
            Assert.Equal(tile.Bytes.ToArray(), again.ReadTile(tile.Path));
        }

        Assert.Null(again.ReadTile(new TilePath(0, 1, 43)));
        Assert.Null(again.ReadTile(new TilePath(0, 2, 1)));
        Assert.Null(again.ReadTile(new TilePath(1, 0, 2)));
        Assert.Null(again.ReadTile(new TilePath(TilePath.Entries, 1, 45)));
    }

    [Fact]
    public void Settling_removes_the_partial_tiles_of_full_ones()
    {
        using var store = Made();
        store.Begin(0);
        store.Append(0, Numbered(0, 255));
        store.WriteTiles(Tiles(255));
        store.Settle(255);
        Assert.NotNull(store.ReadTile(new TilePath(0, 0, 255)));
        store.Append(255, Numbered(255, 45));
        store.WriteTiles(Tiles(300));
        Assert.NotNull(store.ReadTile(new TilePath(0, 0, 255)));
        store.Settle(300);
        Assert.Null(store.ReadTile(new TilePath(0, 0, 255)));
        foreach (var tile in Tiles(300))
        {
            Assert.NotNull(store.ReadTile(tile.Path));
        }
    }

    [Fact]
    public void The_index_tells_where_a_leaf_stands_first()
    {
        using (var store = Made())
        {
            store.Begin(0);
            store.Index(0, Leaves(0, 3));
            store.Index(3, Leaves(1, 3)); // leaves 1 and 2 once more, and leaf 3
            store.Index(2, [Leaf(2), Leaf(1)]); // held already
            Assert.Equal(6UL, store.Indexed);
            Assert.Throws<InvalidOperationException>(() => store.Index(7, Leaves(7, 1)));
        }

        using var again = Open();
        again.Begin(0);
        Assert.Equal(6UL, again.Indexed);
        Assert.Equal(0UL, again.Find(Leaf(0)));
        Assert.Equal(1UL, again.Find(Leaf(1)));
        Assert.Equal(2UL, again.Find(Leaf(2)));
        Assert.Equal(5UL, again.Find(Leaf(3)));
        Assert.Null(again.Find(Leaf(7)));
        again.ClearIndex();
        Assert.Equal(0UL, again.Indexed);
        Assert.Null(again.Find(Leaf(0)));
    }

    [Fact]
    public void A_log_is_what_its_entries_make_it_at_every_size_where_tiles_end()
    {
        using var log = OpenLog(isNew: true);
        foreach (var size in (int[])[1, 2, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 65_792])
        {
            log.Writer.Append([.. Enumerable.Range((int)log.Writer.Next, size - (int)log.Writer.Next).Select(i => (ReadOnlyMemory<byte>)Trial.Entry(i))]);
            Assert.Equal((ulong)size, log.Writer.Publish());
            CheckTree(log.Store, size);
        }

        log.Writer.Index();
        Assert.Equal(65_792UL, log.Store.Indexed);
        Assert.Equal(65_700UL, log.Store.Find(TreeHash.OfLeaf(Trial.Entry(65_700))));
    }

    [Fact]
    public void A_log_that_is_opened_again_publishes_what_it_had_not()
    {
        var brought = 0;
        using (var log = OpenLog(isNew: true))
        {
            Bring(log, 3);
        }

        foreach (var (published, unpublished) in ((int, int)[])[(0, 1), (250, 2), (1, 0), (10, 300), (0, 0), (5, 250)])
        {
            using var log = OpenLog(isNew: false);
            Assert.Equal((ulong)brought, log.Writer.Next);
            log.Writer.Publish();
            Bring(log, published);
            Assert.Equal((ulong)brought, log.Writer.Publish());
            CheckTree(log.Store, brought);
            Bring(log, unpublished);
        }

        void Bring(OpenedLog log, int count)
        {
            log.Writer.Append([.. Enumerable.Range(brought, count).Select(i => (ReadOnlyMemory<byte>)Trial.Entry(i))]);
            brought += count;
        }
    }

    [Fact]
    public void An_export_is_read_back_by_its_tiles()
    {
        var export = $"{folder}/export";
        using var log = OpenLog(isNew: true);
        Assert.Equal(0UL, LogExport.Run(log.Store, Disk, export));
        foreach (var size in (int[])[3, 255, 257, 257, 700, 66_000])
        {
            log.Writer.Append([.. Enumerable.Range((int)log.Writer.Next, size - (int)log.Writer.Next).Select(i => (ReadOnlyMemory<byte>)Trial.Entry(i))]);
            log.Writer.Publish();
            Assert.Equal((ulong)size, LogExport.Run(log.Store, Disk, export));
            Assert.Null(Trial.PublicFault(Disk, export, atLeast: (ulong)size));
            Assert.Equal(log.Store.ReadCheckpoint(), Disk.Read($"{export}/checkpoint"));
        }

        Assert.False(Directory.Exists($"{export}/tile/0/000.p"));
        Assert.False(Directory.Exists($"{export}/tile/entries/000.p"));
    }

    public virtual void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The log of this test with its key, open for writing.</summary>
    private protected OpenedLog OpenLog(bool isNew)
    {
        var key = $"{Directory.CreateDirectory($"{folder}/keys").FullName}/log";
        if (isNew)
        {
            LogWriter.Create(Make, () => CheckpointSigner.Begin(Disk, key, Trial.Signer, Description.Origin, TimeProvider.System));
        }

        var signer = CheckpointSigner.Open(Disk, key, Trial.Signer, Description.Origin, TimeProvider.System);
        ILogStore? store = null;
        try
        {
            store = Open();
            return new OpenedLog(store, LogWriter.Open(store, signer));
        }
        catch
        {
            store?.Dispose();
            signer.Dispose();
            throw;
        }
    }

    /// <summary>Holds a published log of the trial's entries against what they make.</summary>
    internal static void CheckTree(ILogStore store, int size)
    {
        Assert.True(SignedState.Read(store.ReadCheckpoint()!, store.Description.Key).TryGet(out var checkpoint, out _));
        Assert.Equal((ulong)size, checkpoint.Size);
        Assert.Equal(Trial.RootOf(size), checkpoint.Root);
        var tree = new StoredTree(store, checkpoint.Size);
        Assert.Equal(checkpoint.Root, tree.Root());
        foreach (var index in new[] { 0, size / 2, (size - 1) / 256 * 256, size - 1 }.Where(index => index >= 0 && index < size))
        {
            Assert.True(InclusionProof.Verifies((ulong)index, checkpoint.Size, TreeHash.OfLeaf(Trial.Entry(index)), tree.Inclusion((ulong)index), checkpoint.Root));
            Assert.True(tree.Bundle((ulong)index / 256)[index % 256].Span.SequenceEqual(Trial.Entry(index)));
        }

        foreach (var older in new[] { 1, size / 3, size / 256 * 256, size - 1 }.Where(older => older > 0 && older < size))
        {
            Assert.True(ConsistencyProof.Verifies((ulong)older, checkpoint.Size, tree.Consistency((ulong)older), Trial.RootOf(older), checkpoint.Root));
        }
    }

    /// <summary>Entries whose bytes say which they are.</summary>
    private protected static ReadOnlyMemory<byte>[] Numbered(int first, int count)
        => [.. Enumerable.Range(first, count).Select(i => (ReadOnlyMemory<byte>)BitConverter.GetBytes(i))];

    private protected static void AssertSame(IReadOnlyList<ReadOnlyMemory<byte>> expected, IReadOnlyList<ReadOnlyMemory<byte>> found)
    {
        Assert.Equal(expected.Count, found.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.True(expected[i].Span.SequenceEqual(found[i].Span), $"entry {i} is another");
        }
    }

    /// <summary>Every tile and bundle of a tree of numbered entries.</summary>
    private protected static IReadOnlyList<StoredTile> Tiles(int size)
    {
        var tree = RightEdge.Of(0, _ => [], _ => []);
        return tree.Append(Numbered(0, size), Leaves(0, size));
    }

    private protected static Hash32[] Leaves(int first, int count)
    {
        var leaves = new Hash32[count];
        TreeHash.OfLeaves(Numbered(first, count), leaves);
        return leaves;
    }

    private ILogStore Made()
    {
        Make();
        return Open();
    }

    private static Hash32 Leaf(int number) => TreeHash.OfLeaf(BitConverter.GetBytes(number));

    private static ReadOnlyMemory<byte> Bytes(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    /// <summary>A log with its store, which the writer disposes of.</summary>
    private protected sealed record OpenedLog(ILogStore Store, LogWriter Writer) : IDisposable
    {
        public void Dispose() => Writer.Dispose();
    }
}
