using Npgsql;
using NpgsqlTypes;

namespace Detente.Node.Stores;

/// <summary>Values for <c>$1</c>, <c>$2</c> … of a statement, each with the type of its column.</summary>
internal static class PostgresParameter
{
    public static NpgsqlParameter Number(int value) => new NpgsqlParameter<int> { TypedValue = value };

    public static NpgsqlParameter Number(ulong value) => new NpgsqlParameter<long> { TypedValue = (long)value };

    public static NpgsqlParameter Short(int value) => new NpgsqlParameter<short> { TypedValue = (short)value };

    public static NpgsqlParameter Id(Guid value) => new NpgsqlParameter<Guid> { TypedValue = value };

    public static NpgsqlParameter Text(string value) => new NpgsqlParameter<string> { TypedValue = value };

    public static NpgsqlParameter Bytes(byte[]? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea };

    public static NpgsqlParameter Array<T>(T[] values, NpgsqlDbType type) => new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
}
