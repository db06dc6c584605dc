using System.CommandLine;
using System.Text;
using Detente.Answers;
using Detente.Cli.Input;
using Detente.Cli.Output;
using Detente.Cli.Screens;
using Detente.Node.Cases;
using Detente.Record.Bytes;
using Detente.Record.Notes;
using Detente.Record.Proofs;

namespace Detente.Cli.Commands;

/// <summary><c>detente record verify PROOF --entry FILE</c>.</summary>
internal static class RecordVerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Build(Terminal terminal)
    {
        var proof = new Argument<string>("PROOF") { Description = "a proof, as detente record prove writes it (c2sp.org/tlog-proof)" };
        var entry = new Option<string>("--entry") { Description = "the entry", HelpName = "FILE", Required = true };
        var policy = new Option<string?>("--policy") { Description = "whose word counts: your own file of logs, witnesses and a quorum (c2sp.org/tlog-policy)", HelpName = "POLICY" };
        var vkey = new Option<string?>("--vkey") { Description = "instead of a policy: the log's verifier key, as detente record init printed it; no witness is asked for", HelpName = "VKEY" };
        var format = CaseOptions.Format();
        var command = new Command("verify", "Checks a proof that an entry stands in a log, offline. Ends with 0 where it holds, 1 where it does not, 2 where something given cannot be read.") { proof, entry, policy, vkey, format };
        command.SetAction(call => Run(terminal, call.GetRequiredValue(proof), call.GetRequiredValue(entry), Trust(call.GetValue(policy), call.GetValue(vkey)), call.GetValue(format) == "json"));
        return command;
    }

    private static int Run(Terminal terminal, string path, string entryPath, Policy policy, bool asJson)
    {
        var proof = Read(path, ProofFile.Parse(Files.Bytes(path)));
        var result = proof.Verify(Files.Bytes(entryPath), policy);
        terminal.Out.Write(asJson ? Json.Text(json => ProofJson.Write(json, proof, result)) : Page.Draw(ProofScreen.Of(proof, result), terminal));
        return result.IsOk ? ExitCode.Kept : ExitCode.NotVerified;
    }

    /// <summary>The reader's policy. A verifier key alone is one of that log and no witness.</summary>
    private static Policy Trust(string? policy, string? vkey) => (policy, vkey) switch
    {
        (not null, null) => Read(policy, Policy.Parse(Files.Bytes(policy))),
        (null, not null) => VerifierKey.Parse(vkey).TryGet(out var key, out var rejection)
            ? Read("--vkey", Policy.Parse(Encoding.UTF8.GetBytes($"log {key}\nquorum none\n")))
            : throw new RefusedException($"--vkey: {rejection}"),
        _ => throw new RefusedException("'record verify' needs --policy POLICY or --vkey VKEY, one of them; detente record verify --help"),
    };

    private static T Read<T>(string path, Parsed<T> parsed)
        where T : notnull
        => parsed.TryGet(out var value, out var rejection) ? value : throw new RefusedException($"{path}: {rejection}");
}
