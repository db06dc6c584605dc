using Detente.Node.Logs;
using Detente.Node.Stores;
using Detente.Node.Tests.Disks;
using Detente.Record.Bytes;
using Detente.Record.Notes;
using Detente.Record.Signatures;
using Detente.Record.Tiles;

namespace Detente.Node.Tests.Logs;

/// <summary>An exported folder holds all that its checkpoint says, at any time; and it is of one log.</summary>
public class LogExportTests
{
    private const string Export = "export";

    private readonly CrashDisk source = Disk();

    public LogExportTests() => Trial.Create(source);

    [Fact]
    public void Whenever_the_power_goes_the_folder_holds_what_its_checkpoint_says()
    {
        var target = Disk();
        var (exported, states) = (0UL, 0);
        foreach (var size in (int[])[2, 255, 300, 700])
        {
            using var store = Grow(size);
            target.Before = (call, what) =>
            {
                foreach (var found in PowerCut.Of(target, call))
                {
                    var when = $"before {what}, {exported} of {size} exported";
                    Assert.True(Trial.PublicFault(found, Export, exported) is null, $"{when}: {Trial.PublicFault(found, Export, exported)}");
                    LogExport.Run(store, found, Export);
                    Assert.True(Trial.PublicFault(found, Export, (ulong)size) is null, $"{when}, and exported again: {Trial.PublicFault(found, Export, (ulong)size)}");
                    states++;
                }
            };
            exported = LogExport.Run(store, target, Export);
            Assert.Equal((ulong)size, exported);
            target.Before = null;
        }

        Assert.True(states > 300, $"{states} states");
    }

    [Theory]
    [InlineData(nameof(Fault.NotDone))]
    [InlineData(nameof(Fault.Done))]
    [InlineData(nameof(Fault.Half))]
    public void Whatever_call_fails_exporting_again_goes_on(string fault)
    {
        using var store = Grow(300);
        for (var call = Disk().Calls; ; call++)
        {
            var target = Disk();
            target.Failing = (call, Enum.Parse<Fault>(fault));
            try
            {
                LogExport.Run(store, target, Export);
            }
            catch (IOException)
            {
                // what was told to fail did
            }

            if (target.Failed is null)
            {
                Assert.True(call > 15, $"{call} calls");
                return;
            }

            LogExport.Run(store, target, Export);
            Assert.Null(Trial.PublicFault(target.AfterPowerCut(_ => false), Export, 300));
        }
    }

    [Fact]
    public void Exporting_twice_changes_nothing()
    {
        var target = Disk();
        using var store = Grow(300);
        LogExport.Run(store, target, Export);
        var files = target.Files().ToList();
        LogExport.Run(store, target, Export);
        Assert.Equal(files, target.Files());
    }

    [Fact]
    public void An_empty_log_is_exported_once_it_has_a_checkpoint()
    {
        var target = Disk();
        using (var store = Open())
        {
            Assert.Throws<RefusedException>(() => LogExport.Run(store, target, Export));
            Assert.Empty(target.Files());
        }

        using var published = Grow(0);
        Assert.Equal(0UL, LogExport.Run(published, target, Export));
        Assert.Equal([$"{Export}/checkpoint"], target.AfterPowerCut(_ => false).Files());
    }

    [Fact]
    public void A_folder_that_holds_something_else_is_refused()
    {
        using var store = Grow(3);
        AssertRefused(store, "holds letters", "letters", "x"u8.ToArray());
        AssertRefused(store, "is not of", "checkpoint", "not a note\n"u8.ToArray());
        AssertRefused(store, "is not of", "checkpoint", SignedNote.Sign(new Checkpoint("example.org/other", 1, Trial.RootOf(1)).ToText(), Trial.Signer).ToBytes());
        using var other = Ed25519PrivateKey.FromSeed(new byte[32]);
        AssertRefused(store, "is not of", "checkpoint", Signed(1, Trial.RootOf(1), new NoteSigner(Trial.Origin, other)));
        AssertRefused(store, "newer than the log", "checkpoint", Signed(4, Trial.RootOf(4), Trial.Signer));
        AssertRefused(store, "does not hold those 2 entries", "checkpoint", Signed(2, Trial.RootOf(3), Trial.Signer));
        AssertRefused(store, "does not hold those 3 entries", "checkpoint", Signed(3, Trial.RootOf(2), Trial.Signer));
        AssertRefused(store, "other bytes", "tile/0/000.p/3", new byte[96]);
    }

    [Theory]
    [InlineData("tile/1/000.p/2")]
    [InlineData("tile/0/000")]
    [InlineData("tile/0/001")]
    [InlineData("tile/0/002.p/88")]
    [InlineData("tile/entries/000")]
    [InlineData("tile/entries/002.p/88")]
    public void A_log_that_does_not_give_its_root_is_not_exported(string file)
    {
        using (var some = Grow(5))
        {
            LogExport.Run(some, source, Export);
        }

        Grow(600).Dispose();
        source.Flip($"{Trial.Folder}/public/{file}", 100);
        using var damaged = Open();
        Assert.Throws<DamagedException>(() => LogExport.Run(damaged, source, Export));
        Assert.Null(Trial.PublicFault(source, Export, 5));
        Assert.DoesNotContain($"{Export}/{file}", source.Files());
    }

    /// <summary>A log that is written to removes partial tiles once they are full ones; what was published before is still read.</summary>
    [Fact]
    public void A_partial_tile_that_is_gone_is_the_beginning_of_the_full_one()
    {
        Grow(200).Dispose();
        using var store = Grow(300);
        Assert.Null(store.ReadTile(new TilePath(0, 0, 200)));
        var tree = new StoredTree(store, 200);
        Assert.Equal(Trial.RootOf(200), tree.Root());
        Assert.Equal(200, tree.Bundle(0).Count);
        Assert.Equal(200UL, tree.Edge().Size);
    }

    private static CrashDisk Disk()
    {
        var disk = new CrashDisk();
        disk.CreateFolder("keys");
        return disk;
    }

    private static byte[] Signed(ulong size, Hash32 root, NoteSigner signer)
        => SignedNote.Sign(new Checkpoint(Trial.Origin, size, root).ToText(), signer).ToBytes();

    private static void AssertRefused(FolderStore store, string said, string file, byte[] bytes)
    {
        var target = Disk();
        var folder = "";
        foreach (var part in $"{Export}/{file}".Split('/')[..^1])
        {
            folder = folder.Length == 0 ? part : $"{folder}/{part}";
            target.CreateFolder(folder);
        }

        using (var made = target.Create($"{Export}/{file}"))
        {
            made.Append(bytes);
        }

        Assert.Contains(said, Assert.Throws<RefusedException>(() => LogExport.Run(store, target, Export)).Message, StringComparison.Ordinal);
        Assert.Equal(bytes, target.Read($"{Export}/{file}"));
    }

    /// <summary>Brings entries up to a size, publishes them, and opens the log for reading.</summary>
    private FolderStore Grow(int size)
    {
        using (var log = Trial.Open(source))
        {
            log.Append([.. Enumerable.Range((int)log.Next, size - (int)log.Next).Select(i => (ReadOnlyMemory<byte>)Trial.Entry(i))]);
            log.Publish();
        }

        return Open();
    }

    private FolderStore Open() => FolderStore.Open(source, Trial.Folder, index: null);
}
