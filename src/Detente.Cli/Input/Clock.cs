using Detente.Statements;
using Detente.Time;
using NodaTime;
using NodaTime.Text;

namespace Detente.Cli.Input;

/// <summary>The instants a call is about: as written, or by default.</summary>
internal static class Clock
{
    private static readonly InstantPattern[] Instants =
    [
        InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'"),
        InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFFF'Z'"),
    ];

    /// <summary>The tick that is meant: for a date, the last of its UTC day.</summary>
    public static long Parse(string option, string written)
    {
        if (LocalDatePattern.Iso.Parse(written) is { Success: true, Value: { Year: > 0 } day })
        {
            return Days.EndOf(day);
        }

        foreach (var pattern in Instants)
        {
            if (pattern.Parse(written) is { Success: true, Value: var instant })
            {
                return instant.ToUnixTimeTicks();
            }
        }

        throw new RefusedException($"{option} '{written}': write a day such as 2019-08-02 (its end is meant) or an instant such as 2019-08-02T12:00Z");
    }

    /// <summary>When a case is judged if the call does not say: a live record now, a reconstruction on its last day.</summary>
    /// <returns>The tick, and how the head of the page calls it.</returns>
    public static (long Tick, string Called) Default(Case record, Func<long> now) => record.IsReconstruction
        ? (Days.EndOfDayOf(LastInstant(record)), "the record's last day")
        : (now() / NodaConstants.TicksPerSecond * NodaConstants.TicksPerSecond, "now");

    /// <summary>The last instant at which anything in the record was received, or a notice took effect.</summary>
    private static long LastInstant(Case record) => record.Statements
        .SelectMany(statement => statement.Content is Notice { Effective: { } effective } ? new[] { statement.Received, effective } : [statement.Received])
        .Select(time => time.LastTick)
        .Where(tick => tick is > EventTime.Beginning and < EventTime.End)
        .DefaultIfEmpty(0)
        .Max();
}
