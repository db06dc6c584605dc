using Spectre.Console;
using Spectre.Console.Rendering;

namespace Detente.Cli.Screens;

/// <summary>Turns what is drawn into lines of text.</summary>
internal static class Page
{
    /// <summary>The lines, none with spaces at its end, each ended by a line feed.</summary>
    public static string Draw(IEnumerable<IRenderable> parts, int width, bool colour)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        foreach (var part in parts)
        {
            console.Write(part);
        }

        var lines = text.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd());
        return string.Join('\n', lines).TrimEnd('\n') + "\n";
    }

    /// <summary>The lines as the terminal shows them.</summary>
    public static string Draw(IEnumerable<IRenderable> parts, Terminal terminal) => Draw(parts, terminal.Width, terminal.Colour);

    /// <summary>Columns side by side, each with its width, two spaces between them.</summary>
    public static IRenderable Beside(params IReadOnlyList<(int Width, IRenderable Content)> columns)
    {
        var table = new Table().NoBorder().HideHeaders();
        for (var i = 0; i < columns.Count; i++)
        {
            table.AddColumn(new TableColumn(Spectre.Console.Text.Empty).Width(columns[i].Width).PadLeft(0).PadRight(i < columns.Count - 1 ? 2 : 0).NoWrap());
        }

        table.AddRow(columns.Select(column => column.Content));
        return table;
    }

    /// <summary>Content moved to the right.</summary>
    public static IRenderable Indented(int columns, IRenderable content) => new Padder(content, new Padding(columns, 0, 0, 0));

    /// <summary>An empty line.</summary>
    public static IRenderable Gap => new Spectre.Console.Text("\n");
}
