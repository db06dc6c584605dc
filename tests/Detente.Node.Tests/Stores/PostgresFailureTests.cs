using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Detente.Node.Logs;
using Detente.Node.Stores;
using Detente.Node.Tests.Disks;
using Detente.Node.Tests.Logs;
using Detente.Record.Merkle;
using Detente.Record.Notes;
using Npgsql;

namespace Detente.Node.Tests.Stores;

/// <summary>The server, or the way to it, fails at any moment: nothing acknowledged is lost, and the log that is opened again goes on.</summary>
[Collection(PostgresTests.Name)]
public sealed class PostgresFailureTests
{
    private const int Kills = 10;
    private const int Writers = 8;

    private readonly PostgresServer server;
    private readonly string connection;
    private readonly ITestOutputHelper output;

    public PostgresFailureTests(PostgresServer server, ITestOutputHelper output)
    {
        Assert.SkipWhen(server.Absent is not null, server.Absent ?? "");
        (this.server, this.output) = (server, output);
        connection = server.NewDatabase();
    }

    /// <summary>Every request to the server fails once: never delivered; carried out and not answered; delivered after the log was opened again.</summary>
    [Theory]
    [InlineData(nameof(Fault.NotDone))]
    [InlineData(nameof(Fault.Done))]
    [InlineData(nameof(Fault.Late))]
    public void Whatever_request_fails_nothing_promised_is_lost(string fault)
    {
        var table = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var request = 0; Fails(request, Enum.Parse<Fault>(fault), table); request++)
        {
        }

        foreach (var (what, count) in table)
        {
            output.WriteLine($"{what}: {count}");
        }

