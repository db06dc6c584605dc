using Npgsql;
using static Detente.Node.Stores.PostgresParameter;

namespace Detente.Node.Stores;

/// <summary>The tables of a <see cref="PostgresStore"/>, in a schema of their own. One database may hold the logs of several origins.</summary>
internal static class PostgresSchema
{
    /// <summary>What the tables are like. A program that finds a newer number refuses them.</summary>
    private const int Version = 1;

    private const string Text = """
        CREATE SCHEMA detente_log;

        CREATE TABLE detente_log.version (version integer NOT NULL);
        INSERT INTO detente_log.version VALUES (1);

        -- What logs there are. The description is the bytes of the file log.txt.
        CREATE TABLE detente_log.log (
            log         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            origin      text    NOT NULL UNIQUE,
            description bytea   NOT NULL);

        -- Who may write. Whoever begins to write draws an epoch at random and puts it here; every writing statement locks a
        -- row, finds its own epoch in it or does nothing, and holds the row until it is committed. So a writer that
        -- begins waits for what is under way, and nothing of an earlier one can follow. At random, and not counted, for a database
        -- that is put back from an old copy would count again. One row for each thread that writes
        -- ('append', 'publish', 'index'), so that none waits for another and a row is locked by one transaction at a time.
        CREATE TABLE detente_log.writer (
            log   integer NOT NULL,
            part  text    NOT NULL,
            epoch uuid,
            PRIMARY KEY (log, part));

        -- The published checkpoint, a signed note.
        CREATE TABLE detente_log.head (
            log        integer PRIMARY KEY,
            checkpoint bytea)
            WITH (fillfactor = 50);

        -- The entries, acknowledged once they are committed. The key gives an index one entry for ever; none is inserted without the one before.
        CREATE TABLE detente_log.entry (
            log   integer NOT NULL,
            index bigint  NOT NULL CHECK (index >= 0),
            bytes bytea   NOT NULL CHECK (octet_length(bytes) <= 65535),
            PRIMARY KEY (log, index));

        -- Hash tiles (c2sp.org/tlog-tiles). Entry bundles are made of the entries.
        CREATE TABLE detente_log.tile (
            log   integer  NOT NULL,
            level smallint NOT NULL CHECK (level BETWEEN 0 AND 63),
            index bigint   NOT NULL CHECK (index >= 0),
            width smallint NOT NULL CHECK (width BETWEEN 1 AND 256),
            bytes bytea    NOT NULL CHECK (octet_length(bytes) = width * 32),
            PRIMARY KEY (log, level, index, width));
        ALTER TABLE detente_log.tile ALTER COLUMN bytes SET STORAGE EXTERNAL; -- hashes cannot be compressed
        CREATE INDEX partial_tile ON detente_log.tile (log, level, index) WHERE width < 256;

        -- Leaf hash to index, of the first so many entries; derived from them.
        CREATE TABLE detente_log.indexed (
            log   integer PRIMARY KEY,
            count bigint  NOT NULL)
            WITH (fillfactor = 50);
        CREATE TABLE detente_log.leaf (
            log   integer NOT NULL,
            hash  bytea   NOT NULL CHECK (octet_length(hash) = 32),
            index bigint  NOT NULL,
            PRIMARY KEY (log, hash, index));
        """;

    private const string IsMade = "SELECT to_regclass('detente_log.version') IS NOT NULL";
    private const string FoundVersion = "SELECT version FROM detente_log.version";

    /// <summary>Makes the tables where there are none, and adds a log. One that stands there half made, by a call that broke off, is finished.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="RefusedException">The tables are of a newer program, or hold another log of this origin.</exception>
    public static int Add(PostgresDatabase database, LogDescription description)
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction();
        Run("SELECT pg_advisory_xact_lock(hashtext('detente_log'))"); // two that make the tables at once
        if (One(IsMade) is not true)
        {
            Run(Text);
        }

        RefuseOtherVersion(database, One(FoundVersion));
        Run("INSERT INTO detente_log.log (origin, description) VALUES ($1, $2) ON CONFLICT (origin) DO NOTHING", PostgresParameter.Text(description.Origin), Bytes(description.ToBytes()));
        var (log, found) = Find(database, PostgresDatabase.Command(transaction, LogOfOrigin, PostgresParameter.Text(description.Origin)), description.Origin);
        if (found != description)
        {
            throw new RefusedException($"{database.Name} holds another log of {description.Origin} already, with the key {found.Key}.");
        }

        Run("INSERT INTO detente_log.writer (log, part) VALUES ($1, 'append'), ($1, 'publish'), ($1, 'index') ON CONFLICT DO NOTHING", Number(log));
        Run("INSERT INTO detente_log.head (log) VALUES ($1) ON CONFLICT DO NOTHING", Number(log));
        Run("INSERT INTO detente_log.indexed (log, count) VALUES ($1, 0) ON CONFLICT DO NOTHING", Number(log));
        using (var published = PostgresDatabase.Command(transaction, "SELECT checkpoint FROM detente_log.head WHERE log = $1", Number(log)))
        {
            if (PublishedNote.SizeOf(published.ExecuteScalar() as byte[]) is not 0)
            {
                throw new RefusedException($"{database.Name} holds the log {description.Origin} already, with a checkpoint of entries.");
            }
        }

        transaction.Commit();
        return log;

        void Run(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
        {
            using var command = PostgresDatabase.Command(transaction, sql, parameters);
            command.ExecuteNonQuery();
        }

        object? One(string sql)
        {
            using var command = PostgresDatabase.Command(transaction, sql);
            return command.ExecuteScalar();
        }
    }

    /// <summary>The number and the description of a log.</summary>
    /// <exception cref="RefusedException">There is none of this origin, or the tables are of a newer program.</exception>
    /// <exception cref="DamagedException">What it says of the log cannot be read.</exception>
    public static (int Log, LogDescription Description) Find(PostgresDatabase database, string origin)
    {
        using var made = database.Command(IsMade);
        if (made.ExecuteScalar() is not true)
        {
            throw new RefusedException($"there is no log in {database.Name}: it has no schema detente_log. Create the log first.");
        }

        using var version = database.Command(FoundVersion);
        RefuseOtherVersion(database, version.ExecuteScalar());
        return Find(database, database.Command(LogOfOrigin, PostgresParameter.Text(origin)), origin);
    }

    private const string LogOfOrigin = "SELECT log, description FROM detente_log.log WHERE origin = $1";

    private static (int Log, LogDescription Description) Find(PostgresDatabase database, NpgsqlCommand command, string origin)
    {
        using (command)
        {
            using var reader = command.ExecuteReader();
            return reader.Read()
                ? (reader.GetInt32(0), LogDescription.Read(reader.GetFieldValue<byte[]>(1), $"{database.Name}, log {origin}"))
                : throw new RefusedException($"there is no log {origin} in {database.Name}. Create it first.");
        }
    }

    private static void RefuseOtherVersion(PostgresDatabase database, object? found)
    {
        if (found is not Version)
        {
            throw new RefusedException($"{database.Name}: the tables in detente_log are of version {found ?? "none"}, and this program knows version {Version}. Use the program that made them, or a newer one.");
        }
    }
}
