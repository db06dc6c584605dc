using Detente.Record.Bytes;
using Detente.Record.Tiles;
using Npgsql;
using NpgsqlTypes;
using static Detente.Node.Stores.PostgresParameter;

namespace Detente.Node.Stores;

/// <summary>A log in PostgreSQL (<see cref="PostgresSchema"/>). An entry is acknowledged once the transaction that inserts it is committed; there is no journal beside that.</summary>
/// <remarks>
/// No connection is ever left in the middle of a transaction: every writing call is one statement, as <see cref="PostgresWriter"/> says. What
/// fails is not tried again: whether a commit whose answer was lost took place is told by <see cref="Begin"/>.
/// </remarks>
/// <threadsafety>Reading calls may be made by any thread; writing ones as <see cref="ILogStore"/> says.</threadsafety>
internal sealed class PostgresStore : ILogStore
{
    /// <summary>How many bytes of entries, tiles or hashes one statement takes.</summary>
    private const int MaxStatementLength = 8 << 20;

    /// <summary>How many leaves one statement indexes.</summary>
    private const int MaxLeaves = 1 << 16;

    private readonly PostgresDatabase database;
    private readonly int log;
    private readonly PostgresWriter writer;
    private ulong next;
    private ulong published;

    private PostgresStore(PostgresDatabase database, int log, LogDescription description)
    {
        (this.database, this.log, Description, Name) = (database, log, description, $"{database.Name}, log {description.Origin}");
        writer = new PostgresWriter(database, log, Name);
    }

    /// <inheritdoc/>
    public LogDescription Description { get; }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public ulong? Indexed => (ulong)(long)Scalar("SELECT count FROM detente_log.indexed WHERE log = $1", Number(log))!;

    /// <summary>How long <see cref="Begin"/> waits for what an earlier writer has under way.</summary>
    public TimeSpan Patience
    {
        get => writer.Patience;
        set => writer.Patience = value;
    }

    /// <summary>Makes the tables where there are none, and adds a log. One that stands there half made, by a call that broke off, is finished.</summary>
    /// <param name="connection">As for <see cref="PostgresDatabase.At"/>.</param>
    /// <param name="description">What log it is.</param>
    /// <exception cref="RefusedException">The database cannot be reached, is of a newer program, or holds another log of this origin.</exception>
    public static void Create(string connection, LogDescription description)
    {
        using var database = PostgresDatabase.At(connection);
        database.Opening(() => PostgresSchema.Add(database, description));
    }

