using Detente.Record.Bytes;
using Microsoft.Data.Sqlite;

namespace Detente.Node.Fsck;

/// <summary>The index: every leaf it should hold stands in it at its place, and nothing else does.</summary>
internal sealed class IndexCheck : IDisposable
{
    private readonly Findings findings;
    private readonly string file;
    private SqliteConnection? connection;
    private string? copy;
    private SqliteCommand? find;
    private ulong held;

    private IndexCheck(Findings findings, string file) => (this.findings, this.file) = (findings, file);

    /// <summary>Leaves that were looked up.</summary>
    public ulong Looked { get; private set; }

    /// <summary>Opens the index in a file; <c>null</c> where there is none. Nothing is written to it.</summary>
    public static IndexCheck? Open(Findings findings, string file, ulong published)
    {
        if (!File.Exists(file))
        {
            findings.Note(file, "there is no index: the next process that writes makes it");
            return null;
        }

        var check = new IndexCheck(findings, file);
        check.Try(() => check.Begin(published));
        return check;
    }

    /// <summary>Looks up a run of leaves.</summary>
    public void Look(ulong first, IReadOnlyList<Hash32?> leaves)
        => Try(() =>
        {
            for (var i = 0; i < leaves.Count && first + (ulong)i < held; i++)
            {
                if (leaves[i] is not { } leaf)
                {
                    continue;
                }

                Looked++;
                find!.Parameters[0].Value = leaf.ToArray();
                find.Parameters[1].Value = (long)first + i;
                if (find.ExecuteScalar() is null)
                {
                    Damaged($"the hash of entry {first + (ulong)i} does not stand at its place");
                    Dispose();
                }
            }
        });

    /// <inheritdoc/>
    public void Dispose()
    {
        find?.Dispose();
        connection?.Dispose();
        if (copy is not null)
        {
            Directory.Delete(copy, recursive: true);
        }

        (find, connection, held, copy) = (null, null, 0, null);
    }

    private void Begin(ulong published)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Source(), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        if (Scalar("PRAGMA integrity_check(1)") is not "ok" and var fault)
        {
            Damaged($"SQLite says: {fault}");
            Dispose();
            return;
        }

        held = (ulong)(long)Scalar("SELECT count FROM held")!;
        var rows = (ulong)(long)Scalar("SELECT count(*) FROM leaf")!;
        if (held > published || rows != held)
        {
            Damaged($"it holds {rows} leaves and says {held}, and {published} entries are published");
            Dispose();
            return;
        }

        if (held < published)
        {
            findings.Note(file, $"it holds {held} leaves of {published}: the next process that writes adds the others");
        }

        find = connection.CreateCommand();
        find.CommandText = "SELECT 1 FROM leaf WHERE hash = $hash AND position = $position";
        find.Parameters.Add("$hash", SqliteType.Blob);
        find.Parameters.Add("$position", SqliteType.Integer);
    }

    /// <summary>What to open. SQLite reads a file through the write-ahead log beside it, and makes another file there to do so: then a copy is read, elsewhere.</summary>
    private string Source()
    {
        if (File.Exists(file + "-wal") && new FileInfo(file + "-wal").Length > 0)
        {
            copy = Directory.CreateTempSubdirectory("detente-").FullName;
            var read = Path.Combine(copy, "index.sqlite");
            File.Copy(file, read);
            File.Copy(file + "-wal", read + "-wal");
            return read;
        }

        return $"file:{Uri.EscapeDataString(Path.GetFullPath(file)).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1";
    }

    private object? Scalar(string sql)
    {
        using var command = connection!.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private void Try(Action act)
    {
        try
        {
            act();
        }
        catch (SqliteException failure)
        {
            Damaged($"it cannot be read: {failure.Message.TrimEnd('.')}");
            Dispose();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            findings.Note(file, $"it could not be read, or copied to be read: {failure.Message}");
            Dispose();
        }
    }

    private void Damaged(string what) => findings.Fault("index/damaged", file, null, $"{what}. It is derived from the entries: remove the file, and the next process that writes makes it again");
}
