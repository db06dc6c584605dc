using Detente.Node.Disks;
using Detente.Node.Keys;
using Detente.Node.Logs;
using Detente.Node.Stores;
using Microsoft.Data.Sqlite;

namespace Detente.Cli.Input;

/// <summary>Makes and opens logs in folders. Whatever the node says of a log that cannot be used is one line for the user.</summary>
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

    /// <summary>What log a folder holds.</summary>
    public static LogDescription Describe(string path) => Guard(path, () => FolderStore.Describe(Disk, Normal(path)));

    /// <summary>Makes a log, and publishes its empty checkpoint.</summary>
    public static LogDescription Make(string path, LogKey key, string origin, Terminal terminal)
        => Guard(path, () =>
        {
            var signer = key.SignerFor(origin);
            var description = new LogDescription(origin, signer.Key);
            LogWriter.Create(
                () => FolderStore.Create(Disk, Normal(path), description),
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
                throw new RefusedException($"{key.Path} is not the key of {path}: its public key is {signer.Key}, and the log's is {description.Key}");
            }

            var folder = Normal(path);
            var store = FolderStore.Open(Disk, folder, () => LeafIndex.InFile($"{folder}/index.sqlite"));
            try
            {
                return LogWriter.Open(store, CheckpointSigner.Open(Disk, key.Path, signer, description.Origin, new TerminalClock(terminal)));
            }
            catch
            {
                store.Dispose();
                throw;
            }
        });

    /// <summary>Does what a log is asked for. What it refuses, what is damaged, and what the system could not do end the call in one line.</summary>
    public static T Guard<T>(string path, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception failure) when (InOneLine(path, failure) is { } refusal)
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
        IOException or UnauthorizedAccessException => new RefusedException($"{path}: {failure.Message.TrimEnd('.')}"),
        _ => null,
    };
}
