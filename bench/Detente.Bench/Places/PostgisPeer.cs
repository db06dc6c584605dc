using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Detente.Geography;
using Detente.Node.Tests.Stores;
using Npgsql;

namespace Detente.Bench.Places;

/// <summary>PostGIS on a server of its own: the land cut into parts of at most 64 vertices under a GiST index, each point asked for by itself, as points arrive.</summary>
internal sealed class PostgisPeer : IDisposable
{
    private readonly PostgresServer _server = new();
    private readonly NpgsqlConnection? _connection;

    public PostgisPeer()
    {
        if ((Absent = _server.Absent) is not null)
        {
            return;
        }

        _connection = new NpgsqlConnection(_server.Connection() + ";Command Timeout=600");
        _connection.Open();
        try
        {
            Run("CREATE EXTENSION postgis");
            Run("SET jit = off; SET max_parallel_workers_per_gather = 0; SET synchronous_commit = off");
        }
        catch (PostgresException missing)
        {
            Absent = $"PostGIS is not installed (Debian: postgresql-15-postgis-3): {missing.MessageText}";
        }
    }

    /// <summary>Why there is none; <c>null</c> where there is.</summary>
    public string? Absent { get; }

    public string Version => (string)Ask("SELECT postgis_lib_version()")!;

    public void Load(IReadOnlyList<(string Name, JsonElement Geometry)> land)
    {
        Run("DROP TABLE IF EXISTS land; CREATE TABLE land (country int, part geometry)");
        for (var i = 0; i < land.Count; i++)
        {
            // Islets that the source's grid collapsed to a line are no valid polygons.
            const string insert = "INSERT INTO land SELECT $1, ST_Subdivide(ST_CollectionExtract(ST_MakeValid(ST_GeomFromGeoJSON($2)), 3), 64)";
            using var command = new NpgsqlCommand(insert, _connection);
            command.Parameters.AddWithValue(i);
            command.Parameters.AddWithValue(land[i].Geometry.GetRawText());
            command.ExecuteNonQuery();
        }

        Run("CREATE INDEX ON land USING gist (part)");
        Run("VACUUM ANALYZE land");
    }

    /// <summary>Seconds to answer, on the server; writing the answers to a table of the session is counted, sending them here is not.</summary>
    public double Find(ReadOnlySpan<Position> points, Span<int> found)
    {
        Run("DROP TABLE IF EXISTS point, answer; CREATE TEMPORARY TABLE point (number int, place geometry)");
        using (var rows = _connection!.BeginTextImport("COPY point FROM STDIN"))
        {
            for (var i = 0; i < points.Length; i++)
            {
                rows.Write(string.Create(CultureInfo.InvariantCulture, $"{i}\tSRID=4326;POINT({points[i].Longitude:R} {points[i].Latitude:R})\n"));
            }
        }

        Run("ANALYZE point");
        var watch = Stopwatch.StartNew();
        Run("CREATE TEMPORARY TABLE answer AS SELECT number, (SELECT country FROM land WHERE ST_Covers(part, place) LIMIT 1) AS country FROM point");
        var seconds = watch.Elapsed.TotalSeconds;
        found[..points.Length].Fill(-1);
        using var command = new NpgsqlCommand("SELECT number, country FROM answer WHERE country IS NOT NULL", _connection);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            found[reader.GetInt32(0)] = reader.GetInt32(1);
        }

        return seconds;
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _server.Dispose();
    }

    private object? Ask(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        return command.ExecuteScalar();
    }

    private void Run(string sql) => Ask(sql);
}
