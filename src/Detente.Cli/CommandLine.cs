using System.CommandLine;
using System.CommandLine.Help;
using Detente.Cli.Commands;
using Detente.Diagnostics;
using Detente.Node.Cases;

namespace Detente.Cli;

/// <summary>The whole of the command line: what it can do, and what happens to a call that cannot be done.</summary>
internal static class CommandLine
{
    /// <summary>Every command. Only the one that is asked for is built.</summary>
    private static readonly IReadOnlyList<(string Name, string Does, Func<Terminal, Command> Build)> All =
    [
        ("open", "show the cases as pages in a browser on this machine", OpenCommand.Build),
        ("assess", "judge a case: the table of clauses and parties", AssessCommand.Build),
        ("explain", "why a clause stands as it does, down to the statements", ExplainCommand.Build),
        ("timeline", "how each verdict changed, and which statement changed it", TimelineCommand.Build),
        ("diff", "what changed between two instants", DiffCommand.Build),
        ("backtest", "what an agreement would have found on a record, had it been in force", BacktestCommand.Build),
        ("compare", "two wordings of a commitment on the same history", CompareCommand.Build),
        ("reach", "from where, and what, a range reaches", ReachCommand.Build),
        ("check", "report everything wrong or ambiguous in agreements and cases", CheckCommand.Build),
        ("format", "print an agreement with its blocks laid out", FormatCommand.Build),
        ("new", "begin an agreement and a case of your own", NewCommand.Build),
        ("schema", "print the JSON Schema of an output", SchemaCommand.Build),
        ("keys", "make a key that signs, or show one", KeysCommand.Build),
        ("record", "keep a log: make it, append, prove, verify, check", RecordCommand.Build),
    ];

    /// <summary>Runs one call and returns its exit code.</summary>
    public static int Run(string[] args, Terminal terminal)
    {
        try
        {
            return args switch
            {
                [] => Greet(terminal),
                ["--help" or "-h" or "-?" or "help"] => Help(terminal.Out),
                ["help", var name, .. var rest] => Invoke(name, [.. rest, "--help"], terminal),
                ["--version"] => Version(terminal.Out),
                [var option, ..] when option.StartsWith('-') => throw new RefusedException($"the command comes first, then its options: detente COMMAND … {option}"),
                [var name, .. var rest] => Invoke(name, rest, terminal),
            };
        }
        catch (RefusedException refusal)
        {
            return Refuse(refusal.Message, refusal.Code, terminal);
        }
        catch (FileRefusedException refusal)
        {
            return Refuse(refusal.Message, ExitCode.BadInput, terminal);
        }
    }

    private static int Refuse(string message, int code, Terminal terminal)
    {
        terminal.Out.Flush();
        terminal.Error.Write($"detente: {message}\n");
        return code;
    }

    /// <summary>Runs one call to the end: an output that cannot be written is said in one line, and is bad input.</summary>
    public static int RunToEnd(string[] args, Terminal terminal)
    {
        try
        {
            var code = Run(args, terminal);
            terminal.Out.Flush();
            return code;
        }
        catch (IOException failure)
        {
            terminal.Error.Write($"detente: the output could not be written: {failure.Message}\n");
            return ExitCode.BadInput;
        }
    }

    private static int Invoke(string name, IReadOnlyList<string> args, Terminal terminal)
    {
        var entry = All.FirstOrDefault(entry => entry.Name == name);
        if (entry.Build is null)
        {
            throw new RefusedException($"there is no command '{name}'{Meant.Or(name, All.Select(known => known.Name), "; detente --help lists them")}");
        }

        // Not a RootCommand: that one is called by the file's name, and reads directives nobody asked for.
        var root = new Command("detente") { entry.Build(terminal) };
        root.Options.Add(new HelpOption { Recursive = true });
        var parsed = root.Parse([name, .. args], new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is not HelpAction && parsed.Errors.Count > 0)
        {
            throw new RefusedException(UsageErrors.Describe(parsed));
        }

        return parsed.Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
    }

    private static int Greet(Terminal terminal)
    {
        terminal.Out.Write(
            $"""
            Detente tells, clause by clause and party by party, what an agreement's record bears out, and why.

              detente assess CASE           what is kept, not kept, disputed, due, or cannot be told
              detente explain CASE CLAUSE   why: the clause's words, the statements, each side's account
              detente check FILE…           what is wrong or ambiguous in an agreement or a case
              detente new NAME              begin an agreement and a case of your own

            Try   {terminal.Called} assess cases/inf-1987
            Or    {terminal.Called} open   to see it in a browser
            More  {terminal.Called} --help

            """);
        return ExitCode.Kept;
    }

    private static int Help(TextWriter output)
    {
        output.Write("Usage: detente COMMAND …\n\n");
        foreach (var (name, does, _) in All)
        {
            output.Write($"  {name,-10}{does}\n");
        }

        output.Write(
            """

            detente COMMAND --help lists a command's options. CASE is a folder with a case.yaml, or that file.
            A date is a UTC day and means its end; an instant is written 2019-08-02T12:00Z.
            Exit codes: 0 nothing shown is not kept · 1 something is not kept, or not verified
                        2 the call or its input cannot be used · 3 damaged record

            """);
        return ExitCode.Kept;
    }

    private static int Version(TextWriter output)
    {
        output.Write($"detente {typeof(CommandLine).Assembly.GetName().Version?.ToString(3)}\n");
        return ExitCode.Kept;
    }
}
