using System.CommandLine;

namespace Detente.Cli;

/// <summary>A call that does not parse, in one line.</summary>
internal static class UsageErrors
{
    /// <summary>What is wrong with the call, and what was probably meant.</summary>
    public static string Describe(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var stray, ..])
        {
            var options = command.Options.Select(option => option.Name);
            return stray.StartsWith('-')
                ? $"'{command.Name}' has no option '{stray}'{Meant.Or(stray, options, $"; it has {string.Join(", ", options)}")}"
                : $"'{command.Name}' does not take '{stray}'; detente {command.Name} --help";
        }

        var missing = command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > (parsed.GetResult(argument)?.Tokens.Count ?? 0));
        return missing is not null
            ? $"'{command.Name}' needs {missing.Name}; detente {command.Name} --help"
            : FirstLetterLow(parsed.Errors[0].Message.TrimEnd('.'));
    }

    private static string FirstLetterLow(string text) => text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1])
        ? char.ToLowerInvariant(text[0]) + text[1..]
        : text;
}
