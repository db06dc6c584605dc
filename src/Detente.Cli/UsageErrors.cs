using System.CommandLine;
using System.CommandLine.Parsing;
using Detente.Diagnostics;

namespace Detente.Cli;

/// <summary>A call that does not parse, in one line.</summary>
internal static class UsageErrors
{
    /// <summary>What is wrong with the call, and what was probably meant.</summary>
    public static string Describe(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var name = NameOf(parsed.CommandResult);
        if (command.Subcommands.Count > 0)
        {
            var known = command.Subcommands.Select(sub => sub.Name).ToList();
            return parsed.UnmatchedTokens is [var other, ..]
                ? $"'{name}' has no command '{other}'{Meant.Or(other, known, $"; it has {string.Join(", ", known)}")}"
                : $"'{name}' needs one of {string.Join(", ", known)}; detente {name} --help";
        }

        if (parsed.UnmatchedTokens is [var stray, ..])
        {
            var options = command.Options.Select(option => option.Name);
            return stray.StartsWith('-')
                ? $"'{name}' has no option '{stray}'{Meant.Or(stray, options, $"; it has {string.Join(", ", options)}")}"
                : $"'{name}' does not take '{stray}'; detente {name} --help";
        }

        var missing = command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > (parsed.GetResult(argument)?.Tokens.Count ?? 0));
        var unset = command.Options.FirstOrDefault(option => option.Required && parsed.GetResult(option) is null or { Implicit: true });
        return missing is not null ? $"'{name}' needs {missing.Name}; detente {name} --help"
            : unset is { Required: true } ? $"'{name}' needs {unset.Name} {unset.HelpName}; detente {name} --help"
            : FirstLetterLow(parsed.Errors[0].Message.TrimEnd('.'));
    }

    /// <summary>The words that call a command: all but the program's.</summary>
    private static string NameOf(CommandResult command) => command.Parent is CommandResult { Parent: not null } above ? $"{NameOf(above)} {command.Command.Name}" : command.Command.Name;

    private static string FirstLetterLow(string text) => text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1])
        ? char.ToLowerInvariant(text[0]) + text[1..]
        : text;
}
