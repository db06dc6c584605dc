using System.CommandLine;
using Detente.Answers;
using Detente.Assessment;
using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Screens;

namespace Detente.Cli.Commands;

/// <summary><c>detente compare A B --record CASE</c>: two wordings of a commitment on the same history.</summary>
internal static class CompareCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var first = new Argument<string>("A") { Description = "an agreement (.md)" };
        var second = new Argument<string>("B") { Description = "another wording of it (.md)" };
        var (record, from, until) = (BacktestOptions.Record(), BacktestOptions.From(), BacktestOptions.Until());
        var (format, noColour) = (CaseOptions.Format(), CaseOptions.NoColour());
        var command = new Command("compare", "Judges one history by two wordings of a commitment: which findings differ, and why.") { first, second, record, from, until, format, noColour };
        command.SetAction(call => Run(
            terminal.With(call.GetValue(noColour)),
            (call.GetRequiredValue(first), call.GetRequiredValue(second), call.GetRequiredValue(record)),
            (call.GetValue(from), call.GetValue(until)),
            call.GetValue(format) == "json"));
        return command;
    }

    private static int Run(Terminal terminal, (string First, string Second, string Record) paths, (string? From, string? Until) times, bool asJson)
    {
        string page;
        using (var progress = new Progress(terminal, "judging each instant, twice"))
        {
            var first = RecordUnder.Read(paths.First, paths.Record, terminal);
            var second = RecordUnder.Read(paths.Second, paths.Record, terminal);
            var until = BacktestOptions.End(times.Until, first.Record, terminal);

            // One day for both, or wordings would seem to differ by when they began: the earlier of what each has of its own.
            var from = BacktestOptions.Day(times.From)
                ?? new[] { first.Agreement.EntryIntoForce, second.Agreement.EntryIntoForce }.Min()
                ?? Backtest.FirstEvent(first.Record);
            var of = new Compared(
                first, Backtest.Run(first.Agreement, first.Record, from, until, progress.Report), second, Backtest.Run(second.Agreement, second.Record, from, until, progress.Report));
            page = asJson ? Json.Text(json => CompareJson.Write(json, of)) : Page.Draw(CompareScreen.Draw(of, terminal.Width), terminal);
        }

        terminal.Out.Write(page);
        return ExitCode.Kept;
    }
}
