using System.Globalization;
using Detente.Node.Fsck;
using Spectre.Console.Rendering;

namespace Detente.Cli.Screens;

/// <summary>The page of <c>detente record fsck</c>.</summary>
internal static class FsckScreen
{
    private const int Indent = 2;

    /// <summary>What is damaged, what may be wondered about, what was checked.</summary>
    public static IEnumerable<IRenderable> Of(FsckReport report)
    {
        yield return new Flow().Text(report.Origin ?? report.Folder, Look.Strong);
        yield return new Flow().Text(report.Checkpoint is { } checkpoint ? $"{Count(checkpoint.Size, "entry", "entries")} published, root {checkpoint.Root.ToBase64()}" : "no checkpoint stands");
        foreach (var fault in report.Faults)
        {
            yield return Page.Indented(Indent, new Flow(Indent).Text($"damaged: {fault.File}{(fault.Offset is { } offset ? $", byte {offset.ToString(CultureInfo.InvariantCulture)}" : "")}: {fault.Message}").Text($" ({fault.Rule})", Look.Quiet));
        }

        foreach (var note in report.Notes)
        {
            yield return Page.Indented(Indent, new Flow(Indent).Text($"note: {note.File}: {note.Message}"));
        }

        foreach (var left in report.NotChecked)
        {
            yield return Page.Indented(Indent, new Flow(Indent).Text($"not checked: {left}"));
        }

        yield return Page.Indented(Indent, new Flow(Indent).Text(
            $"checked: {Count(report.Entries, "entry", "entries")}, {Count((ulong)report.Bundles, "bundle", "bundles")}, {Count((ulong)report.Tiles, "tile", "tiles")}, {Count((ulong)report.JournalPages, "page", "pages")} of the journal, {Count(report.Indexed, "leaf", "leaves")} in the index",
            Look.Quiet));
        yield return new Flow().Text(report.Faults.Count == 0 ? "nothing is damaged" : Count((ulong)report.Faults.Count, "fault", "faults"));
    }

    private static string Count(ulong number, string one, string several) => number == 1 ? $"1 {one}" : $"{number.ToString(CultureInfo.InvariantCulture)} {several}";
}
