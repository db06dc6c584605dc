using Detente.Agreement.Model;
using Detente.Answers;
using Detente.Assessment;
using Detente.Diagnostics;
using Detente.Node.Cases;
using Detente.Statements;

namespace Detente.Node.Views;

/// <summary>A finding that comes out otherwise.</summary>
/// <param name="Before">As it is; <c>null</c> where there was none.</param>
/// <param name="After">As it would be; <c>null</c> where there would be none.</param>
/// <param name="ReasonBefore">Why it is so, in one line; <c>null</c> where it was not asked for.</param>
/// <param name="ReasonAfter">Why it would be so.</param>
public sealed record ChangedFinding(Finding? Before, Finding? After, string? ReasonBefore, string? ReasonAfter)
{
    /// <summary>Clause, party and instance.</summary>
    public (string Clause, string Party, string? Instance) Key => Before is { } was ? (was.Clause, was.Party, was.Instance) : (After!.Clause, After.Party, After.Instance);

    /// <summary>Whether a reader of verdicts sees a difference, and not in dates and grounds alone.</summary>
    public bool IsOfVerdict => Before?.Verdict != After?.Verdict || Before?.Late != After?.Late || Before?.Binds.State != After?.Binds.State;
}

/// <summary>A line whose verdict or binding comes out otherwise.</summary>
/// <param name="Before">As it is; <c>null</c> where there was none.</param>
/// <param name="After">As it would be; <c>null</c> where there would be none.</param>
public sealed record ChangedLine(Line? Before, Line? After);

