using System.CommandLine;
using Detente.Agreement.Model;
using Detente.Answers;
using Detente.Assessment;
using Detente.Cli.Input;
using Detente.Cli.Screens;
using Detente.Diagnostics;

namespace Detente.Cli.Commands;

/// <summary><c>detente explain CASE CLAUSE</c>.</summary>
internal static class ExplainCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var (path, at, known, party) = (CaseOptions.Case(), CaseOptions.At(), CaseOptions.Known(), CaseOptions.Party());
        var clause = new Argument<string>("CLAUSE") { Description = "the clause's id, such as VI.1.test" };
        var instance = new Option<string?>("--instance") { Description = "only this act, request, period or place", HelpName = "NAME" };
        var (format, noColour) = (CaseOptions.Format(), CaseOptions.NoColour());
        var command = new Command("explain", "Says why a clause stands as it does: its words, each side's account, the statements, what would settle it.") { path, clause, party, instance, at, known, format, noColour };
        command.SetAction(call => Run(
            terminal.With(call.GetValue(noColour)),
            call.GetRequiredValue(path),
            new Asked(call.GetRequiredValue(clause), call.GetValue(party), call.GetValue(instance)),
            call.GetValue(at),
            call.GetValue(known),
            call.GetValue(format) == "json"));
        return command;
    }

    private static int Run(Terminal terminal, string path, Asked asked, string? at, string? known, bool asJson)
    {
        string page;
        bool isKept;
        using (new Progress(terminal, "judging"))
        {
            var of = CaseToJudge.Read(path, terminal);
            var selection = Selected.Of(of.Agreement, asked.Party, asked.Clause);
            var clause = OneClause(of.Agreement, selection, asked.Clause);
            var instants = CaseOptions.Instants(of, at, known, terminal.Now);
            var assessor = new Assessor(of.Agreement, of.Record);
            var judged = new Judged(of, assessor.Assess(instants.At, instants.Known), selection, instants.Called, instants.Again);
            var (inFull, others) = Choose(judged, asked);
            var explanations = inFull.Select(finding => assessor.Explain(finding, instants.At, instants.Known)).ToList();
            page = asJson
                ? Json.Text(json => ExplanationJson.Write(json, of.Agreement.Id, (instants.At, instants.Known), clause, ClauseText.Find(of.Text, clause.Id), of.Record, of.Record.Statements.ToDictionary(statement => statement.Id).GetValueOrDefault, explanations))
                : Page.Draw(new ExplainScreen(judged, clause, terminal.Width).Draw(explanations, others).Concat(clause.Sentence is Warning ? WarningRows.InFull(judged.Warnings) : []), terminal);
            isKept = inFull.Concat(others).All(finding => finding.Verdict != Verdict.NotKept);
        }

        terminal.Out.Write(page);
        return isKept ? ExitCode.Kept : ExitCode.NotKept;
    }

    private static Clause OneClause(Instrument agreement, Selection selection, string asked) =>
        selection.Clauses is { Count: 1 } one ? agreement.Clauses.First(clause => one.Contains(clause.Id))
            : throw new RefusedException($"'{asked}' stands for several clauses: {string.Join(", ", selection.Clauses!)}; name one");

    /// <summary>The findings told in full (of each party the one its line bears, or those of the instance asked for), and the rest.</summary>
    private static (IReadOnlyList<Finding> InFull, IReadOnlyList<Finding> Others) Choose(Judged judged, Asked asked)
    {
        var all = judged.Assessment.Findings.Where(finding => judged.Selection.Holds(finding.Clause, finding.Party)).ToList();
        if (asked.Instance is null)
        {
            var worst = judged.Lines.Select(line => line.Worst).ToList();
            return (worst, [.. all.Except(worst)]);
        }

        var named = all.Where(finding => finding.Instance == asked.Instance).ToList();
        return named.Count > 0 ? (named, []) : throw new RefusedException(
            $"{asked.Clause} has no instance '{asked.Instance}' here{Meant.Or(asked.Instance, all.Select(finding => finding.Instance).OfType<string>(), "; without --instance they are listed")}");
    }

    private sealed record Asked(string Clause, string? Party, string? Instance);
}
