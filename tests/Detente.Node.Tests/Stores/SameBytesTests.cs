using Detente.Node.Logs;
using Detente.Node.Stores;
using Detente.Node.Tests.Disks;
using Detente.Node.Tests.Logs;
using Detente.Record.Tiles;

namespace Detente.Node.Tests.Stores;

/// <summary>The same entries give the same bytes, whatever store they are kept in.</summary>
[Collection(PostgresTests.Name)]
public sealed class SameBytesTests
{
    private readonly string connection;

    public SameBytesTests(PostgresServer server)
    {
        Assert.SkipWhen(server.Absent is not null, server.Absent ?? "");
        connection = server.NewDatabase();
    }

    [Fact]
    public void Checkpoints_tiles_and_bundles_are_the_same_in_both_stores()
    {
        CrashDisk disk = new(), keys = new();
        disk.CreateFolder("keys");
        keys.CreateFolder("keys");
        Trial.Create(disk);
        LogWriter.Create(() => PostgresStore.Create(connection, StoreContract.Description), () => CheckpointSigner.Begin(keys, Trial.Key, Trial.Signer, Trial.Origin, TimeProvider.System));
        var folder = FolderStore.Open(disk, Trial.Folder, index: null);
        var database = PostgresStore.Open(connection, Trial.Origin);
        using var inFolder = LogWriter.Open(folder, CheckpointSigner.Open(disk, Trial.Key, Trial.Signer, Trial.Origin, TimeProvider.System));
        using var inDatabase = LogWriter.Open(database, CheckpointSigner.Open(keys, Trial.Key, Trial.Signer, Trial.Origin, TimeProvider.System));

        var size = 0;
        foreach (var next in (int[])[1, 2, 255, 256, 257, 600, 1024, 1500])
        {
            ReadOnlyMemory<byte>[] entries = [.. Enumerable.Range(size, next - size).Select(i => (ReadOnlyMemory<byte>)Trial.Entry(i))];
            inFolder.Append(entries);
            inFolder.Publish();
            inDatabase.Append(entries);
            inDatabase.Publish();
            Assert.Equal(folder.ReadCheckpoint(), database.ReadCheckpoint());
            foreach (var path in TileLayout.At((ulong)next).Concat(TileLayout.NewBundles(0, (ulong)next)).Concat(TileLayout.At((ulong)size)))
            {
                Assert.Equal(folder.ReadTile(path), database.ReadTile(path));
            }

            size = next;
        }
    }
}
