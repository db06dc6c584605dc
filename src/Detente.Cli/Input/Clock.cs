using Detente.Answers;
using Detente.Statements;

namespace Detente.Cli.Input;

/// <summary>The instants a call is about: as written, or by default.</summary>
internal static class Clock
{
    /// <summary>The tick that is meant: for a date, the last of its UTC day.</summary>
    public static long Parse(string option, string written) =>
        AskedInstant.Parse(written) ?? throw new RefusedException($"{option} '{written}': {AskedInstant.HowToWrite}");

    /// <summary>When a case is judged if the call does not say, and how the head of the page calls it.</summary>
    public static (long Tick, string Called) Default(Case record, Func<long> now) =>
        (AskedInstant.Default(record, now), record.IsReconstruction ? "the record's last day" : "now");
}
