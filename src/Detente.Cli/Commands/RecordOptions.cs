using System.CommandLine;

namespace Detente.Cli.Commands;

/// <summary>The arguments and options that the commands of a record share.</summary>
internal static class RecordOptions
{
    public static Argument<string> Log() => new("LOG") { Description = "the folder of a log" };

    public static Option<string> Key() => new("--key") { Description = "the log's key: a file that detente keys new made", HelpName = "KEY", Required = true };
}
