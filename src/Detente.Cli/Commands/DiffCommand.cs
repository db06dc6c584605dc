using System.CommandLine;
using Detente.Answers;
using Detente.Assessment;
using Detente.Cli.Input;
using Detente.Cli.Screens;

namespace Detente.Cli.Commands;

/// <summary><c>detente diff CASE --at A --at B</c>, or <c>--at A --known K --known L</c>: what a time, or what later evidence, changed.</summary>
internal static class DiffCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var (path, party, clause, format, noColour) = (CaseOptions.Case(), CaseOptions.Party(), CaseOptions.Clause(), CaseOptions.Format(), CaseOptions.NoColour());
        var at = new Option<string[]>("--at") { Description = "the two instants judged; one, when --known is given twice", HelpName = "DATE", Arity = ArgumentArity.OneOrMore };
        var known = new Option<string[]>("--known") { Description = "judge with what was known by then: once for both, or once for each", HelpName = "DATE", Arity = ArgumentArity.OneOrMore };
        var command = new Command("diff", "Tells which verdicts differ between two instants, and which statements make the difference.") { path, at, known, party, clause, format, noColour };
        command.SetAction(call => Run(
            terminal.With(call.GetValue(noColour)),
            call.GetRequiredValue(path),
            Points(call.GetValue(at) ?? [], call.GetValue(known) ?? []),
            call.GetValue(party),
            call.GetValue(clause),
            call.GetValue(format) == "json"));
        return command;
    }

    private static ((long At, long Known) Before, (long At, long Known) After) Points(string[] at, string[] known)
    {
        if ((at.Length, known.Length) is not ((2, <= 2) or (1, 2)))
        {
            throw new RefusedException("diff compares two instants: --at A --at B; or one with two states of knowledge: --at A --known K --known L");
        }

        var ats = at.Select(written => Clock.Parse("--at", written)).ToArray();
        var knowns = known.Select(written => Clock.Parse("--known", written)).ToArray();
        return ((ats[0], knowns.Length > 0 ? knowns[0] : ats[0]), (ats[^1], knowns.Length > 0 ? knowns[^1] : ats[^1]));
    }

    private static int Run(Terminal terminal, string path, ((long At, long Known) Before, (long At, long Known) After) points, string? party, string? clause, bool asJson)
    {
        string page;
        using (new Progress(terminal, "judging"))
        {
            var of = CaseToJudge.Read(path, terminal);
            var selection = Selected.Of(of.Agreement, party, clause);
            var assessor = new Assessor(of.Agreement, of.Record);
            var before = assessor.Assess(points.Before.At, points.Before.Known);
            var after = assessor.Assess(points.After.At, points.After.Known);
            var changes = LineChanges.Between(selection.Lines(before), selection.Lines(after), points.After.At);
            page = asJson
                ? Json.Text(json => ChangeJson.Write(json, of.Agreement.Id, points.Before, points.After, changes))
                : Page.Draw(ChangeScreen.Diff(of.Agreement.Title, $"{Called(points.Before)} → {Called(points.After)}", changes, terminal.Width), terminal);
        }

        terminal.Out.Write(page);
        return ExitCode.Kept;
    }

    private static string Called((long At, long Known) point) =>
        FindingWords.Time(point.At) + (point.Known == point.At ? "" : $", as known at {FindingWords.Time(point.Known)}");
}
