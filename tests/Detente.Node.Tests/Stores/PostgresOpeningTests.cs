using Detente.Node.Logs;
using Detente.Node.Stores;
using Detente.Node.Tests.Logs;
using Detente.Record.Signatures;
using Detente.Record.Notes;
using Npgsql;

namespace Detente.Node.Tests.Stores;

/// <summary>What keeps a log in PostgreSQL from being made, opened or written to is said in one line, without a password.</summary>
[Collection(PostgresTests.Name)]
public sealed class PostgresOpeningTests
{
    private const string Password = "s3cr;e=t'9";

    private readonly PostgresServer server;
    private readonly string connection;

    public PostgresOpeningTests(PostgresServer server)
    {
        Assert.SkipWhen(server.Absent is not null, server.Absent ?? "");
        this.server = server;
        connection = server.NewDatabase();
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=d;Username=u", "cannot be reached")]
    [InlineData("Host=/nowhere;Database=d;Username=u", "cannot be reached")]
    [InlineData("Host=name.invalid;Database=d;Username=u", "cannot be reached")]
    [InlineData("Host={0};Database=none;Username=detente", "Create the database first")]
    [InlineData("Host={0};Database=postgres;Username=nobody", "does not let this role in")]
    [InlineData("Host={0};Database=postgres;Username=guarded", "does not let this role in")]
    [InlineData("Host={0};Username=detente", "no Database")]
    [InlineData("Database=postgres;Username=detente", "no Host")]
    [InlineData("Host={0};Database=postgres;Username=detente;Password=s3cr;e=t'9", "cannot be read")]
    [InlineData("Host={0};Database=postgres;Username=detente;Port=s3cr;", "cannot be read")]
    public void A_database_that_is_not_reached_is_said_in_a_line(string at, string said)
    {
        at = at.Replace("{0}", server.SocketFolder, StringComparison.Ordinal);
        if (!at.Contains("s3cr", StringComparison.Ordinal))
        {
            at += $";Password=\"{Password}\"";
        }

        foreach (var attempt in (Action[])[() => PostgresStore.Create(at, StoreContract.Description), () => PostgresStore.Open(at, Trial.Origin)])
        {
            AssertSays(said, attempt);
        }
    }

    [Fact]
    public void What_was_not_made_is_not_made_silently()
    {
        AssertSays("Create the log first", () => Open(connection));
        Assert.False((bool)PostgresServer.Ask(connection, "SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'detente_log')")!);
        PostgresStore.Create(connection, new LogDescription("example.org/other", Trial.Verifier));
        AssertSays($"no log {Trial.Origin}", () => Open(connection));
    }

    [Fact]
    public void Another_log_of_the_same_origin_is_refused()
    {
        PostgresStore.Create(connection, StoreContract.Description);
        using var other = Ed25519PrivateKey.FromSeed(new byte[32]);
        var description = StoreContract.Description with { Key = VerifierKey.Ed25519(Trial.Origin, other.PublicKey) };
        AssertSays("another log", () => PostgresStore.Create(connection, description));
        using var store = PostgresStore.Open(connection, Trial.Origin);
        Assert.Equal(StoreContract.Description, store.Description);
    }

    [Fact]
    public async Task Many_that_make_the_tables_at_once_make_them_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => PostgresStore.Create(connection, new LogDescription($"example.org/{i % 3}", Trial.Verifier)))));
        Assert.Equal(3L, PostgresServer.Ask(connection, "SELECT count(*) FROM detente_log.log"));
        Assert.Equal(1L, PostgresServer.Ask(connection, "SELECT count(*) FROM detente_log.version"));
    }

    [Fact]
    public void Logs_in_one_database_know_nothing_of_each_other()
    {
        string[] origins = ["example.org/a", "example.org/b"];
        foreach (var origin in origins)
        {
            PostgresStore.Create(connection, new LogDescription(origin, Trial.Verifier));
        }

        using var a = PostgresStore.Open(connection, origins[0]);
        using var b = PostgresStore.Open(connection, origins[1]);
        a.Begin(0);
        b.Begin(0);
        a.Append(0, ["a"u8.ToArray()]);
        b.Append(0, ["b"u8.ToArray(), "c"u8.ToArray()]);
        a.Publish(null, [1]);
        a.Index(0, [default]);
        Assert.Null(b.ReadCheckpoint());
        Assert.Null(b.Find(default));
        Assert.Equal(0UL, b.Indexed);
        Assert.Single(a.Begin(0));
        Assert.Equal(2, b.Begin(0).Count);
        b.ClearIndex();
        Assert.Equal(0UL, a.Find(default));
    }

    [Theory]
    [InlineData("UPDATE detente_log.version SET version = 2", "version 2, and this program knows version 1")]
    [InlineData("DELETE FROM detente_log.version", "version none")]
    [InlineData("DROP TABLE detente_log.log", "not one that was made here")]
    public void Tables_of_another_kind_are_refused(string change, string said)
    {
        PostgresStore.Create(connection, StoreContract.Description);
        PostgresServer.Run(connection, change);
        AssertSays(said, () => Open(connection));
        AssertSays(said, () => PostgresStore.Create(connection, StoreContract.Description));
    }

    [Fact]
    public void A_schema_of_somebody_else_is_left_alone()
    {
        PostgresServer.Run(connection, "CREATE SCHEMA detente_log");
        AssertSays("not one that was made here", () => PostgresStore.Create(connection, StoreContract.Description));
    }

    [Fact]
    public void A_role_without_rights_is_told_so()
    {
        PostgresStore.Create(connection, StoreContract.Description);
        var plain = connection.Replace("Username=detente", "Username=plain", StringComparison.Ordinal);
        AssertSays("Let this role use the schema", () => Open(plain));
        AssertSays("Let this role use the schema", () => PostgresStore.Create(plain, StoreContract.Description));
    }

    [Fact]
    public void What_the_log_was_said_to_be_is_read_strictly()
    {
        PostgresStore.Create(connection, StoreContract.Description);
        PostgresServer.Run(connection, "UPDATE detente_log.log SET description = description || '\\x0a'::bytea");
        Assert.Throws<DamagedException>(() => Open(connection));
    }

    /// <summary>What the database or the role has set does not matter: a commit that is reported is durable, and a statement that waited looks again.</summary>
    [Fact]
    public void The_session_says_how_it_commits()
    {
        PostgresServer.Run(connection, $"ALTER DATABASE {new NpgsqlConnectionStringBuilder(connection).Database} SET synchronous_commit = off");
        PostgresServer.Run(connection, $"ALTER DATABASE {new NpgsqlConnectionStringBuilder(connection).Database} SET default_transaction_isolation = 'repeatable read'");
        Assert.Equal("off", PostgresServer.Ask(connection, "SHOW synchronous_commit"));
        using var database = PostgresDatabase.At(connection + ";Options=-c work_mem=5MB");
        Assert.Equal("on", Show("synchronous_commit"));
        Assert.Equal("read committed", Show("transaction_isolation"));
        Assert.Equal("5MB", Show("work_mem"));
        PostgresStore.Create(connection, StoreContract.Description);
        using var store = PostgresStore.Open(connection, Trial.Origin);
        store.Begin(0);

        object? Show(string name)
        {
            using var command = database.Command($"SHOW {name}");
            return command.ExecuteScalar();
        }
    }

    [Fact]
    public void A_server_that_does_not_sync_is_not_written_to()
    {
        PostgresStore.Create(connection, StoreContract.Description);
        using var store = PostgresStore.Open(connection, Trial.Origin);
        try
        {
            SetFsync("off");
            AssertSays("fsync = off", () => store.Begin(0));
            Assert.Throws<InvalidOperationException>(() => store.Append(0, [default]));
        }
        finally
        {
            SetFsync("on");
        }

        Assert.Empty(store.Begin(0));
    }

    [Fact]
    public void A_name_holds_no_password()
    {
        using var database = PostgresDatabase.At($"{connection};Password=\"{Password}\"");
        Assert.DoesNotContain("s3cr", database.Name, StringComparison.Ordinal);
        PostgresStore.Create(connection, StoreContract.Description);
        using var store = PostgresStore.Open($"{connection};Password=\"{Password}\"", Trial.Origin);
        Assert.DoesNotContain("s3cr", store.Name, StringComparison.Ordinal);
    }

    private void SetFsync(string value)
    {
        PostgresServer.Run(connection, $"ALTER SYSTEM SET fsync = {value}");
        PostgresServer.Run(connection, "SELECT pg_reload_conf()");
        for (var tries = 0; (string)PostgresServer.Ask(connection, "SHOW fsync")! != value; tries++)
        {
            Assert.True(tries < 2000, "the server does not take the setting");
            Thread.Sleep(5);
        }
    }

    private static void Open(string at) => PostgresStore.Open(at, Trial.Origin).Dispose();

    private static void AssertSays(string said, Action attempt)
    {
        var message = Assert.Throws<RefusedException>(attempt).ToString();
        Assert.Contains(said, message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', Assert.Throws<RefusedException>(attempt).Message);
    }
}
