using System.CommandLine;
using Detente.Cli.Input;
using Detente.Statements;
using NodaTime;
using NodaTime.Text;

namespace Detente.Cli.Commands;

/// <summary>What <c>backtest</c> and <c>compare</c> share: a record, and the time an agreement is taken to have been in force.</summary>
internal static class BacktestOptions
{
    public static Option<string> Record() => new("--record") { Description = "the case whose record is judged: a folder with a case.yaml, or that file", HelpName = "CASE", Required = true };

    public static Option<string?> From() => new("--from") { Description = "the day from which it is taken to have been in force; by default the agreement's own, or that of the record's first event", HelpName = "DATE" };

    public static Option<string?> Until() => new("--until") { Description = "the instant judged and of knowledge; by default the record's last day", HelpName = "DATE" };

    /// <summary>A day, or nothing.</summary>
    public static LocalDate? Day(string? written) => written is null ? null
        : LocalDatePattern.Iso.Parse(written) is { Success: true, Value: { Year: > 0 } day } ? day
        : throw new RefusedException($"--from '{written}': write a day such as 2019-08-02");

    /// <summary>The tick meant.</summary>
    public static long End(string? written, Case record, Terminal terminal) => written is null ? Clock.Default(record, terminal.Now).Tick : Clock.Parse("--until", written);
}
