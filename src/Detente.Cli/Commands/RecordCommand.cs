using System.CommandLine;

namespace Detente.Cli.Commands;

/// <summary><c>detente record …</c>.</summary>
internal static class RecordCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal) => new("record", "Keeps a log: entries in order, each for ever, in signed checkpoints that anybody can check (c2sp.org/tlog-tiles).")
    {
        RecordInitCommand.Build(terminal),
        RecordAppendCommand.Build(terminal),
        RecordProveCommand.Build(terminal),
        RecordVerifyCommand.Build(terminal),
        RecordExportCommand.Build(terminal),
        RecordFsckCommand.Build(terminal),
    };
}
