using System.CommandLine;
using Detente.Answers;
using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Screens;
using Detente.Node.Fsck;
using Detente.Record.Notes;

namespace Detente.Cli.Commands;

/// <summary><c>detente record fsck LOG</c>.</summary>
internal static class RecordFsckCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var log = new Argument<string>("LOG") { Description = "the folder of a log, or of what one has published" };
        var key = new Option<string?>("--key") { Description = "the log's key file, to check what it signed last as well; it is not opened, so that no passphrase is needed", HelpName = "KEY" };
        var vkey = new Option<string?>("--vkey") { Description = "the log's verifier key, as you know it; without it the log's folder is believed", HelpName = "VKEY" };
        var format = CaseOptions.Format();
        var command = new Command(
            "fsck",
            "Checks everything a log stores, from its bytes up, and changes nothing; beside a process that writes to the log, what is published. Ends with 0 where nothing is damaged, else with 3.")
        {
            log,
            key,
            vkey,
            format,
        };
        command.SetAction(call => Run(terminal, call.GetRequiredValue(log), call.GetValue(key), call.GetValue(vkey), call.GetValue(format) == "json"));
        return command;
    }

    private static int Run(Terminal terminal, string path, string? key, string? vkey, bool asJson)
    {
        if (LogFolder.IsDatabase(path))
        {
            throw new RefusedException("a log in a database is checked as it is exported: detente record export, then fsck of that folder");
        }

        if (key is not null && !File.Exists(key) && !File.Exists(key + ".signed"))
        {
            throw new RefusedException($"there is no key file {key}");
        }

        FsckReport report;
        using (new Progress(terminal, "checking"))
        {
            report = LogFolder.Guard(path, () => Check(LogFolder.Normal(path), key is null ? null : LogFolder.Normal(key), KeyOf(vkey)));
        }

        terminal.Out.Write(asJson ? Json.Text(json => FsckJson.Write(json, report)) : Page.Draw(FsckScreen.Of(report), terminal));
        return report.Faults.Count == 0 ? ExitCode.Kept : ExitCode.Damaged;
    }

    private static FsckReport Check(string folder, string? key, VerifierKey? vkey)
        => LogFolder.Disk.Read($"{folder}/log.txt") is null && LogFolder.Disk.Read($"{folder}/checkpoint") is not null
            ? LogCheck.RunPublished(LogFolder.Disk, folder, vkey)
            : LogCheck.Run(LogFolder.Disk, folder, key, hasIndex: true, vkey);

    private static VerifierKey? KeyOf(string? vkey)
        => vkey is null ? null : VerifierKey.Parse(vkey).TryGet(out var key, out var rejection) ? key : throw new RefusedException($"--vkey: {rejection}");
}
