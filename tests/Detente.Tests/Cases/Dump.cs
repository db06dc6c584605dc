using System.Globalization;
using System.Text;
using Detente.Assessment;

namespace Detente.Tests.Cases;

/// <summary>Everything an assessment tells, as one text: two assessments are the same when their texts are.</summary>
internal static class Dump
{
    public static string Of(Assessment.Assessment judged)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"at {judged.At} known {judged.Known} statements {judged.StatementsKnown}\n");
        foreach (var line in judged.Lines)
        {
            var counts = string.Join(' ', line.Counts.OrderBy(c => c.Key).Select(c => $"{c.Key}:{c.Value}"));
            text.Append(CultureInfo.InvariantCulture, $"line {line.Clause.Id} {line.Party} {line.Worst.Instance}: {line.Worst.Verdict} | {line.Reason} | {counts} | {line.NextDue}\n");
        }

        judged.Findings.ToList().ForEach(f => text.Append(Of(f)).Append('\n'));
        judged.Notes.ToList().ForEach(n => text.Append("note ").Append(n).Append('\n'));
        return text.ToString();
    }

    public static string Of(Finding f) => string.Create(CultureInfo.InvariantCulture,
        $"finding {f.Clause} {f.Party} {f.Instance}: {f.Verdict} late {f.Late} binds {f.Binds.State} {f.Binds.Since} {f.Binds.By} basis {f.Basis} grade {f.Grade} "
        + $"since {f.Since} until {f.Until} due {f.Due} left {f.Left} accounts {Joined(f.Accounts.Select(a => $"{a.By}:{a.Verdict}"))} "
        + $"cites {Joined(f.Cites)} settled by {Joined(f.SettledBy.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n.Verb} {n.By} {n.About} {n.AsOf}")))}");

    public static string Of(IEnumerable<Change> changes) => string.Concat(changes.Select(c => string.Create(CultureInfo.InvariantCulture,
        $"change {c.At} {c.Clause} {c.Party}: {c.Before} {c.After} {c.Binds} by {Joined(c.By)}: {c.Reason}\n")));

    public static string Of(Explanation told)
    {
        var text = new StringBuilder(Of(told.Finding)).Append('\n').Append(told.Words).Append('\n').Append(told.OneLine).Append('\n');
        told.Accounts.ToList().ForEach(account => Append(text.Append(Joined(account.By)), account.Reason, 1));
        return text.Append(Joined(told.AlsoReportedBy.Select(s => s.Id))).Append(Joined(told.Settlement)).Append('\n').ToString();
    }

    /// <summary>With the reasons of every finding.</summary>
    public static string WithReasons(Assessor assessor, long at, long known)
    {
        var judged = assessor.Assess(at, known);
        var text = new StringBuilder(Of(judged));
        foreach (var finding in judged.Findings)
        {
            text.Append(Of(assessor.Explain(finding, at, known)));
        }

        return text.ToString();
    }

    /// <summary>The ids of the statements in which the reasons of all accounts end.</summary>
    public static IEnumerable<string> Leaves(Explanation told) => told.Accounts.SelectMany(a => Leaves(a.Reason));

    private static IEnumerable<string> Leaves(Reason reason) =>
        reason.Children.Count == 0 ? reason.Statement is { } id ? [id] : [] : reason.Children.SelectMany(Leaves);

    private static void Append(StringBuilder text, Reason reason, int depth)
    {
        text.Append(' ', depth).Append(reason.Text).Append(" | ").Append(reason.Verdict).Append(" | ").Append(reason.Statement).Append('\n');
        reason.Children.ToList().ForEach(child => Append(text, child, depth + 1));
    }

    private static string Joined(IEnumerable<string> parts) => string.Join(';', parts);
}
