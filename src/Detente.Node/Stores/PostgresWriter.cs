using Npgsql;
using static Detente.Node.Stores.PostgresParameter;

namespace Detente.Node.Stores;

/// <summary>
/// The right to write to a log in PostgreSQL: an epoch, drawn at random, which stands in the table <c>writer</c> until another is drawn.
/// Every writing statement is a transaction by itself; it locks a row there and finds its epoch, or it does nothing.
/// A statement that was sent and never answered is therefore either committed before another writer has drawn its epoch, and found by it, or never.
/// </summary>
/// <remarks>
/// Statements run at READ COMMITTED, where one that waited for the row reads it again. FOR UPDATE, and neither a shared lock nor an advisory one: a shared one
/// would make a list of holders anew for each pair of transactions, and after waiting for an advisory one the statement still sees the row as it was.
/// </remarks>
/// <param name="database">Where the log is.</param>
/// <param name="log">Its number there.</param>
/// <param name="name">What messages call it.</param>
internal sealed class PostgresWriter(PostgresDatabase database, int log, string name)
{
    /// <summary>What one thread writes, what another, and what the third: each has a row, so that none waits for another.</summary>
    public const string AppendPart = "append", PublishPart = "publish", IndexPart = "index";

    private Guid? epoch;

    /// <summary>How long <see cref="TakeOver"/> waits for what an earlier writer has under way.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Whether an epoch was drawn.</summary>
    public bool HasBegun => epoch is not null;

    /// <summary>Writes with an epoch from now on.</summary>
    public void Hold(Guid drawn) => epoch = drawn;

    /// <summary>The writing statement of a part: it says what is done, after the row of <c>writer</c> is locked; $1 to $3 are the log, the part and the epoch.</summary>
    /// <returns>How many rows <c>done</c> gave.</returns>
    /// <exception cref="RefusedException">Another writer has begun. Nothing was changed.</exception>
    public long Write(string part, string done, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var drawn = epoch ?? throw new InvalidOperationException("The log was not begun.");
        using var command = database.Command(
            $"""
            WITH held AS MATERIALIZED (SELECT log FROM detente_log.writer WHERE log = $1 AND part = $2 AND epoch = $3 FOR UPDATE),
            {done}
            SELECT (SELECT count(*) FROM held), (SELECT count(*) FROM done)
            """,
            [Number(log), Text(part), Id(drawn), .. parameters]);
        using var reader = command.ExecuteReader();
        reader.Read();
        return reader.GetInt64(0) == 1
            ? reader.GetInt64(1)
            : throw new RefusedException($"{name}: another process has begun to write to the log, and this one must not any more.");
    }

    /// <summary>Draws an epoch, once what an earlier writer has under way is committed or gone.</summary>
    /// <remarks>It is in force once the transaction is committed and <see cref="Hold"/> is called.</remarks>
    public Guid TakeOver(NpgsqlTransaction transaction)
    {
        RefuseUnsafe(transaction);
        var drawn = Guid.NewGuid();
        try
        {
            Run($"SET LOCAL lock_timeout = {(int)Patience.TotalMilliseconds}");
            Run("SELECT FROM detente_log.writer WHERE log = $1 ORDER BY part FOR UPDATE", Number(log)); // always in this order: two that begin at once do not wait for each other
            Run("UPDATE detente_log.writer SET epoch = $2 WHERE log = $1", Number(log), Id(drawn));
            return drawn;
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new RefusedException($"{name}: a transaction of another writer has been under way for {Patience.TotalSeconds:0.#} s. Try again, or end its session (pg_stat_activity, pg_terminate_backend).");
        }

        void Run(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
        {
            using var command = PostgresDatabase.Command(transaction, sql, parameters);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>A server that does not sync what it commits is no place for a log.</summary>
    private void RefuseUnsafe(NpgsqlTransaction transaction)
    {
        using var command = PostgresDatabase.Command(transaction, "SELECT current_setting('fsync'), current_setting('synchronous_commit')");
        using var reader = command.ExecuteReader();
        reader.Read();
        if ((reader.GetString(0), reader.GetString(1)) is not ("on", "on") and var (fsync, commit))
        {
            throw new RefusedException($"{name}: the server runs with fsync = {fsync} and synchronous_commit = {commit}, and would lose in a power cut what it says is kept. Set both on.");
        }
    }
}
