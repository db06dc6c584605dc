using System.CommandLine;
using System.Text;
using Detente.Node.Cases;

namespace Detente.Cli.Input;

/// <summary>A passphrase: the first line of a file, else the variable DETENTE_PASSPHRASE, else asked at the terminal and not shown.</summary>
internal static class Passphrase
{
    /// <summary>The variable.</summary>
    public const string Variable = "DETENTE_PASSPHRASE";

    /// <summary>The option that names a file.</summary>
    public static Option<string?> Option() => new("--passphrase-file")
    {
        Description = $"the passphrase is the first line of this file; without it, {Variable} is it, or it is asked for",
        HelpName = "FILE",
    };

    /// <summary>Of a key that is there.</summary>
    public static string ForExisting(string? file, Terminal terminal) => Given(file) ?? Ask(terminal, "Passphrase: ");

    /// <summary>Of a key that is made: asked for twice.</summary>
    public static string ForNew(string? file, Terminal terminal)
    {
        if (Given(file) is { } given)
        {
            return given;
        }

        var first = Ask(terminal, "Passphrase for the new key: ");
        return first == Ask(terminal, "The same again: ") ? first : throw new RefusedException("the two passphrases are not the same");
    }

    private static string? Given(string? file)
        => file is not null ? Files.Text(file).Text.Split('\n', 2)[0].TrimEnd('\r')
        : Environment.GetEnvironmentVariable(Variable);

    private static string Ask(Terminal terminal, string prompt)
    {
        if (Console.IsInputRedirected || !terminal.ErrorIsTerminal)
        {
            throw new RefusedException($"there is no terminal to ask for a passphrase: give --passphrase-file FILE, or set {Variable}");
        }

        terminal.Out.Flush();
        terminal.Error.Write(prompt);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (key.KeyChar >= ' ')
            {
                typed.Append(key.KeyChar);
            }
        }

        terminal.Error.Write("\n");
        return typed.ToString();
    }
}
