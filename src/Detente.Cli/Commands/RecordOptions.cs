using System.CommandLine;

namespace Detente.Cli.Commands;

/// <summary>The arguments and options that the commands of a record share.</summary>
internal static class RecordOptions
{
    public static Argument<string> Log() => new("LOG") { Description = "the folder of a log" };

    public static Argument<string> LogOrDatabase() => new("LOG") { Description = "the folder of a log; or a PostgreSQL database: \"Host=…;Database=…;Username=…\"" };

    public static Option<string?> Origin(string otherwise) => new("--origin") { Description = $"which log of a database; {otherwise}", HelpName = "NAME" };

    public static Option<string> Key() => new("--key") { Description = "the log's key: a file that detente keys new made", HelpName = "KEY", Required = true };
}
