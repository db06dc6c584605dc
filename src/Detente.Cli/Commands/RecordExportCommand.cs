using System.CommandLine;
using Detente.Cli.Input;
using Detente.Node.Logs;

namespace Detente.Cli.Commands;

/// <summary><c>detente record export LOG FOLDER</c>.</summary>
internal static class RecordExportCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var log = RecordOptions.LogOrDatabase();
        var folder = new Argument<string>("FOLDER") { Description = "where to; it is made where there is none, and an earlier export goes on" };
        var origin = RecordOptions.Origin("needed there");
        var command = new Command("export", "Writes what a log has published into a folder that any web server can serve (c2sp.org/tlog-tiles). Every tile is held against the signed root before it is written, and the checkpoint comes last.") { log, folder, origin };
        command.SetAction(call => Run(terminal, call.GetRequiredValue(log), call.GetRequiredValue(folder), call.GetValue(origin)));
        return command;
    }

    private static int Run(Terminal terminal, string path, string folder, string? origin)
    {
        using var store = LogFolder.OpenToRead(path, origin);
        ulong size;
        using (new Progress(terminal, "exporting"))
        {
            size = LogFolder.Guard(path, () => LogExport.Run(store, LogFolder.Disk, LogFolder.Normal(folder)));
        }

        terminal.Out.Write($"{folder}  {size} entries of {store.Description.Origin}\n");
        return ExitCode.Kept;
    }
}
