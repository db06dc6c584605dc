using System.Runtime.InteropServices;
using Detente.Record.Bytes;
using Microsoft.Data.Sqlite;

namespace Detente.Node.Stores;

/// <summary>Leaf hash ⇒ index of the first entry that has it, in SQLite. It is derived from the entries: a file that is missing, damaged or of another time is made again.</summary>
internal sealed class LeafIndex : IDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS leaf (hash BLOB NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (hash, position)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS held (count INTEGER NOT NULL);
        INSERT INTO held SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM held);
        """;

    private readonly SqliteConnection connection;

    private LeafIndex(SqliteConnection connection)
    {
        this.connection = connection;
        Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8000;" + Schema);
        Count = (ulong)(long)Command("SELECT count FROM held").ExecuteScalar()!;
    }

    /// <summary>How many leaves it holds: those of the first so many entries.</summary>
    public ulong Count { get; private set; }

    /// <summary>Opens the index in a file, which is made where there is none. A file that is no such index is replaced by an empty one.</summary>
    public static LeafIndex InFile(string path)
    {
        try
        {
            return Open(path);
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is 11 or 26 or 1) // CORRUPT, NOTADB, and a schema that is not ours
        {
            foreach (var suffix in (string[])["", "-wal", "-shm"])
            {
                File.Delete(path + suffix);
            }

            return Open(path);
        }
    }

    /// <summary>An index that is gone with the process.</summary>
    public static LeafIndex InMemory() => Open(":memory:");

    /// <summary>Adds leaves, the first of them at <paramref name="first"/>. Those it holds already are passed over.</summary>
    public void Add(ulong first, ReadOnlySpan<Hash32> leaves)
    {
        if (first > Count)
        {
            throw new InvalidOperationException($"The index goes on at {Count}, not at {first}.");
        }

        if (leaves.IsEmpty)
        {
            return;
        }

        // One statement for all of them, in the order of the tree it fills: a statement for each would cost several times as much.
        using var transaction = connection.BeginTransaction();
        using var insert = Command("""
            INSERT OR IGNORE INTO leaf
            WITH RECURSIVE number(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n + 1 < $count)
            SELECT substr($hashes, 1 + 32 * n, 32) AS hash, $first + n FROM number ORDER BY hash
            """);
        insert.Transaction = transaction;
        insert.Parameters.AddWithValue("$hashes", MemoryMarshal.AsBytes(leaves).ToArray());
        insert.Parameters.AddWithValue("$first", (long)first);
        insert.Parameters.AddWithValue("$count", leaves.Length);
        insert.ExecuteNonQuery();

        var count = Math.Max(Count, first + (ulong)leaves.Length);
        using var update = Command("UPDATE held SET count = $count");
        update.Transaction = transaction;
        update.Parameters.AddWithValue("$count", (long)count);
        update.ExecuteNonQuery();
        transaction.Commit();
        Count = count;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Run("DELETE FROM leaf; UPDATE held SET count = 0");
        Count = 0;
    }

    /// <summary>Where the first entry with this leaf hash stands.</summary>
    public ulong? Find(in Hash32 leaf)
    {
        using var command = Command("SELECT min(position) FROM leaf WHERE hash = $hash");
        command.Parameters.AddWithValue("$hash", leaf.ToArray());
        return command.ExecuteScalar() is long position ? (ulong)position : null;
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private static LeafIndex Open(string source)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return new LeafIndex(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private void Run(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }
}
