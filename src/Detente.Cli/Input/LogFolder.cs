using Detente.Node.Disks;
using Detente.Node.Keys;
using Detente.Node.Logs;
using Detente.Node.Stores;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Detente.Cli.Input;

/// <summary>Makes and opens logs, in folders and in PostgreSQL. Whatever the node says of a log that cannot be used is one line for the user.</summary>
internal static class LogFolder
{
    /// <summary>The disk of this machine.</summary>
    public static readonly IDisk Disk = new RealDisk();

    /// <summary>A path as the node reads it.</summary>
    public static string Normal(string path)
    {
        var slashed = Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
        return slashed.Length > 1 ? slashed.TrimEnd('/') : slashed;
    }

    /// <summary>Whether a place is a database, by its connection string, and not a folder.</summary>
    public static bool IsDatabase(string path) => path.Contains('=', StringComparison.Ordinal) && !Directory.Exists(path);

    /// <summary>What log a folder holds.</summary>
    public static LogDescription Describe(string path) => Guard(path, () => FolderStore.Describe(Disk, Normal(path)));

    /// <summary>What log a place holds: a folder one, a database that of an origin.</summary>
    public static LogDescription Describe(string path, string origin)
    {
        if (!IsDatabase(path))
        {
            return Describe(path);
        }

        using var store = Guard(Database, () => PostgresStore.Open(path, origin));
        return store.Description;
    }

    /// <summary>Opens what a log has published, wherever it is kept, without becoming its writer.</summary>
    public static ILogStore OpenToRead(string path, string? origin)
        => !IsDatabase(path) ? Guard(path, () => (ILogStore)FolderStore.OpenToRead(Disk, Normal(path)))
            : Guard(Database, () => (ILogStore)PostgresStore.Open(path, origin ?? throw new RefusedException("a database may hold several logs: --origin says which")));

    /// <summary>Makes a log, and publishes its empty checkpoint.</summary>
    public static LogDescription Make(string path, LogKey key, string origin, Terminal terminal)
        => Guard(path, () =>
        {
            var signer = key.SignerFor(origin);
            var description = new LogDescription(origin, signer.Key);
            CheckpointSigner.RefuseUsed(Disk, key.Path, signer, origin);
            LogWriter.Create(
                () => CreateStore(path, description),
                () => CheckpointSigner.Begin(Disk, key.Path, signer, origin, new TerminalClock(terminal)));
            Open(path, description, key, terminal).Dispose();
            return description;
        });

    /// <summary>Opens a log to write to it.</summary>
    public static LogWriter Open(string path, LogDescription description, LogKey key, Terminal terminal)
        => Guard(path, () =>
        {
            var signer = key.SignerFor(description.Key.Name);
            if (signer.Key != description.Key)
            {
                throw new RefusedException($"{key.Path} is not the key of {Called(path)}: its public key is {signer.Key}, and the log's is {description.Key}");
            }

            ILogStore? store = null;
            CheckpointSigner? checkpoints = null;
            try
            {
                store = OpenStore(path, description.Origin);
                checkpoints = CheckpointSigner.Open(Disk, key.Path, signer, description.Origin, new TerminalClock(terminal));
                return LogWriter.Open(store, checkpoints);
            }
            catch
            {
                store?.Dispose();
                checkpoints?.Dispose();
                throw;
            }
        });

    private const string Database = "the database";

    /// <summary>What messages call a place: a connection string may hold a password.</summary>
    public static string Called(string path) => IsDatabase(path) ? Database : path;

    private static void CreateStore(string path, LogDescription description)
    {
        if (IsDatabase(path))
        {
            PostgresStore.Create(path, description);
            return;
        }

        FolderStore.Create(Disk, Normal(path), description);
    }

    private static ILogStore OpenStore(string path, string origin)
        => IsDatabase(path) ? PostgresStore.Open(path, origin)
            : FolderStore.Open(Disk, Normal(path), () => LeafIndex.InFile($"{Normal(path)}/index.sqlite"));

    /// <summary>Does what a log is asked for. What it refuses, what is damaged, and what the system could not do end the call in one line.</summary>
    public static T Guard<T>(string path, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception failure) when (InOneLine(Called(path), failure) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>What a failure is to the user; <c>null</c> where it is a fault of the program.</summary>
    public static RefusedException? InOneLine(string path, Exception failure) => failure switch
    {
        LogStoppedException { InnerException: { } cause } => InOneLine(path, cause),
        Node.Stores.RefusedException refusal => new RefusedException(refusal.Message.TrimEnd('.')),
        DamagedException damage => new RefusedException($"damaged: {damage.Message.TrimEnd('.')}", ExitCode.Damaged),
        KeyException key => new RefusedException(key.Message),
        SqliteException index => new RefusedException($"{path}/index.sqlite: {index.Message.TrimEnd('.')}. It is derived: it can be removed, and is made again"),
        NpgsqlException database => new RefusedException($"{Database}: {database.Message.TrimEnd('.')}. What was not acknowledged may or may not be kept: the next call tells"),
        IOException or UnauthorizedAccessException => new RefusedException($"{path}: {failure.Message.TrimEnd('.')}"),
        _ => null,
    };
}