/// <summary>What a change would come to. Nothing of it is kept.</summary>
/// <param name="Folder">The changed case; nothing is judged where it cannot be used.</param>
/// <param name="Diagnostics">What is wrong with it and was not wrong before.</param>
/// <param name="Added">The statements that were added, with their ids.</param>
/// <param name="Lines">The lines that differ, in the order of the text.</param>
/// <param name="Findings">The findings that differ in anything a digest covers: those with another verdict first, then in the order of the text.</param>
/// <param name="Notes">Notes that differ: those that would be new, and those that would be gone.</param>
/// <param name="Warnings">The warnings that differ, in the same way.</param>
public sealed record Sandbox(
    CaseFolder Folder,
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<Statement> Added,
    IReadOnlyList<ChangedLine> Lines,
    IReadOnlyList<ChangedFinding> Findings,
    (IReadOnlyList<string> New, IReadOnlyList<string> Gone) Notes,
    (IReadOnlyList<FlightWarning> New, IReadOnlyList<FlightWarning> Gone) Warnings)
{
    /// <summary>Most bytes of each thing a reader writes, in UTF-8.</summary>
    public const int MostBytes = 64 << 10;

    /// <summary>Most statements of a record that is judged anew for one question.</summary>
    public const int MostStatements = 20_000;

    // A reason is worth reading for the first so many; the verdicts of all are told.
    private const int ReasonsTold = 60;

    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>Whether all comes out as before.</summary>
    public bool IsSame => Lines.Count + Findings.Count + Notes.New.Count + Notes.Gone.Count + Warnings.New.Count + Warnings.Gone.Count == 0;

    /// <summary>The same as <see cref="Judge"/>, when no other question is being judged: two at once would only each take twice as long.</summary>
    public static async Task<Sandbox> JudgeInTurn(Shelved shelved, OpenCase open, SandboxEdit edit, Viewpoint view, CancellationToken cancelled)
    {
        await Turn.WaitAsync(cancelled);
        try
        {
            return Judge(shelved, open, edit, view);
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>Judges a case with a change at the same instants as without it.</summary>
    /// <param name="shelved">The case, with its files.</param>
    /// <param name="open">The same, open.</param>
    /// <param name="edit">The change.</param>
    /// <param name="view">The instants.</param>
    public static Sandbox Judge(Shelved shelved, OpenCase open, SandboxEdit edit, Viewpoint view)
    {
        var folder = edit.Apply(open, shelved.Sources);
        var known = shelved.Diagnostics.Select(found => (found.Code, found.File, found.Message)).ToHashSet();
        var diagnostics = folder.Diagnostics.Where(found => !known.Contains((found.Code, found.File, found.Message))).ToList();
        if (folder.Loaded is not { } loaded)
        {
            return new Sandbox(folder, diagnostics, [], [], [], ([], []), ([], []));
        }

        var assessor = new Assessor(Bound(loaded, open), loaded.Record);
        var (before, after) = (open.Assess(view), assessor.Assess(view.At, view.Known));
        return new Sandbox(
            folder,
            diagnostics,
            [.. loaded.Record.Statements.Where(statement => open.Statement(statement.Id) is null)],
            ChangedLines(before.Lines, after.Lines),
            [.. ChangedFindings(before.Findings, after.Findings)
                .OrderBy(changed => changed.IsOfVerdict ? 0 : 1)
                .Select((changed, i) => i >= ReasonsTold ? changed : changed with
                {
                    ReasonBefore = changed.Before is { } was ? open.Explain(was, view).OneLine : null,
                    ReasonAfter = changed.After is { } becomes ? assessor.Explain(becomes, view.At, view.Known).OneLine : null,
                })],
            ([.. after.Notes.Except(before.Notes)], [.. before.Notes.Except(after.Notes)]),
            (OnlyIn(after.Warnings, before.Warnings), OnlyIn(before.Warnings, after.Warnings)));
    }

    // An agreement that is taken as if in force is so from the same day on, whatever is added.
    private static Instrument Bound(LoadedCase loaded, OpenCase open) =>
        open.AssumedFrom is { } from && !loaded.Record.Statements.Any(statement => statement.Content is Notice { Kind: NoticeKind.EntryIntoForce })
            ? Backtest.AsIfInForce(loaded.Agreement, loaded.Record, from).Assumed
            : loaded.Agreement;

    private static IReadOnlyList<ChangedLine> ChangedLines(IReadOnlyList<Line> before, IReadOnlyList<Line> after) =>
        [.. Paired(before, after, line => (line.Clause.Id, line.Party))
            .Where(pair => pair.Before?.Worst.Verdict != pair.After?.Worst.Verdict || pair.Before?.Worst.Binds.State != pair.After?.Worst.Binds.State)
            .Select(pair => new ChangedLine(pair.Before, pair.After))];

    private static IEnumerable<ChangedFinding> ChangedFindings(IReadOnlyList<Finding> before, IReadOnlyList<Finding> after) =>
        Paired(before, after, finding => (finding.Clause, finding.Party, finding.Instance))
            .Where(pair => pair.Before is null || pair.After is null || !IsSameFinding(pair.Before, pair.After))
            .Select(pair => new ChangedFinding(pair.Before, pair.After, null, null));

    private static bool IsSameFinding(Finding a, Finding b) =>
        a with { Accounts = b.Accounts, Cites = b.Cites, SettledBy = b.SettledBy } == b
        && a.Accounts.SequenceEqual(b.Accounts) && a.Cites.SequenceEqual(b.Cites) && a.SettledBy.SequenceEqual(b.SettledBy);

    /// <summary>Each of both with its like, in the order of the second; those that only the first has come last.</summary>
    private static IEnumerable<(T? Before, T? After)> Paired<T, TKey>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, TKey> keyOf)
        where T : class
        where TKey : notnull
    {
        var earlier = before.ToDictionary(keyOf);
        foreach (var item in after)
        {
            earlier.Remove(keyOf(item), out var was);
            yield return (was, item);
        }

        foreach (var gone in before.Where(item => earlier.ContainsKey(keyOf(item))))
        {
            yield return (gone, null);
        }
    }

    private static IReadOnlyList<FlightWarning> OnlyIn(IReadOnlyList<FlightWarning> these, IReadOnlyList<FlightWarning> those)
    {
        var known = those.Select(Told).ToHashSet(StringComparer.Ordinal);
        return [.. these.Where(warning => !known.Contains(Told(warning)))];
    }

    private static string Told(FlightWarning warning) => Json.Text(json =>
    {
        json.WriteStartObject();
        WarningJson.Members(json, warning);
        json.WriteEndObject();
    });
}
