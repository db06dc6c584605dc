using Detente.Answers;
using Detente.Statements;
using Detente.Statements.Text;
using Detente.Time;

namespace Detente.Node.Views;

/// <summary>The page of a sandbox: what is being changed, and what that would come to once it was asked.</summary>
/// <param name="Of">The case and the instants.</param>
/// <param name="Edit">What stands in its fields.</param>
/// <param name="Result">What it would come to; <c>null</c> before it is asked, and where it is refused.</param>
/// <param name="Refusal">Why it is not judged, in one line; else <c>null</c>.</param>
public sealed record SandboxView(CaseView Of, SandboxEdit Edit, Sandbox? Result, string? Refusal)
{
    private const int ShortExample = 500;

    /// <summary>Whether the record is short enough to be judged anew for one question.</summary>
    public bool IsPossible => Of.Case.Record.Statements.Count <= Sandbox.MostStatements;

    /// <summary>What is first shown: a clause in its own words; with a statement to be said otherwise, a correction of it.</summary>
    /// <param name="of">The case and the instants.</param>
    /// <param name="clause">The clause asked for; <c>null</c> for the first.</param>
    /// <param name="instead">The statement that would have said something else; <c>null</c> for none.</param>
    public static SandboxView First(CaseView of, string? clause, string? instead)
    {
        var said = instead is null ? null : of.Case.Statement(instead);
        return new SandboxView(of, new SandboxEdit(clause, WordsOf(of.Case, clause), said is null ? "" : Written(of, said, said.Id)), null, null);
    }

    /// <summary>The words of a clause as its document has them; empty for none.</summary>
    public static string WordsOf(OpenCase of, string? clause) => clause is null ? "" : string.Join('\n', ClauseText.Find(of.Of.Text, clause)?.Words ?? []);

    /// <summary>A statement of this record, as one would add it: the last short one of a party that is known; <c>null</c> where there is none.</summary>
    public string? Example => Of.Case.Record.Statements
        .Take(StatementSearch.CountKnown(Of.Case.Record.Statements, Of.View.Known))
        .Where(statement => statement.Content is ActWord or Message or TypeProperties && Of.Case.Agreement.Parties.Any(party => party.Code == statement.Author))
        .OrderBy(statement => statement.Content is ActWord ? 0 : 1).ThenByDescending(statement => statement.Received.LastTick)
        .Select(statement => Written(Of, statement, null))
        .FirstOrDefault(yaml => yaml.Length < ShortExample);

    /// <summary>A statement as if it were said now, on no source, with its number left out.</summary>
    private static string Written(CaseView of, Statement said, string? supersedes)
    {
        var known = of.View.Known;
        var now = Days.EndOfDayOf(known) == known ? EventTime.On(Days.DateOf(known)) : EventTime.AtTick(known);
        var copy = new Statement
        {
            Author = said.Author,
            Number = said.Number,
            Verb = said.Verb,
            Content = said.Content,
            Made = now,
            Received = now,
            JointWith = said.JointWith,
            Supersedes = supersedes ?? (said.Content is Retraction ? said.Supersedes : null),
            Grade = of.Case.Record.IsReconstruction ? Grade.Recalled : null,
        };
        var lines = CaseWriter.WriteStatements([copy]).Split('\n').Where(line => !line.StartsWith("  made:", StringComparison.Ordinal));
        return string.Join('\n', lines).Replace($"- id: {said.Id}\n", $"- id: {said.Author}\n", StringComparison.Ordinal);
    }
}
