using Detente.Statements;
using Detente.Time;
using NodaTime;
using NodaTime.Text;

namespace Detente.Answers;

/// <summary>Instants as a reader asks for them: a UTC day, whose end is meant, or an instant.</summary>
public static class AskedInstant
{
    /// <summary>How one is written, for whoever wrote it otherwise.</summary>
    public const string HowToWrite = "write a day such as 2019-08-02 (its end is meant) or an instant such as 2019-08-02T12:00Z";

    private static readonly InstantPattern[] Instants =
    [
        InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'"),
        InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFFF'Z'"),
    ];

    /// <summary>The tick that is meant: for a date, the last of its UTC day. <c>null</c> where neither is written, or one beyond the time that is counted.</summary>
    public static long? Parse(string written) => Read(written) is > EventTime.Beginning and < EventTime.End and { } tick ? tick : null;

    /// <summary>A tick as <see cref="Parse"/> reads it: a day only where its end is meant.</summary>
    public static string Print(long tick) => tick == Days.EndOfDayOf(tick) ? LocalDatePattern.Iso.Format(Days.DateOf(tick)) : Days.PrintInstant(tick) switch
    {
        [.. var minute, ':', '0', '0', 'Z'] => $"{minute}Z",
        var whole => whole,
    };

    private static long? Read(string written)
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

        return null;
    }

    /// <summary>When a record is judged where nobody says: a live one now, to the second; a reconstruction on its last day.</summary>
    public static long Default(Case record, Func<long> now) => record.IsReconstruction
        ? Days.EndOfDayOf(LastInstant(record))
        : now() / NodaConstants.TicksPerSecond * NodaConstants.TicksPerSecond;

    /// <summary>The last instant at which anything in the record was received, or a notice took effect.</summary>
    private static long LastInstant(Case record) => record.Statements
        .SelectMany(statement => statement.Content is Notice { Effective: { } effective } ? new[] { statement.Received, effective } : [statement.Received])
        .Select(time => time.LastTick)
        .Where(tick => tick is > EventTime.Beginning and < EventTime.End)
        .DefaultIfEmpty(0)
        .Max();
}
