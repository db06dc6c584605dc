using Detente.Node.Stores;
using Detente.Node.Tests.Disks;
using Detente.Node.Tests.Logs;
using Npgsql;

namespace Detente.Node.Tests.Stores;

/// <summary>What an earlier writer has sent is committed before another has begun, and found by it; or it never is.</summary>
[Collection(PostgresTests.Name)]
public sealed class PostgresTakeoverTests
{
    private static readonly ReadOnlyMemory<byte>[] Old = ["old"u8.ToArray(), "older"u8.ToArray()];
    private static readonly ReadOnlyMemory<byte>[] New = ["new"u8.ToArray()];

    private readonly PostgresServer server;
    private readonly string connection;

    public PostgresTakeoverTests(PostgresServer server)
    {
        Assert.SkipWhen(server.Absent is not null, server.Absent ?? "");
        this.server = server;
        connection = server.NewDatabase();
        PostgresStore.Create(connection, StoreContract.Description);
    }

    /// <summary>The earlier writer's process is gone while the server is at its statement, and commits it later.</summary>
    [Fact]
    public async Task A_statement_under_way_is_waited_for_and_found()
    {
        HoldInserts();
        using var proxy = new PostgresProxy(server.SocketFolder);
        using var first = PostgresStore.Open(proxy.Connection(connection), Trial.Origin);
        first.Begin(0);
        using var holder = Connect();
        Run(holder, "SELECT pg_advisory_lock(77)");
        var append = Task.Run(() => first.Append(0, Old), TestContext.Current.CancellationToken);
        Await("locktype = 'advisory'");

        using var second = Open();
        var begin = Task.Run(() => second.Begin(0), TestContext.Current.CancellationToken);
        Await("locktype = 'transactionid'");
        Assert.False(begin.IsCompleted);
        proxy.Cut();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => append);
        Assert.False(begin.IsCompleted);

