using System.Diagnostics;

namespace Detente.Bench.Engine;

/// <summary>Times of many calls of the same kind.</summary>
internal sealed class Samples(int count)
{
    private readonly List<long> _ticks = new(count);

    /// <summary>Adds the time since a <see cref="Stopwatch"/> timestamp.</summary>
    public void Add(long since) => _ticks.Add(Stopwatch.GetTimestamp() - since);

    /// <summary>The time which this share of the calls did not exceed, in milliseconds (nearest rank).</summary>
    public double Percentile(double share)
    {
        var sorted = _ticks.Order().ToArray();
        var rank = Math.Clamp((int)Math.Ceiling(share * sorted.Length), 1, sorted.Length);
        return sorted[rank - 1] * 1000.0 / Stopwatch.Frequency;
    }

    /// <inheritdoc/>
    public override string ToString() => $"p50 {Percentile(0.50):0.000} ms, p99 {Percentile(0.99):0.000} ms, most {Percentile(1):0.000} ms ({_ticks.Count:N0} calls)";
}
