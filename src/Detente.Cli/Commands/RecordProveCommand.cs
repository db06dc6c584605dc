using System.CommandLine;
using Detente.Cli.Input;
using Detente.Node.Cases;
using Detente.Record.Merkle;

namespace Detente.Cli.Commands;

/// <summary><c>detente record prove LOG</c>.</summary>
internal static class RecordProveCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var log = new Argument<string>("LOG") { Description = "the folder of a log, or of what one has published" };
        var index = new Option<long?>("--index") { Description = "the entry's index, from 0", HelpName = "N" };
        var entry = new Option<string?>("--entry") { Description = "the entry itself: the first that has these bytes is meant", HelpName = "FILE" };
        var path = new Option<string?>("--out") { Description = "the file to write, such as entry.tlog-proof; without it the proof is printed", HelpName = "FILE" };
        var command = new Command("prove", "Writes a proof that an entry stands in a log's published checkpoint (c2sp.org/tlog-proof), from what anybody may read.") { log, index, entry, path };
        command.SetAction(call => Run(terminal, call.GetRequiredValue(log), call.GetValue(index), call.GetValue(entry), call.GetValue(path)));
        return command;
    }

    private static int Run(Terminal terminal, string path, long? index, string? entry, string? target)
    {
        if (index is null == entry is null || index < 0)
        {
            throw new RefusedException("'record prove' needs --index N, from 0, or --entry FILE; detente record prove --help");
        }

        var log = PublishedLog.Open(path);
        var place = index is { } given ? (ulong)given
            : log.Find(TreeHash.OfLeaf(Files.Bytes(entry!))) ?? throw new RefusedException($"no entry of {path} has the bytes of {entry}: {log.Checkpoint.Size} are published");
        if (place >= log.Checkpoint.Size)
        {
            throw new RefusedException($"there is no entry {place} in {path}: {log.Checkpoint.Size} are published");
        }

        var proof = log.Prove(place).ToBytes();
        if (target is null)
        {
            terminal.Out.Write(System.Text.Encoding.UTF8.GetString(proof));
            return ExitCode.Kept;
        }

        Files.WriteNew(target, proof);
        terminal.Out.Write($"{target}: entry {place} of {log.Checkpoint.Size} of {log.Checkpoint.Origin}\n");
        return ExitCode.Kept;
    }
}
