using Microsoft.Data.Sqlite;

using var connection = new SqliteConnection("Data Source=:memory:");
connection.Open();
Console.WriteLine($"SQLite {connection.ServerVersion}, .NET {Environment.Version}");
