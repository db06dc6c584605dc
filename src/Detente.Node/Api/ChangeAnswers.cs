using Detente.Answers;
using Detente.Assessment;
using Detente.Node.Http;
using Detente.Node.Views;

namespace Detente.Node.Api;

/// <summary>How verdicts changed.</summary>
internal static class ChangeAnswers
{
    private static readonly string[] Columns = ["at", "clause", "party", "before", "after", "binds", "by", "reason"];

    /// <summary>What <c>detente timeline --format json</c> prints: docs/schema/changes.schema.json.</summary>
    public static Task<Answer> Timeline(Asked asked, CancellationToken cancelled) => Told(asked, cancelled, (until, changes) =>
        Document.Printed(json => ChangeJson.Write(json, asked.Case.Agreement.Id, null, (until, until), changes)));

    /// <summary>The same as a table.</summary>
    public static Task<Answer> TimelineTable(Asked asked, CancellationToken cancelled) => Told(asked, cancelled, (_, changes) => Table($"{asked.Case.Name}-timeline.csv", changes));

    /// <summary>What <c>detente diff --format json</c> prints: docs/schema/changes.schema.json.</summary>
    public static Answer Changes(Asked asked) => Between(asked, (view, changes) =>
        Document.Printed(json => ChangeJson.Write(json, asked.Case.Agreement.Id, (view.From.At, view.From.Known), (view.Until.At, view.Until.Known), changes)));

    /// <summary>The same as a table.</summary>
    public static Answer ChangesTable(Asked asked) => Between(asked, (_, changes) => Table($"{asked.Case.Name}-changes.csv", changes));

    private static async Task<Answer> Told(Asked asked, CancellationToken cancelled, Func<long, IReadOnlyList<Change>, Answer> answer)
    {
        if (await asked.Case.Changes.Wait(cancelled) is not { } changes)
        {
            return Problem.TooLong(CaseTimeline.MostStatements, $"{asked.Pages.Api}/changes");
        }

        var until = asked.Value(Parameters.Until) is { } asks ? Math.Min(asks, asked.Case.Changes.Until) : asked.Case.Changes.Until;
        return asked.Selected(selection => answer(until, [.. changes.Where(change => change.At <= until && selection.Holds(change.Clause, change.Party))]));
    }

    private static Answer Between(Asked asked, Func<ChangesView, IReadOnlyList<Change>, Answer> answer)
    {
        var (from, fromKnown) = (asked.Value(Parameters.From), asked.Value(Parameters.FromKnown));
        if (from is null && fromKnown is null)
        {
            return Problem.Parameters([("from", "it is needed, or fromKnown")]);
        }

        // As detente diff has it: an instant of knowledge that is given once is that of both.
        var known = fromKnown ?? asked.Value(Parameters.Known) ?? from!.Value;
        var before = new Viewpoint(from ?? asked.View.At, known);
        return asked.Selected(selection =>
        {
            var view = new ChangesView(asked.Case, before, asked.View);
            return answer(view, [.. view.Changes.Where(change => selection.Holds(change.Clause, change.Party))]);
        });
    }

    private static Answer Table(string name, IReadOnlyList<Change> changes) => Csv.Of(name, Columns, changes.Select(change => (IReadOnlyList<string?>)
    [
        Document.Instant(change.At), change.Clause, change.Party, change.Before is { } before ? Names.Of(before) : null, Names.Of(change.After), Names.Of(change.Binds), string.Join(' ', change.By), change.Reason,
    ]));
}
