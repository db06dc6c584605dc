using System.Globalization;
using Detente.Record.Bytes;
using Detente.Record.Notes;
using Detente.Record.Proofs;
using Spectre.Console.Rendering;

namespace Detente.Cli.Screens;

/// <summary>The page of <c>detente record verify</c>: what was verified, by whose word, and what that does not say.</summary>
internal static class ProofScreen
{
    private const int Indent = 2;

    /// <summary>The page.</summary>
    public static IEnumerable<IRenderable> Of(ProofFile proof, Parsed<WitnessedCheckpoint> result)
    {
        if (!result.TryGet(out var witnessed, out var rejection))
        {
            yield return new Flow().Text("not verified", Look.Strong);
            yield return Page.Indented(Indent, new Flow().Text(rejection.Message).Text($" ({rejection.Rule})", Look.Quiet));
            yield break;
        }

        yield return new Flow().Text("verified", Look.Strong);
        foreach (var sentence in Sentences(proof, witnessed))
        {
            yield return Page.Indented(Indent, new Flow().Text(sentence));
        }
    }

    private static IEnumerable<string> Sentences(ProofFile proof, WitnessedCheckpoint witnessed)
    {
        var (origin, size, root) = (witnessed.Checkpoint.Origin, witnessed.Checkpoint.Size, witnessed.Checkpoint.Root);
        yield return $"Entry {proof.Index} of the log {origin} is this one, in its tree of {size} with the root {root.ToBase64()}.";
        foreach (var signature in witnessed.Note.Verified)
        {
            yield return signature.Key.Type == SignatureType.Ed25519 ? $"Signed by {signature.Key}."
                : $"Cosigned by {signature.Key}{(signature.Time is { } time ? $", {At(time)}" : "")}.";
        }

        if (witnessed.Quorum.Time is { } since)
        {
            yield return $"By the quorum's word it existed by {At(since)}.";
        }

        yield return "This says that the log holds the entry there. It does not say that what the entry says is so, nor who wrote it"
            + (witnessed.Quorum.Witnesses.Count == 0 ? "; and, without a witness, neither when, nor that the log shows everybody the same tree." : ".");
    }

    private static string At(ulong seconds) => seconds <= (ulong)DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        ? DateTimeOffset.FromUnixTimeSeconds((long)seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : $"{seconds} s after 1970";
}
