using Detente.Node.Stores;

namespace Detente.Node.Tests.Stores;

/// <summary>A log in PostgreSQL.</summary>
[Collection(PostgresTests.Name)]
public sealed class PostgresStoreTests : StoreContract
{
    private readonly string connection;

    public PostgresStoreTests(PostgresServer server)
    {
        Assert.SkipWhen(server.Absent is not null, server.Absent ?? "");
        connection = server.NewDatabase();
    }

    private protected override void Make() => PostgresStore.Create(connection, Description);

    private protected override ILogStore Open() => PostgresStore.Open(connection, Description.Origin);
}
