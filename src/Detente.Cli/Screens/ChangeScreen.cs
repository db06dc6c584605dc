using Detente.Answers;
using Detente.Assessment;
using Spectre.Console.Rendering;

namespace Detente.Cli.Screens;

/// <summary>The pages of <c>detente timeline</c> and <c>detente diff</c>: verdicts before and after, and what changed them.</summary>
internal static class ChangeScreen
{
    /// <summary>Columns of "◔ undetermined → ? undetermined".</summary>
    private const int TurnWidth = 33;

    private const int StatementsShown = 6;

    /// <summary>Changes under the instant of each.</summary>
    public static IEnumerable<IRenderable> Timeline(string title, IReadOnlyList<Change> changes, int width)
    {
        yield return new Flow().Text(title, Look.Strong);
        yield return new Flow().Text($"{Count(changes.Count)}, judged at each instant as known then", Look.Quiet);
        foreach (var instant in changes.GroupBy(change => change.At))
        {
            yield return Page.Gap;
            yield return new Flow().Text(FindingWords.Time(instant.Key), Look.Heading);
            foreach (var row in Rows([.. instant], width))
            {
                yield return row;
            }
        }
    }

    /// <summary>Changes between two instants.</summary>
    public static IEnumerable<IRenderable> Diff(string title, string between, IReadOnlyList<Change> changes, int width)
    {
        yield return new Flow().Text(title, Look.Strong);
        yield return new Flow().Text(between);
        yield return new Flow().Text(Count(changes.Count), Look.Quiet);
        if (changes.Count > 0)
        {
            yield return Page.Gap;
        }

        foreach (var row in Rows(changes, width))
        {
            yield return row;
        }
    }

    private static string Count(int changes) => changes switch { 0 => "nothing changed", 1 => "1 change", _ => $"{changes} changes" };

    private static IEnumerable<IRenderable> Rows(IReadOnlyList<Change> changes, int width)
    {
        var clause = changes.Count == 0 ? 0 : changes.Max(change => change.Clause.Length);
        var party = changes.Count == 0 ? 0 : changes.Max(change => change.Party.Length);
        var why = width - clause - party - TurnWidth - 8;
        foreach (var change in changes)
        {
            (int, IRenderable)[] columns = [(clause, new Flow().Whole(change.Clause)), (party, new Flow().Whole(change.Party)), (TurnWidth, Turn(change)), (why, Why(change))];
            yield return Page.Indented(2, Page.Beside(columns));
        }
    }

    private static string By(IReadOnlyList<string> statements) => statements.Count <= StatementsShown
        ? string.Join(", ", statements)
        : $"{string.Join(", ", statements.Take(StatementsShown))} and {statements.Count - StatementsShown} more";

    private static Flow Turn(Change change)
    {
        var flow = new Flow(2);
        if (change.Before is { } before && before != change.After)
        {
            flow.Bearing(before).Text(" → ", Look.Quiet);
        }

        return flow.Bearing(change.After);
    }

    private static Flow Why(Change change)
    {
        var flow = new Flow();
        if (change.Binds != BindingState.InForce)
        {
            flow.Text($"{Names.Of(change.Binds)}; ", Look.Quiet);
        }

        flow.Text(change.Reason);
        return change.By.Count == 0 ? flow : flow.Text($"  [{By(change.By)}]", Look.Quiet);
    }
}
