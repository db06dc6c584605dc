using System.CommandLine;
using Detente.Cli.Input;

namespace Detente.Cli.Commands;

/// <summary><c>detente record init LOG --key KEY</c>.</summary>
internal static class RecordInitCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var log = new Argument<string>("LOG") { Description = "the folder to make, in one that is there; or a PostgreSQL database: \"Host=…;Database=…;Username=…\"" };
        var key = RecordOptions.Key();
        var origin = new Option<string?>("--origin") { Description = "what the log is called in its checkpoints, such as example.org/detente/inf/us; the key's name unless said", HelpName = "NAME" };
        var passphrase = Passphrase.Option();
        var command = new Command("init", "Makes a log and publishes its first checkpoint, of no entries. The key signs for no other log from then on; KEY.signed, beside it, is part of it.") { log, key, origin, passphrase };
        command.SetAction(call => Run(terminal, call.GetRequiredValue(log), call.GetRequiredValue(key), call.GetValue(origin), call.GetValue(passphrase)));
        return command;
    }

    private static int Run(Terminal terminal, string log, string keyPath, string? origin, string? passphrase)
    {
        using var key = LogKey.Open(keyPath, passphrase, terminal);
        var description = LogFolder.Make(log, key, origin ?? key.Opened.Name, terminal);
        terminal.Out.Write(
            $"""
            origin  {description.Origin}
            vkey    {description.Key}

            """);
        return ExitCode.Kept;
    }
}
