using Detente.Node.Disks;
using Detente.Node.Logs;
using Detente.Node.Stores;
using Detente.Node.Tests.Disks;
using Detente.Node.Tests.Logs;
using Detente.Record.Merkle;

namespace Detente.Node.Tests.Stores;

/// <summary>A database, or some of its tables, put back from an older copy: what was signed since is missing, and nothing is signed over that.</summary>
[Collection(PostgresTests.Name)]
public sealed class PostgresRestoreTests
{
    private readonly CrashDisk keys = new();
    private readonly string connection;

    public PostgresRestoreTests(PostgresServer server)
    {
        Assert.SkipWhen(server.Absent is not null, server.Absent ?? "");
        connection = server.NewDatabase();
        keys.CreateFolder("keys");
        LogWriter.Create(
            () => PostgresStore.Create(connection, StoreContract.Description),
            () => CheckpointSigner.Begin(keys, Trial.Key, Trial.Signer, Trial.Origin, TimeProvider.System));
    }

    [Theory]
    [InlineData(200, 300, "entry", "tile", "head", "leaf", "indexed", "writer")]
    [InlineData(256, 512, "entry", "tile", "head", "leaf", "indexed", "writer")]
    [InlineData(0, 1, "entry", "tile", "head", "leaf", "indexed", "writer")]
    [InlineData(200, 300, "entry")]
    [InlineData(256, 512, "entry")]
    [InlineData(200, 300, "tile")]
    [InlineData(256, 512, "tile")]
    public void A_log_older_than_its_key_is_refused(int older, int newer, params string[] tables)
    {
        PutBack(older, newer, tables);
        var key = keys.Read(Trial.Key + ".signed");
        Assert.Throws<DamagedException>(() => Open().Dispose());
        Assert.Equal(key, keys.Read(Trial.Key + ".signed"));
    }

    /// <summary>The checkpoint is what the key signed, and the index is made of the entries: both are made again.</summary>
    [Theory]
    [InlineData("head")]
    [InlineData("leaf", "indexed")]
    [InlineData("indexed")]
    [InlineData("leaf")]
    [InlineData("head", "leaf", "indexed")]
    [InlineData("writer")]
    public void What_is_derived_is_made_again(params string[] tables)
    {
        PutBack(200, 300, tables);
        using var log = Open();
        Grow(log, 310);
        using var store = PostgresStore.Open(connection, Trial.Origin);
        StoreContract.CheckTree(store, 310);
        Assert.Equal(310UL, store.Indexed);
        for (var i = 0; i < 310; i++)
        {
            Assert.Equal((ulong)i, store.Find(TreeHash.OfLeaf(Trial.Entry(i))));
        }
    }

    /// <summary>Copies the tables at one size, goes on to another, and puts some of them back.</summary>
    private void PutBack(int older, int newer, string[] tables)
    {
        using (var log = Open())
        {
            Grow(log, older);
            foreach (var table in tables)
            {
                PostgresServer.Run(connection, $"CREATE TABLE old_{table} AS TABLE detente_log.{table}");
            }

            Grow(log, newer);
        }

        foreach (var table in tables)
        {
            PostgresServer.Run(connection, $"BEGIN; DELETE FROM detente_log.{table}; INSERT INTO detente_log.{table} TABLE old_{table}; COMMIT");
        }
    }

    private static void Grow(LogWriter log, int size)
    {
        log.Append([.. Enumerable.Range((int)log.Next, size - (int)log.Next).Select(i => (ReadOnlyMemory<byte>)Trial.Entry(i))]);
        log.Publish();
        log.Index();
    }

    private LogWriter Open()
    {
        var store = PostgresStore.Open(connection, Trial.Origin);
        try
        {
            return LogWriter.Open(store, CheckpointSigner.Open(keys, Trial.Key, Trial.Signer, Trial.Origin, TimeProvider.System));
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }
}
