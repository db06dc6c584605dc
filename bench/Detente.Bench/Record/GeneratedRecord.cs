using NodaTime;

namespace Detente.Bench.Record;

/// <summary>A record of plain facts in record order (receipt, author, number), and what follows it.</summary>
/// <param name="Facts">The record that is judged.</param>
/// <param name="More">What is received after it, one by one.</param>
internal sealed record GeneratedRecord(Fact[] Facts, Fact[] More)
{
    /// <summary>Codes of the parties, by the number facts give them.</summary>
    public static readonly string[] Parties = ["A", "B"];

    /// <summary>Second 0 of the facts.</summary>
    public static readonly Instant Epoch = Instant.FromUtc(2020, 2, 1, 0, 0);

    /// <summary>The second in which the last fact was received. The record is judged, and known, half a second later.</summary>
    public int LastSecond => Facts[^1].Received;

    /// <summary>The tick (100 ns since the Unix epoch) of a second of the facts.</summary>
    public static long TickOf(int second) => Epoch.ToUnixTimeTicks() + second * NodaConstants.TicksPerSecond;

    /// <summary>
    /// The tick half a second later. Facts lie on whole seconds and instants judged between them, so that a peer may
    /// count in seconds: "at or before the instant" is "at or before the second".
    /// </summary>
    public static long InstantAfter(int second) => TickOf(second) + NodaConstants.TicksPerSecond / 2;
}
