using System.Net.Sockets;
using Npgsql;

namespace Detente.Node.Stores;

/// <summary>A PostgreSQL database with logs in it: how it is reached, and what is said when it cannot be. No message holds a password.</summary>
internal sealed class PostgresDatabase : IDisposable
{
    private readonly NpgsqlDataSource source;

    private PostgresDatabase(NpgsqlDataSource source, string name) => (this.source, Name) = (source, name);

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>Names a database; nothing is opened yet.</summary>
    /// <param name="connection">What Npgsql calls a connection string: <c>Host=…;Database=…;Username=…</c>. It must lead to the server itself, not to a pooler that shares sessions.</param>
    /// <exception cref="RefusedException">It cannot be read.</exception>
    public static PostgresDatabase At(string connection)
    {
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = new NpgsqlConnectionStringBuilder(connection);
        }
        catch (Exception unread) when (unread is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            // What the exception says may quote a part of the password.
            throw new RefusedException("the connection string of the database cannot be read: it is Host=…;Port=…;Database=…;Username=…, with a value that holds ; or = or quotes in quotes.");
        }

        if (string.IsNullOrEmpty(builder.Host) || string.IsNullOrEmpty(builder.Database))
        {
            throw new RefusedException("the connection string of the database names no Host, or no Database.");
        }

        builder.ApplicationName ??= "detente";
        builder.Enlist = false;
        builder.Pooling = true;
        builder.NoResetOnClose = true; // nothing is ever set for a session
        builder.MaxAutoPrepare = 32;
        builder.AutoPrepareMinUsages = 2;
        builder.TcpKeepAlive = true;

        // Said by the session, they stand above what the server, the database or the role has. A commit that is reported is durable; and a
        // statement that waited for a row looks at it again.
        builder.Options = $@"{builder.Options} -c synchronous_commit=on -c default_transaction_isolation=read\ committed".Trim();
        return new PostgresDatabase(NpgsqlDataSource.Create(builder), $"database {builder.Database} on {builder.Host}:{builder.Port}");
    }

    /// <summary>A statement that is a transaction by itself.</summary>
    /// <param name="sql">Its text; parameters are <c>$1</c>, <c>$2</c> ….</param>
    /// <param name="parameters">They.</param>
    public NpgsqlCommand Command(string sql, params ReadOnlySpan<NpgsqlParameter> parameters) => Fill(source.CreateCommand(sql), parameters);

    /// <summary>A statement in a transaction.</summary>
    public static NpgsqlCommand Command(NpgsqlTransaction transaction, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
        => Fill(new NpgsqlCommand(sql, transaction.Connection, transaction), parameters);

    /// <summary>A connection.</summary>
    public NpgsqlConnection Connect() => source.OpenConnection();

    /// <summary>Runs what opens a log: what keeps it from being opened is said in one line.</summary>
    /// <exception cref="RefusedException">The server, the database or the tables are not there, or not for this role.</exception>
    public T Opening<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (PostgresException refused) when (Said(refused.SqlState) is { } said)
        {
            throw new RefusedException($"{Name}: {refused.MessageText.TrimEnd('.')}. {said}");
        }
        catch (NpgsqlException unreached) when (unreached.InnerException is SocketException or TimeoutException)
        {
            throw new RefusedException($"{Name} cannot be reached: {unreached.InnerException.Message.TrimEnd('.')}. Is the server running, and does it listen there?");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => source.Dispose();

    /// <summary>What to do about the states in which a log cannot be opened.</summary>
    private static string? Said(string state) => state switch
    {
        PostgresErrorCodes.InvalidCatalogName => "Create the database first.",
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "The server does not let this role in.",
        PostgresErrorCodes.InsufficientPrivilege => "Let this role use the schema detente_log.",
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.DuplicateSchema
            => "The schema detente_log is not one that was made here.",
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.AdminShutdown => "Try again when the server takes connections.",
        PostgresErrorCodes.ReadOnlySqlTransaction => "A log is written to on the primary server.",
        _ => null,
    };

    private static NpgsqlCommand Fill(NpgsqlCommand command, ReadOnlySpan<NpgsqlParameter> parameters)
    {
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
