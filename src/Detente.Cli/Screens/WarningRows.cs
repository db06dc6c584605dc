using Detente.Answers;
using Detente.Assessment;
using Spectre.Console.Rendering;

namespace Detente.Cli.Screens;

/// <summary>Warnings under the table: each with what it is made of.</summary>
internal static class WarningRows
{
    private const int Shown = 8;

    /// <summary>Of those that cannot be told: what they lack is soon said.</summary>
    private const int ShownOpen = 3;

    /// <summary>The given ones first, then those on which accounts differ, then what cannot be told.</summary>
    public static IEnumerable<IRenderable> Draw(IReadOnlyList<FlightWarning> warnings)
    {
        if (warnings.Count == 0)
        {
            yield break;
        }

        yield return Page.Gap;
        yield return new Flow().Text("warnings", Look.Strong).Text("  no verdicts: they bind nobody", Look.Quiet);
        var open = warnings.Where(w => w.State == WarningState.CannotBeTold).Take(ShownOpen);
        var shown = warnings.Where(w => w.State != WarningState.CannotBeTold).OrderBy(w => w.State).Take(Shown).Concat(open).ToList();
        foreach (var warning in shown)
        {
            yield return Page.Indented(2, new Flow(2).Whole(warning.Clause, Look.Strong)
                .Text($"  {Names.Of(warning.State)}: {warning.Item} of {warning.Party} at {warning.Place}, to the capital of {warning.To}")
                .Text($"  {Measures(warning)}", Look.Quiet));
        }

        if (warnings.Count > shown.Count)
        {
            yield return Page.Indented(2, new Flow().Text($"and {warnings.Count - shown.Count} more, {warnings.Except(shown).Count(w => w.State == WarningState.CannotBeTold)} of which cannot be told; explain and JSON have all", Look.Quiet));
        }
    }

    /// <summary>Each with every part of its flight time, each account, and the statements it rests on.</summary>
    public static IEnumerable<IRenderable> InFull(IReadOnlyList<FlightWarning> warnings)
    {
        foreach (var warning in warnings.OrderBy(w => w.State))
        {
            yield return Page.Gap;
            yield return new Flow(2).Text($"{warning.Item} of {warning.Party} at {warning.Place}, to the capital of {warning.To}", Look.Strong).Text($"  {Names.Of(warning.State)}");
            yield return Page.Indented(2, new Flow(2).Text(Measures(warning)));
            foreach (var part in warning.Time?.Parts ?? [])
            {
                yield return Page.Indented(4, new Flow(2).Text($"{part.Minutes} minutes").Text($"  {part.Name}: {part.Source}", Look.Quiet));
            }

            yield return Page.Indented(2, new Flow(2).Text("by account  ", Look.Quiet).Text(string.Join(", ", warning.Accounts.Select(account => $"{account.By} {Names.Of(account.Holds)}"))));
            yield return Page.Indented(2, new Flow(2).Text("rests on  ", Look.Quiet).Text(string.Join(", ", warning.Cites)));
        }

        if (warnings.Count == 0)
        {
            yield return Page.Gap;
            yield return new Flow().Text("no item in the record gives this warning");
        }
    }

    private static string Measures(FlightWarning warning) => string.Join("; ", FindingWords.Measures(warning));
}