        Run(holder, "SELECT pg_advisory_unlock(77)");
        Assert.Equal(2, (await begin).Count);
        second.Append(2, New);
    }

    /// <summary>The earlier writer's statement is somewhere in the network while another begins, and arrives afterwards.</summary>
    [Fact]
    public void A_statement_that_arrives_late_does_nothing()
    {
        using var proxy = new PostgresProxy(server.SocketFolder);
        using var first = PostgresStore.Open(proxy.Connection(connection), Trial.Origin);
        first.Begin(0);
        proxy.Failing = (proxy.Requests, Fault.Late);
        Assert.ThrowsAny<NpgsqlException>(() => first.Append(0, Old));

        using var second = Open();
        Assert.Empty(second.Begin(0));
        proxy.DeliverLate();
        second.Append(0, New);
        Assert.Equal("new"u8.ToArray(), Assert.Single(second.Begin(0)).ToArray());
    }

    /// <summary>The earlier writer's statement has begun, and waits for the row, when the other's epoch is committed.</summary>
    [Fact]
    public async Task A_statement_that_waited_for_a_takeover_does_nothing()
    {
        using var first = Open();
        first.Begin(0);
        using var holder = Connect();
        Run(holder, "BEGIN; UPDATE detente_log.writer SET epoch = gen_random_uuid()");
        var append = Task.Run(() => first.Append(0, Old), TestContext.Current.CancellationToken);
        var publish = Task.Run(() => first.Publish(null, [1]), TestContext.Current.CancellationToken);
        Await("locktype = 'transactionid'", count: 2);
        Run(holder, "COMMIT");
        await Assert.ThrowsAsync<RefusedException>(() => append);
        await Assert.ThrowsAsync<RefusedException>(() => publish);
        Assert.Empty(first.Begin(0));
        Assert.Null(first.ReadCheckpoint());
    }

    /// <summary>A takeover that is not completed takes nothing.</summary>
    [Fact]
    public async Task A_statement_that_waited_for_a_takeover_that_broke_off_is_carried_out()
    {
        using var first = Open();
        first.Begin(0);
        using var holder = Connect();
        Run(holder, "BEGIN; UPDATE detente_log.writer SET epoch = gen_random_uuid()");
        var append = Task.Run(() => first.Append(0, Old), TestContext.Current.CancellationToken);
        Await("locktype = 'transactionid'");
        Run(holder, "ROLLBACK");
        await append;
        Assert.Equal(2, first.Begin(0).Count);
    }

    [Fact]
    public void A_transaction_that_does_not_end_is_not_waited_for_for_ever()
    {
        using var holder = Connect();
        Run(holder, "BEGIN; SELECT FROM detente_log.writer FOR UPDATE");
        using var store = Open();
        store.Patience = TimeSpan.FromMilliseconds(200);
        Assert.Contains("0.2 s", Assert.Throws<RefusedException>(() => store.Begin(0)).Message, StringComparison.Ordinal);
        Run(holder, "ROLLBACK");
        Assert.Empty(store.Begin(0));
    }

    [Fact]
    public async Task Of_many_that_begin_at_once_the_last_writes_and_none_is_lost()
    {
        var stores = Enumerable.Range(0, 8).Select(_ => Open()).ToList();
        await Task.WhenAll(stores.Select(store => Task.Run(() => store.Begin(0))));
        var writers = 0;
        foreach (var store in stores)
        {
            try
            {
                store.Append(0, New);
                writers++;
            }
            catch (RefusedException)
            {
                // another began after it
            }
        }

        Assert.Equal(1, writers);
        Assert.Single(stores[0].Begin(0));
        stores.ForEach(store => store.Dispose());
    }

    /// <summary>An epoch is never drawn twice: not even by a database that is put back from a copy.</summary>
    [Fact]
    public void A_writer_from_before_a_database_was_put_back_does_not_write_to_it()
    {
        using var first = Open();
        first.Begin(0);
        PostgresServer.Run(connection, "CREATE TABLE copy AS TABLE detente_log.writer");
        using var second = Open();
        second.Begin(0);
        PostgresServer.Run(connection, "UPDATE detente_log.writer SET epoch = copy.epoch FROM copy");
        using var third = Open();
        third.Begin(0);
        Assert.Throws<RefusedException>(() => first.Append(0, Old));
        Assert.Throws<RefusedException>(() => second.Append(0, Old));
    }

    /// <summary>Entries that went away under a writer are not passed over.</summary>
    [Fact]
    public void No_entry_is_kept_where_the_one_before_is_missing()
    {
        using var store = Open();
        store.Begin(0);
        store.Append(0, Old);
        PostgresServer.Run(connection, "DELETE FROM detente_log.entry WHERE index = 1");
        Assert.Throws<DamagedException>(() => store.Append(2, New));
        PostgresServer.Run(connection, "INSERT INTO detente_log.entry SELECT log, 2, '' FROM detente_log.log");
        Assert.Contains("entry 1", Assert.Throws<DamagedException>(() => store.Begin(0)).Message, StringComparison.Ordinal);
        Assert.Contains("entry 4", Assert.Throws<DamagedException>(() => store.Begin(5)).Message, StringComparison.Ordinal);
    }

    private PostgresStore Open() => PostgresStore.Open(connection, Trial.Origin);

    private NpgsqlConnection Connect()
    {
        var connected = new NpgsqlConnection(connection + ";Pooling=false;Application Name=holder");
        connected.Open();
        return connected;
    }

    private static void Run(NpgsqlConnection connected, string sql)
    {
        using var command = new NpgsqlCommand(sql, connected);
        command.ExecuteNonQuery();
    }

    /// <summary>From now on an insert of entries waits, with all it has locked, while somebody holds advisory lock 77.</summary>
    private void HoldInserts() => PostgresServer.Run(connection, """
        CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_advisory_xact_lock_shared(77); RETURN new; END';
        CREATE TRIGGER hold BEFORE INSERT ON detente_log.entry FOR EACH ROW EXECUTE FUNCTION hold()
        """);

    /// <summary>Waits until somebody waits for such a lock.</summary>
    private void Await(string condition, int count = 1)
    {
        for (var tries = 0; (long)PostgresServer.Ask(connection, $"SELECT count(*) FROM pg_locks WHERE NOT granted AND {condition}")! < count; tries++)
        {
            Assert.True(tries < 2000, $"nobody waits for a lock of {condition}");
            Thread.Sleep(5);
        }
    }
}