    /// <summary>Opens a log, to read it; and, after <see cref="Begin"/>, to write to it.</summary>
    /// <param name="connection">As for <see cref="PostgresDatabase.At"/>.</param>
    /// <param name="origin">Which log.</param>
    /// <exception cref="RefusedException">The database cannot be reached, is of a newer program, or holds no such log.</exception>
    /// <exception cref="DamagedException">What it says of the log cannot be read.</exception>
    public static PostgresStore Open(string connection, string origin)
    {
        var database = PostgresDatabase.At(connection);
        try
        {
            var (log, description) = database.Opening(() => PostgresSchema.Find(database, origin));
            return new PostgresStore(database, log, description);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public byte[]? ReadCheckpoint() => Scalar("SELECT checkpoint FROM detente_log.head WHERE log = $1", Number(log)) as byte[];

    /// <inheritdoc/>
    public byte[]? ReadTile(TilePath path)
    {
        if (path.Level != TilePath.Entries)
        {
            return Scalar(
                "SELECT bytes FROM detente_log.tile WHERE log = $1 AND level = $2 AND index = $3 AND width = $4",
                Number(log), Short(path.Level), Number(path.Index), Short(path.Width)) as byte[];
        }

        using var command = database.Command(
            "SELECT bytes FROM detente_log.entry WHERE log = $1 AND index >= $2 AND index < $2 + $3 ORDER BY index",
            Number(log), Number(path.Index * TilePath.FullWidth), Number((ulong)path.Width));
        var entries = Entries(command);
        return entries.Count == path.Width ? EntryBundle.Write(entries) : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<ReadOnlyMemory<byte>> Begin(ulong size)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(System.Data.IsolationLevel.ReadCommitted);
        var epoch = writer.TakeOver(transaction);

        using var command = PostgresDatabase.Command(
            transaction, "SELECT index, bytes FROM detente_log.entry WHERE log = $1 AND index >= $2 ORDER BY index", Number(log), Number(size == 0 ? 0 : size - 1));
        var entries = new List<ReadOnlyMemory<byte>>();
        using (var reader = command.ExecuteReader())
        {
            var expected = size == 0 ? 0 : size - 1;
            for (; reader.Read(); expected++)
            {
                if ((ulong)reader.GetInt64(0) != expected)
                {
                    throw Missing(expected);
                }

                if (expected >= size)
                {
                    entries.Add(reader.GetFieldValue<byte[]>(1));
                }
            }

            if (expected < size)
            {
                throw Missing(expected);
            }
        }

        // Committed last: what was read is then durable too, for the log of PostgreSQL itself is written in order.
        transaction.Commit();
        writer.Hold(epoch);
        (next, published) = (size + (ulong)entries.Count, size);
        return entries;
    }

    /// <inheritdoc/>
    public void Append(ulong first, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        if (!writer.HasBegun || first != next)
        {
            throw new InvalidOperationException($"The log {(writer.HasBegun ? $"goes on at {next}, not at {first}" : "was not begun")}.");
        }

        foreach (var run in EntryRuns.Of(entries, MaxStatementLength))
        {
            var done = writer.Write(
                PostgresWriter.AppendPart,
                """
                done AS (
                    INSERT INTO detente_log.entry (log, index, bytes)
                    SELECT held.log, $4 + given.place - 1, given.bytes
                    FROM held, unnest($5) WITH ORDINALITY AS given (bytes, place)
                    WHERE $4 = 0 OR EXISTS (SELECT FROM detente_log.entry WHERE log = $1 AND index = $4 - 1)
                    RETURNING 1)
                """,
                Number(next), Array(run.ToArray(), NpgsqlDbType.Bytea));
            if (done != run.Count)
            {
                throw Missing(next - 1);
            }

            next += (ulong)run.Count;
        }
    }

    /// <inheritdoc/>
    /// <remarks>A tile that stands there already is left as it is. Bundles are not written: they are made of the entries.</remarks>
    public void WriteTiles(IReadOnlyList<StoredTile> tiles)
    {
        foreach (var some in tiles.Where(tile => tile.Path.Level != TilePath.Entries).Chunk(MaxStatementLength / (TilePath.FullWidth * Hash32.Size)))
        {
            writer.Write(
                PostgresWriter.PublishPart,
                """
                done AS (
                    INSERT INTO detente_log.tile (log, level, index, width, bytes)
                    SELECT held.log, given.level, given.index, given.width, given.bytes
                    FROM held, unnest($4, $5, $6, $7) AS given (level, index, width, bytes)
                    ON CONFLICT DO NOTHING
                    RETURNING 1)
                """,
                Array(some.Select(tile => (short)tile.Path.Level).ToArray(), NpgsqlDbType.Smallint),
                Array(some.Select(tile => (long)tile.Path.Index).ToArray(), NpgsqlDbType.Bigint),
                Array(some.Select(tile => (short)tile.Path.Width).ToArray(), NpgsqlDbType.Smallint),
                Array(some.Select(tile => tile.Bytes).ToArray(), NpgsqlDbType.Bytea));
        }
    }

    /// <inheritdoc/>
    public void Publish(byte[]? previous, byte[] next)
    {
        var done = writer.Write(
            PostgresWriter.PublishPart,
            """
            done AS (
                UPDATE detente_log.head SET checkpoint = $5
                FROM held WHERE head.log = held.log AND head.checkpoint IS NOT DISTINCT FROM $4
                RETURNING 1)
            """,
            Bytes(previous), Bytes(next));
        if (done == 0)
        {
            throw new RefusedException($"{Name}: the checkpoint is not what this process published last: something else writes to the database.");
        }
    }

    /// <inheritdoc/>
    public void Settle(ulong size)
    {
        if (size / TilePath.FullWidth > published / TilePath.FullWidth)
        {
            writer.Write(
                PostgresWriter.PublishPart,
                """
                done AS (
                    DELETE FROM detente_log.tile USING held
                    WHERE tile.log = held.log AND width < 256 AND level < 7 AND index < $4 >> (8 * (level + 1))
                    RETURNING 1)
                """,
                Number(size));
        }

        published = size;
    }

    /// <inheritdoc/>
    public void Index(ulong first, ReadOnlySpan<Hash32> leaves)
    {
        for (var taken = 0; taken < leaves.Length;)
        {
            var some = leaves[taken..Math.Min(leaves.Length, taken + MaxLeaves)];
            var hashes = new byte[some.Length][];
            for (var i = 0; i < some.Length; i++)
            {
                hashes[i] = some[i].ToArray();
            }

            var done = writer.Write(
                PostgresWriter.IndexPart,
                """
                done AS (
                    UPDATE detente_log.indexed SET count = greatest(count, $4 + cardinality($5))
                    FROM held WHERE indexed.log = held.log AND count >= $4
                    RETURNING indexed.log),
                added AS (
                    INSERT INTO detente_log.leaf (log, hash, index)
                    SELECT done.log, given.hash, $4 + given.place - 1
                    FROM done, unnest($5) WITH ORDINALITY AS given (hash, place)
                    ON CONFLICT DO NOTHING)
                """,
                Number(first + (ulong)taken), Array(hashes, NpgsqlDbType.Bytea));
            if (done == 0)
            {
                throw new InvalidOperationException($"The index goes on at {Indexed}, not at {first}.");
            }

            taken += some.Length;
        }
    }

    /// <inheritdoc/>
    public void ClearIndex()
        => writer.Write(
            PostgresWriter.IndexPart,
            """
            done AS (UPDATE detente_log.indexed SET count = 0 FROM held WHERE indexed.log = held.log RETURNING indexed.log),
            removed AS (DELETE FROM detente_log.leaf USING done WHERE leaf.log = done.log)
            """);

    /// <inheritdoc/>
    public ulong? Find(in Hash32 leaf)
        => Scalar("SELECT min(index) FROM detente_log.leaf WHERE log = $1 AND hash = $2", Number(log), Bytes(leaf.ToArray())) is long index ? (ulong)index : null;

    /// <inheritdoc/>
    public void Dispose() => database.Dispose();

    private DamagedException Missing(ulong index)
        => new($"{Name}, entry {index}", "it is missing, and the log goes on after it. The database is older than what was acknowledged, or damaged: put it back as it was last; nothing is signed until then.");

    private object? Scalar(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        using var command = database.Command(sql, parameters);
        return command.ExecuteScalar();
    }

    private static List<ReadOnlyMemory<byte>> Entries(NpgsqlCommand command)
    {
        var entries = new List<ReadOnlyMemory<byte>>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            entries.Add(reader.GetFieldValue<byte[]>(0));
        }

        return entries;
    }
}
