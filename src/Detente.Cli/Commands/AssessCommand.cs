using System.CommandLine;
using Detente.Answers;
using Detente.Assessment;
using Detente.Cli.Input;
using Detente.Cli.Screens;

namespace Detente.Cli.Commands;

/// <summary><c>detente assess CASE</c>.</summary>
internal static class AssessCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var (path, at, known, party, clause) = (CaseOptions.Case(), CaseOptions.At(), CaseOptions.Known(), CaseOptions.Party(), CaseOptions.Clause());
        var (format, noColour) = (CaseOptions.Format(), CaseOptions.NoColour());
        var command = new Command("assess", "Judges a case: every clause for every party, with the reason, what is due next, and how to ask why.") { path, at, known, party, clause, format, noColour };
        command.SetAction(call => Run(
            terminal.With(call.GetValue(noColour)), call.GetRequiredValue(path), call.GetValue(at), call.GetValue(known), call.GetValue(party), call.GetValue(clause), call.GetValue(format) == "json"));
        return command;
    }

    private static int Run(Terminal terminal, string path, string? at, string? known, string? party, string? clause, bool asJson)
    {
        string page;
        bool isKept;
        using (new Progress(terminal, "judging"))
        {
            var of = CaseToJudge.Read(path, terminal);
            var selection = Selected.Of(of.Agreement, party, clause);
            var instants = CaseOptions.Instants(of, at, known, terminal.Now);
            var assessor = new Assessor(of.Agreement, of.Record);
            var assessment = assessor.Assess(instants.At, instants.Known);
            var judged = new Judged(of, assessment, selection, instants.Called, instants.Again, terminal.Called);
            page = asJson
                ? Json.Text(json => AssessmentJson.Write(json, assessment, of.RecordHashes, selection, finding => assessor.Explain(finding, instants.At, instants.Known)))
                : Page.Draw(AssessmentScreen.Draw(judged, terminal.Width), terminal);
            isKept = judged.Lines.All(line => line.Worst.Verdict != Verdict.NotKept);
        }

        terminal.Out.Write(page);
        return isKept ? ExitCode.Kept : ExitCode.NotKept;
    }
}
