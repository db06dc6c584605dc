using System.Diagnostics;
using Detente.Bench.Record;
using Microsoft.Data.Sqlite;

namespace Detente.Bench.Peers;

/// <summary>SQLite in this process, its database in memory.</summary>
internal sealed class SqlitePeer : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly TimeSpan _load;

    private SqlitePeer(Fact[] facts)
    {
        _connection.Open();
        var from = Stopwatch.GetTimestamp();
        Run(PeerFiles.Read("sqlite/schema.sql"));
        Insert(facts);
        Run(PeerFiles.Read("sqlite/indexes.sql"));
        _load = Stopwatch.GetElapsedTime(from);
    }

    /// <summary>A database with the facts in it, or <c>null</c> and a line that says why not.</summary>
    public static SqlitePeer? Load(Fact[] facts)
    {
        try
        {
            return new SqlitePeer(facts);
        }
        catch (Exception missing) when (missing is DllNotFoundException or TypeInitializationException)
        {
            Console.WriteLine($"SQLite is skipped: its native library could not be loaded ({missing.GetBaseException().Message})");
            return null;
        }
    }

    /// <summary>Counts at the end of the record, timed.</summary>
    public PeerResult Judge(int lastSecond)
    {
        var from = Stopwatch.GetTimestamp();
        var counts = JudgeOnce(lastSecond);
        return new PeerResult($"SQLite {_connection.ServerVersion}", _load, Stopwatch.GetElapsedTime(from), counts);
    }

    /// <summary>Counts at any position, in seconds; see position.sql. Not a fair thing to time.</summary>
    public Counts CountAt(int at, int known)
    {
        using var command = Query("sqlite/position.sql", at, known);
        using var rows = command.ExecuteReader();
        var counts = new Counts();
        while (rows.Read())
        {
            counts.Add(rows.GetString(0), rows.GetInt64(1));
        }

        return counts;
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    // Three queries of one row each, whose columns are named by the cell they count.
    private Counts JudgeOnce(int lastSecond)
    {
        using var command = Query("sqlite/judge.sql", at: lastSecond, known: lastSecond);
        using var rows = command.ExecuteReader();
        var counts = new Counts();
        do
        {
            rows.Read();
            for (var column = 0; column < rows.FieldCount; column++)
            {
                counts.Add(rows.GetName(column), rows.IsDBNull(column) ? 0 : rows.GetInt64(column));
            }
        }
        while (rows.NextResult());
        return counts;
    }

    private SqliteCommand Query(string file, int at, int known)
    {
        var command = _connection.CreateCommand();
        command.CommandText = PeerFiles.Read(file);
        command.Parameters.AddWithValue("@at", at);
        command.Parameters.AddWithValue("@known", known);
        return command;
    }

    private void Insert(Fact[] facts)
    {
        using var transaction = _connection.BeginTransaction();
        using var inserts = new SqliteInserts(_connection, transaction);
        for (var i = 0; i < facts.Length; i++)
        {
            inserts.Add(i, facts[i]);
        }

        transaction.Commit();
    }

    private void Run(string text)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
