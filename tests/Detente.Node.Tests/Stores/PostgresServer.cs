using System.Diagnostics;
using Npgsql;

namespace Detente.Node.Tests.Stores;

/// <summary>A PostgreSQL server of the tests' own, in a folder of its own, reached through a socket there. It ends with the tests, however they end.</summary>
public sealed class PostgresServer : IDisposable
{
    private readonly string folder = "";
    private readonly Process? process;

    public PostgresServer()
    {
        if (Programs() is not { } programs)
        {
            Absent = "PostgreSQL is not installed: no initdb on the path nor in /usr/lib/postgresql";
            return;
        }

        if (Environment.UserName == "root" && !Succeeds("id", "postgres"))
        {
            Absent = "PostgreSQL does not run as root, and there is no user postgres";
            return;
        }

        folder = Directory.CreateTempSubdirectory("detente-pg-").FullName;
        if (Environment.UserName == "root")
        {
            Run("chown", "postgres", folder);
        }

        Run([.. AsUser, $"{programs}/initdb", "--pgdata", $"{folder}/data", "--username", "detente", "--auth", "trust", "--encoding", "UTF8", "--no-sync"]);

        File.WriteAllText($"{folder}/data/pg_hba.conf", "local all guarded scram-sha-256\nlocal all all trust\n");

        // The shell ends the server once its input ends, and that ends with this process.
        const string script = """cd "$1"; "$2/postgres" -D "$1/data" -k "$1" -c listen_addresses= -c max_connections=200 >"$1/log" 2>&1 & cat >/dev/null; kill -QUIT $!; wait""";
        process = Start([.. AsUser, "sh", "-c", script, "sh", folder, programs]);
        AwaitStart();
        Run(Connection(), "CREATE ROLE plain LOGIN; CREATE ROLE guarded LOGIN PASSWORD 'guard'");
    }

    /// <summary>Why there is none; <c>null</c> where there is.</summary>
    public string? Absent { get; }

    /// <summary>The folder of the socket.</summary>
    public string SocketFolder => folder;

    /// <summary>How a database is reached.</summary>
    public string Connection(string database = "postgres") => $"Host={folder};Username=detente;Database={database}";

    /// <summary>A new, empty database.</summary>
    /// <returns>How it is reached.</returns>
    public string NewDatabase()
    {
        var name = $"test_{Guid.NewGuid():n}";
        Run(Connection(), $"CREATE DATABASE {name}");
        return Connection(name);
    }

    /// <summary>Runs a statement as somebody who looks after the database might.</summary>
    public static void Run(string connection, string sql) => Ask(connection, sql);

    /// <summary>Runs a statement, and gives the first value of its first row.</summary>
    public static object? Ask(string connection, string sql)
    {
        using var connected = new NpgsqlConnection(connection + ";Pooling=false");
        connected.Open();
        using var command = new NpgsqlCommand(sql, connected);
        return command.ExecuteScalar();
    }

    public void Dispose()
    {
        if (process is not null)
        {
            process.StandardInput.Close();
            process.WaitForExit();
            process.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] AsUser => Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--"] : [];

    /// <summary>The folder of the programs: where the path has them, or where Debian puts those of the newest version.</summary>
    private static string? Programs()
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
            .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(version => $"{version}/bin") : [])
            .FirstOrDefault(place => File.Exists($"{place}/initdb") && File.Exists($"{place}/postgres"));

    private void AwaitStart()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                Run(Connection(), "SELECT 1");
                return;
            }
            catch (NpgsqlException) when (tries < 300 && !process!.HasExited)
            {
                Thread.Sleep(100);
            }
        }
    }

    private static bool Succeeds(params string[] command)
    {
        using var started = Start(command);
        started.WaitForExit();
        return started.ExitCode == 0;
    }

    private static void Run(params string[] command)
    {
        using var started = Start(command);
        var said = started.StandardOutput.ReadToEnd() + started.StandardError.ReadToEnd();
        started.WaitForExit();
        if (started.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} failed: {said}");
        }
    }

    private static Process Start(params string[] command)
        => Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        })!;
}
