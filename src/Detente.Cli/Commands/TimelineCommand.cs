using System.CommandLine;
using Detente.Answers;
using Detente.Assessment;
using Detente.Cli.Input;
using Detente.Cli.Screens;

namespace Detente.Cli.Commands;

/// <summary><c>detente timeline CASE</c>.</summary>
internal static class TimelineCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var (path, party, clause) = (CaseOptions.Case(), CaseOptions.Party(), CaseOptions.Clause());
        var until = new Option<string?>("--until") { Description = "the last instant shown; by default that of assess", HelpName = "DATE" };
        var (format, noColour) = (CaseOptions.Format(), CaseOptions.NoColour());
        var command = new Command("timeline", "Tells how each verdict changed, each instant judged as known then, and which statement changed it.") { path, party, clause, until, format, noColour };
        command.SetAction(call => Run(
            terminal.With(call.GetValue(noColour)), call.GetRequiredValue(path), call.GetValue(party), call.GetValue(clause), call.GetValue(until), call.GetValue(format) == "json"));
        return command;
    }

    private static int Run(Terminal terminal, string path, string? party, string? clause, string? until, bool asJson)
    {
        string page;
        using (var progress = new Progress(terminal, "judging each instant"))
        {
            var of = CaseToJudge.Read(path, terminal);
            var selection = Selected.Of(of.Agreement, party, clause);
            var end = until is null ? Clock.Default(of.Record, terminal.Now).Tick : Clock.Parse("--until", until);
            var changes = new Assessor(of.Agreement, of.Record).Timeline(end, progress.Report).Where(change => selection.Holds(change.Clause, change.Party)).ToList();
            page = asJson
                ? Json.Text(json => ChangeJson.Write(json, of.Agreement.Id, from: null, (end, end), changes))
                : Page.Draw(ChangeScreen.Timeline(of.Agreement.Title, changes, terminal.Width), terminal);
        }

        terminal.Out.Write(page);
        return ExitCode.Kept;
    }
}
