using Detente.Bench.Record;

namespace Detente.Board.Bench;

/// <summary>A clock that runs as ours does, and began at the end of the record: now is when the record is held to.</summary>
internal sealed class BenchClock(GeneratedRecord record) : TimeProvider
{
    private readonly TimeSpan _off = DateTimeOffset.UnixEpoch.AddTicks(GeneratedRecord.TickOf(record.LastSecond)) - DateTimeOffset.UtcNow;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + _off;
}