        Assert.Superset(
            new HashSet<string> { "begin", "commit", "writer", "read entry", "read head", "read tile", "write entry", "write head", "write leaf", "write tile" },
            table.Keys.ToHashSet());
    }

    /// <summary>A run in which one request fails; false when the run ends before that request.</summary>
    private bool Fails(int request, Fault fault, SortedDictionary<string, int> table)
    {
        using var proxy = new PostgresProxy(server.SocketFolder);
        var log = new Run(connection, string.Create(CultureInfo.InvariantCulture, $"example.org/{fault}/{request}"));
        proxy.Failing = (request, fault);
        try
        {
            log.Fill(proxy.Connection(connection));
        }
        catch (NpgsqlException)
        {
            // what was told to fail did
        }

        if (proxy.Failed is not { } failed)
        {
            return false;
        }

        var kind = KindOf(failed);
        table[kind] = table.GetValueOrDefault(kind) + 1;
        try
        {
            log.Fill(connection, between: proxy.DeliverLate);
        }
        catch (RefusedException) when (fault == Fault.Late)
        {
            // the transaction that is held back holds the writer's row: that is told, and once it has ended the log goes on
            proxy.DeliverLate();
            log.Fill(connection);
        }

        log.Check(connection, $"request {request}, {kind}, {fault}");
        return true;
    }

    /// <summary>The publishing that was not answered arrives after the log's checkpoint was read, and before the log is taken over.</summary>
    [Fact]
    public void A_publishing_that_arrives_while_the_log_is_opened_stands()
    {
        using var earlier = new PostgresProxy(server.SocketFolder);
        var log = new Run(connection, Trial.Origin);
        earlier.Before = statement =>
        {
            if (KindOf(statement) == "write head" && earlier.Failing is null && log.HasPublished)
            {
                earlier.Failing = (earlier.Requests, Fault.Late);
            }
        };
        Assert.ThrowsAny<NpgsqlException>(() => log.Fill(earlier.Connection(connection)));

        using var later = new PostgresProxy(server.SocketFolder);
        var before = Checkpoint();
        later.Before = statement =>
        {
            if (KindOf(statement) == "begin" && Checkpoint() == before)
            {
                earlier.DeliverLate();
                Assert.NotEqual(before, Checkpoint());
            }
        };
        log.Fill(later.Connection(connection));
        log.Check(connection, "late publishing");

        string Checkpoint() => (string)PostgresServer.Ask(connection, "SELECT encode(checkpoint, 'hex') FROM detente_log.head")!;
    }

    [Fact]
    public async Task Whenever_the_server_ends_its_sessions_nothing_acknowledged_is_lost()
    {
        var disk = Keys();
        LogWriter.Create(() => PostgresStore.Create(connection, StoreContract.Description), () => CheckpointSigner.Begin(disk, Trial.Key, Trial.Signer, Trial.Origin, TimeProvider.System));
        var acknowledged = new ConcurrentDictionary<ulong, int>();
        var brought = 0;
        var published = new List<Checkpoint>();
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var log = new Log(Open(), new LogOptions { PublishEvery = TimeSpan.FromMilliseconds(5) });
            var before = acknowledged.Count;
            var writers = Enumerable.Range(0, Writers).Select(_ => Task.Run(() => BringUntilStopped(log), TestContext.Current.CancellationToken)).ToList();
            while (log.Failure is null && (acknowledged.Count < before + 100 || !EndSessions()))
            {
                Thread.Sleep(1);
            }

            await Task.WhenAll(writers);
            Assert.True(acknowledged.Count >= before + 100, $"it stopped by itself: {log.Failure}");
            using var store = PostgresStore.Open(connection, Trial.Origin);
            if (store.ReadCheckpoint() is { } note && SignedState.Read(note, Trial.Verifier).TryGet(out var checkpoint, out _))
            {
                published.Add(checkpoint);
            }
        }

        using (var last = Open())
        {
            last.Publish();
            last.Index();
            output.WriteLine($"{acknowledged.Count} acknowledged of {brought} brought, {last.Published} kept");
        }

        using var found = PostgresStore.Open(connection, Trial.Origin);
        CheckAll(found, acknowledged, published);

        async Task BringUntilStopped(Log log)
        {
            try
            {
                while (true)
                {
                    var number = Interlocked.Increment(ref brought);
                    Assert.True(acknowledged.TryAdd(await log.AppendAsync(EntryOf(number)), number), "an index was given twice");
                }
            }
            catch (LogStoppedException)
            {
                // its sessions were ended
            }
        }

        LogWriter Open()
            => LogWriter.Open(PostgresStore.Open(connection, Trial.Origin), CheckpointSigner.Open(disk, Trial.Key, Trial.Signer, Trial.Origin, TimeProvider.System));
    }

    private static void CheckAll(PostgresStore found, ConcurrentDictionary<ulong, int> acknowledged, List<Checkpoint> published)
    {
        Assert.True(SignedState.Read(found.ReadCheckpoint()!, Trial.Verifier).TryGet(out var last, out _));
        var tree = new StoredTree(found, last.Size);
        var frontier = new Frontier();
        for (var index = 0UL; index < last.Size; index++)
        {
            var entry = tree.Bundle(index / 256)[(int)(index % 256)];
            frontier.Append(TreeHash.OfLeaf(entry.Span));
            Assert.True(!acknowledged.TryRemove(index, out var number) || entry.Span.SequenceEqual(EntryOf(number)), $"entry {index} is another");
            foreach (var checkpoint in published.Where(each => each.Size == index + 1))
            {
                Assert.Equal(frontier.Root, checkpoint.Root);
            }
        }

        Assert.Empty(acknowledged);
        Assert.Equal(frontier.Root, last.Root);
        Assert.Equal(last.Size, found.Indexed);
    }

    /// <summary>Ends every session of the log while one of them is at work.</summary>
    private bool EndSessions()
        => (long)PostgresServer.Ask(connection, """
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name = 'detente'
            AND EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'detente' AND state = 'active')
            """)! > 0;

    private static byte[] EntryOf(int number) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"entry {number} {new string('.', number * 37 % 900)}"));

    private static CrashDisk Keys()
    {
        var disk = new CrashDisk();
        disk.CreateFolder("keys");
        return disk;
    }

    private static string KindOf(string statement)
    {
        var changes = statement.Contains("INSERT", StringComparison.Ordinal) || statement.Contains("UPDATE detente", StringComparison.Ordinal) || statement.Contains("DELETE", StringComparison.Ordinal);
        return statement switch
        {
            _ when statement.StartsWith("BEGIN", StringComparison.Ordinal) => "begin",
            _ when statement.StartsWith("COMMIT", StringComparison.Ordinal) => "commit",
            _ when statement.Contains(".leaf", StringComparison.Ordinal) || statement.Contains(".indexed", StringComparison.Ordinal) => changes ? "write leaf" : "read leaf",
            _ when statement.Contains(".tile", StringComparison.Ordinal) => changes ? "write tile" : "read tile",
            _ when statement.Contains(".entry", StringComparison.Ordinal) => changes ? "write entry" : "read entry",
            _ when statement.Contains(".head", StringComparison.Ordinal) => changes ? "write head" : "read head",
            _ when statement.Contains(".writer", StringComparison.Ordinal) => "writer",
            _ => "others",
        };
    }

    /// <summary>A log of its own, and what it has promised.</summary>
    private sealed class Run
    {
        private readonly CrashDisk disk = Keys();
        private readonly NoteSigner signer;
        private int brought;
        private int acknowledged;

        public Run(string connection, string origin)
        {
            signer = new NoteSigner(origin, Trial.Signer.Signer);
            var description = new LogDescription(origin, VerifierKey.Ed25519(origin, signer.Signer.PublicKey));
            LogWriter.Create(() => PostgresStore.Create(connection, description), () => CheckpointSigner.Begin(disk, Trial.Key, signer, origin, TimeProvider.System));
        }

        /// <summary>Whether it was opened once, and published what it is when it is empty.</summary>
        public bool HasPublished => acknowledged > 0;

        /// <summary>Opens the log and brings entries, some of them published.</summary>
        public void Fill(string connection, Action? between = null)
        {
            using var log = Open(connection);
            Assert.InRange((int)log.Next, acknowledged, brought);
            brought = acknowledged = (int)log.Next;
            Append(log, 3);
            between?.Invoke();
            Append(log, 254);
            log.Publish();
            log.Index();
            Append(log, 1);
        }

        /// <summary>Opens it once more, and holds all there is against what was brought.</summary>
        public void Check(string connection, string name)
        {
            using var log = Open(connection);
            Assert.True((int)log.Next == brought, $"{name}: {log.Next} entries are kept of {brought}");
            log.Publish();
            Assert.Equal(Trial.RootOf(brought), log.Last.Checkpoint.Root);
            using var store = PostgresStore.Open(connection, signer.Name);
            StoreContract.CheckTree(store, brought);
        }

        private void Append(LogWriter log, int count)
        {
            var first = brought;
            brought += count;
            Assert.Equal((ulong)first, log.Append([.. Enumerable.Range(first, count).Select(i => (ReadOnlyMemory<byte>)Trial.Entry(i))]));
            acknowledged = brought;
        }

        private LogWriter Open(string connection)
        {
            var key = CheckpointSigner.Open(disk, Trial.Key, signer, signer.Name, TimeProvider.System);
            PostgresStore? store = null;
            try
            {
                store = PostgresStore.Open(connection, signer.Name);
                store.Patience = TimeSpan.FromMilliseconds(200);
                return LogWriter.Open(store, key);
            }
            catch
            {
                store?.Dispose();
                key.Dispose();
                throw;
            }
        }
    }
}
