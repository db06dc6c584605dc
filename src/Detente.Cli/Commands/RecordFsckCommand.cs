using System.CommandLine;
using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Screens;
using Detente.Node.Fsck;

namespace Detente.Cli.Commands;

/// <summary><c>detente record fsck LOG</c>.</summary>
internal static class RecordFsckCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var log = RecordOptions.Log();
        var key = new Option<string?>("--key") { Description = "the log's key file, to check what it signed last as well; it is not opened, so that no passphrase is needed", HelpName = "KEY" };
        var format = CaseOptions.Format();
        var command = new Command(
            "fsck",
            "Checks everything a log stores, from its bytes up, and changes nothing; beside a process that writes to the log, what is published. Ends with 0 where nothing is damaged, else with 3.")
        {
            log,
            key,
            format,
        };
        command.SetAction(call => Run(terminal, call.GetRequiredValue(log), call.GetValue(key), call.GetValue(format) == "json"));
        return command;
    }

    private static int Run(Terminal terminal, string path, string? key, bool asJson)
    {
        var folder = LogFolder.Normal(path);
        if (key is not null && !File.Exists(key) && !File.Exists(key + ".signed"))
        {
            throw new RefusedException($"there is no key file {key}");
        }

        FsckReport report;
        using (new Progress(terminal, "checking"))
        {
            report = LogFolder.Guard(path, () => LogCheck.Run(LogFolder.Disk, folder, key is null ? null : LogFolder.Normal(key), hasIndex: true));
        }

        terminal.Out.Write(asJson ? Json.Text(json => FsckJson.Write(json, report)) : Page.Draw(FsckScreen.Of(report), terminal));
        return report.Faults.Count == 0 ? ExitCode.Kept : ExitCode.Damaged;
    }
}
