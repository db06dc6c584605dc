using Detente.Bench.Record;
using Microsoft.Data.Sqlite;

namespace Detente.Bench.Peers;

/// <summary>One prepared statement for each table, whose parameters are bound again for every row.</summary>
internal sealed class SqliteInserts(SqliteConnection connection, SqliteTransaction transaction) : IDisposable
{
    private readonly Insert _notice = new(connection, transaction, "notice", 7);
    private readonly Insert _report = new(connection, transaction, "report", 4);
    private readonly Insert _request = new(connection, transaction, "request", 3);
    private readonly Insert _answer = new(connection, transaction, "answer", 4);

    /// <summary>Adds the fact at its position in the record.</summary>
    public void Add(int position, in Fact fact)
    {
        switch (fact.Kind)
        {
            case FactKind.Notice or FactKind.Cancellation:
                var cancelled = fact.Kind == FactKind.Cancellation ? 1 : 0;
                _notice.Add(position, fact.Subject, fact.Author, fact.Made, fact.Received, fact.Start, cancelled);
                break;
            case FactKind.Report:
                _report.Add(fact.Subject, fact.Author, fact.Received, fact.Start);
                break;
            case FactKind.Request:
                _request.Add(fact.Subject, fact.Bearer, fact.Received);
                break;
            default:
                _answer.Add(position, fact.Subject, fact.Received, fact.Kind == FactKind.Refusal ? 1 : 0);
                break;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _notice.Dispose();
        _report.Dispose();
        _request.Dispose();
        _answer.Dispose();
    }

    private sealed class Insert : IDisposable
    {
        private readonly SqliteCommand _command;
        private readonly SqliteParameter[] _values;

        public Insert(SqliteConnection connection, SqliteTransaction transaction, string table, int columns)
        {
            var names = Enumerable.Range(1, columns).Select(n => $"@v{n}").ToArray();
            _command = connection.CreateCommand();
            _command.Transaction = transaction;
            _command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", names)})";
            _values = Array.ConvertAll(names, name => _command.Parameters.Add(name, SqliteType.Integer));
            _command.Prepare();
        }

        public void Add(params ReadOnlySpan<int> row)
        {
            for (var i = 0; i < row.Length; i++)
            {
                _values[i].Value = row[i];
            }

            _command.ExecuteNonQuery();
        }

        public void Dispose() => _command.Dispose();
    }
}
