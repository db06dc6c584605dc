using Detente.Node.Views;

namespace Detente.Node.Tests.Api;

/// <summary>One board that many tests read: nothing they do changes it.</summary>
public sealed class SharedBoard : IAsyncLifetime
{
    /// <summary>The case of a treaty that ended, and one that goes on.</summary>
    public const string Inf = "inf-1987", Pause = "testing-pause";

    internal Board Board { get; private set; } = null!;

    internal SetClock Clock { get; } = new(new DateTimeOffset(2031, 10, 15, 12, 0, 30, TimeSpan.Zero));

    public async ValueTask InitializeAsync() => Board = await Board.Open(new Library([Path.Combine(Tree.Root, "cases/inf-1987"), Path.Combine(Tree.Root, "cases/minimal/testing-pause")], Clock), Clock);

    public ValueTask DisposeAsync() => Board.DisposeAsync();
}

/// <summary>Tests that read it.</summary>
[CollectionDefinition(nameof(SharedBoard))]
public sealed class SharedBoardTests : ICollectionFixture<SharedBoard>;
