using System.CommandLine;
using Detente.Answers;
using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Node.Keys;

namespace Detente.Cli.Commands;

/// <summary><c>detente keys new NAME --out FILE</c> and <c>detente keys show FILE</c>.</summary>
internal static class KeysCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal) => new("keys", "Makes and shows keys that sign: a log, a witness and a mirror have one each, under a name of its own.")
    {
        New(terminal),
        Show(terminal),
    };

    private static Command New(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "the key's name, such as example.org/detente/inf/us: of a log, its origin" };
        var path = new Option<string>("--out") { Description = "the file to make; nothing is written over", HelpName = "FILE", Required = true };
        var agent = new Option<string?>("--agent") { Description = "use a key that the ssh-agent has, by its fingerprint or comment", HelpName = "KEY" };
        var passphrase = Passphrase.Option();
        var format = CaseOptions.Format();
        var command = new Command("new", "Makes a private key in a file that a passphrase encrypts, or a file that names a key of the ssh-agent.") { name, path, agent, passphrase, format };
        command.SetAction(call => Print(
            terminal,
            Create(terminal, call.GetRequiredValue(name), call.GetRequiredValue(path), call.GetValue(agent), call.GetValue(passphrase)),
            call.GetValue(format) == "json",
            call.GetRequiredValue(path)));
        return command;
    }

    private static Command Show(Terminal terminal)
    {
        var path = new Argument<string>("FILE") { Description = "a key file" };
        var format = CaseOptions.Format();
        var command = new Command("show", "Shows a key's name, kind and verifier keys. It asks for no passphrase.") { path, format };
        command.SetAction(call => Print(terminal, Read(() => KeyFiles.Read(call.GetRequiredValue(path))), call.GetValue(format) == "json", made: null));
        return command;
    }

    private static KeyFile Create(Terminal terminal, string name, string path, string? agent, string? passphrase) => agent is null
        ? Read(() => KeyFiles.Create(path, name, () => Passphrase.ForNew(passphrase, terminal)))
        : passphrase is null ? Read(() => KeyFiles.CreateForAgent(path, name, agent))
        : throw new RefusedException("--agent takes no --passphrase-file: the agent keeps the key");

    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (KeyException refusal)
        {
            throw new RefusedException(refusal.Message);
        }
    }

    private static int Print(Terminal terminal, KeyFile key, bool asJson, string? made)
    {
        terminal.Out.Write(asJson
            ? Json.Text(json => KeyJson.Write(json, key))
            : $"""
              name         {key.Name}
              kind         {KeyJson.InWords(key.Kind)}
              vkey         {key.Key}
              cosigning    {key.CosignatureKey}

              """);
        if (!asJson && made is not null)
        {
            terminal.Out.Write(
                $"""

                {made} is made. {(key.Kind == KeyKind.Encrypted ? "It and its passphrase are the only copy: keep both, in two places." : "The ssh-agent must have the key whenever it signs.")}
                Hand out the vkey; of a witness or mirror, the one for cosigning.

                """);
        }

        return ExitCode.Kept;
    }
}
