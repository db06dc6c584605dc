using Detente.Agreement.Model;
using Detente.Answers;
using Detente.Assessment;
using NodaTime.Text;
using Spectre.Console.Rendering;

namespace Detente.Cli.Screens;

/// <summary>The page of <c>detente compare</c>: what two wordings find differently, each with its clause and its reason.</summary>
internal static class CompareScreen
{
    /// <summary>The page.</summary>
    public static IEnumerable<IRenderable> Draw(Compared of, int width)
    {
        yield return new Flow().Text("A  ", Look.Quiet).Text(of.OfFirst.Agreement.Title, Look.Strong).Text($"  ({of.First.Text.File})", Look.Quiet);
        yield return new Flow().Text("B  ", Look.Quiet).Text(of.OfSecond.Agreement.Title, Look.Strong).Text($"  ({of.Second.Text.File})", Look.Quiet);
        yield return new Flow().Text($"judged on {of.First.Record.Title}, as if in force from {LocalDatePattern.Iso.Format(of.OfFirst.From)}, at {FindingWords.Time(of.OfFirst.Until)}, as known then", Look.Quiet);
        foreach (var note in of.Notes)
        {
            yield return new Flow(6).Text($"note  {note}");
        }

        yield return new Flow().Text($"{Things(of.Differences.Count)} found differently, {of.Alike} alike{(of.Warnings.Count == 0 ? "" : $"; {of.Warnings.Count} warnings differ")}");
        foreach (var difference in of.Differences)
        {
            yield return Page.Gap;
            yield return new Flow().Text(difference.Party, Look.Strong).Text(difference.Instance is null ? "  as a whole, or not seen" : $"  {difference.Instance}");
            yield return Side("A", difference.First, width);
            yield return Side("B", difference.Second, width);
        }

        foreach (var warned in of.Warnings)
        {
            yield return Page.Gap;
            yield return new Flow().Text(warned.Party, Look.Strong).Text($"  {warned.Item} at {warned.Place}, to the capital of {warned.To}: a warning");
            yield return Side("A", warned.First);
            yield return Side("B", warned.Second);
        }

        foreach (var words in Clauses(of).Concat(Terms(of)))
        {
            yield return words;
        }
    }

    private static IRenderable Side(string called, FlightWarning? warning) => Page.Indented(2, warning is null
        ? new Flow(2).Text($"{called}  none", Look.Quiet)
        : new Flow(2).Text($"{called}  ", Look.Quiet).Whole(warning.Clause, Look.Strong).Text($"  {Names.Of(warning.State)}"));

    private static string Things(int count) => count == 1 ? "1 thing" : $"{count} things";

    private static IRenderable Side(string called, Retrospect? found, int width)
    {
        var flow = new Flow(2).Text($"{called}  ", Look.Quiet);
        if (found is null)
        {
            return Page.Indented(2, flow.Text("no clause looks at it", Look.Quiet));
        }

        flow.Whole(found.Finding.Clause, Look.Strong).Text("  ").Bearing(found.Finding.Verdict, found.Finding.Grade).Text($"  {found.Reason}");
        if (found.Unreleased is { } verdict)
        {
            flow.Text("  released; bound, it would have been ", Look.Quiet).Bearing(verdict);
        }

        return Page.Indented(2, flow.Text($"  since {FindingWords.Time(found.Found)}", Look.Quiet));
    }

    // A term worded otherwise may make a difference under a clause worded alike.
    private static IEnumerable<IRenderable> Terms(Compared of)
    {
        var (first, second) = (of.OfFirst.Agreement, of.OfSecond.Agreement);
        var differ = first.Terms.Concat(second.Terms).Select(term => (term.Name, Kind: term.GetType())).Distinct()
            .Where(key => !Equals(Find(first, key), Find(second, key))).ToList();
        if (differ.Count == 0)
        {
            yield break;
        }

        yield return Page.Gap;
        yield return new Flow().Text("terms worded otherwise", Look.Strong);
        foreach (var key in differ)
        {
            foreach (var (called, agreement) in new[] { ("A", first), ("B", second) })
            {
                var words = Find(agreement, key) is { } term ? string.Join(' ', Agreement.Text.AgreementPrinter.Term(agreement, term).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : $"{key.Name}: not declared";
                yield return Page.Indented(2, new Flow(5).Text($"{called}  ", Look.Quiet).Text(words));
            }
        }
    }

    private static Term? Find(Instrument agreement, (string Name, Type Kind) key) => agreement.Terms.FirstOrDefault(term => term.Name == key.Name && term.GetType() == key.Kind);

    // The words that make the difference, each clause once.
    private static IEnumerable<IRenderable> Clauses(Compared of)
    {
        foreach (var (called, tested, ids) in new[]
        {
            ("A", of.OfFirst, of.Differences.Select(d => d.First?.Finding.Clause).Concat(of.Warnings.Select(w => w.First?.Clause)).OfType<string>().ToHashSet()),
            ("B", of.OfSecond, of.Differences.Select(d => d.Second?.Finding.Clause).Concat(of.Warnings.Select(w => w.Second?.Clause)).OfType<string>().ToHashSet()),
        })
        {
            foreach (var clause in tested.Agreement.Clauses.Where(clause => ids.Contains(clause.Id)))
            {
                yield return Page.Gap;
                yield return new Flow().Text($"{called}  ", Look.Quiet).Text(clause.Id, Look.Strong);
                foreach (var line in Agreement.Text.AgreementPrinter.Clause(tested.Agreement, clause).Trim().Split('\n'))
                {
                    yield return Page.Indented(4, new Flow(2).Text(line));
                }
            }
        }
    }
}
