using System.CommandLine;
using Detente.Answers;
using Detente.Assessment;
using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Screens;

namespace Detente.Cli.Commands;

/// <summary><c>detente backtest AGREEMENT --record CASE</c>: had it been in force, what would it have found, and when.</summary>
internal static class BacktestCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var agreement = new Argument<string>("AGREEMENT") { Description = "an agreement (.md)" };
        var (record, from, until) = (BacktestOptions.Record(), BacktestOptions.From(), BacktestOptions.Until());
        var (party, clause, format, noColour) = (CaseOptions.Party(), CaseOptions.Clause(), CaseOptions.Format(), CaseOptions.NoColour());
        var command = new Command("backtest", "Tells what an agreement would have found on a record, had it been in force, and since when.") { agreement, record, from, until, party, clause, format, noColour };
        command.SetAction(call => Run(
            terminal.With(call.GetValue(noColour)),
            (call.GetRequiredValue(agreement), call.GetRequiredValue(record)),
            (call.GetValue(from), call.GetValue(until)),
            (call.GetValue(party), call.GetValue(clause)),
            call.GetValue(format) == "json"));
        return command;
    }

    private static int Run(Terminal terminal, (string Agreement, string Record) paths, (string? From, string? Until) times, (string? Party, string? Clause) asked, bool asJson)
    {
        string page;
        using (var progress = new Progress(terminal, "judging each instant"))
        {
            var under = RecordUnder.Read(paths.Agreement, paths.Record, terminal);
            var selection = Selected.Of(under.Agreement, asked.Party, asked.Clause);
            var tested = Backtest.Run(under.Agreement, under.Record, BacktestOptions.Day(times.From), BacktestOptions.End(times.Until, under.Record, terminal), progress.Report);
            page = asJson
                ? Json.Text(json => BacktestJson.Write(json, tested, under, selection))
                : Page.Draw(BacktestScreen.Draw(tested, under, selection, terminal.Width), terminal);
        }

        terminal.Out.Write(page);
        return ExitCode.Kept;
    }
}
