using Detente.Record.Notes;
using Detente.Record.Merkle;
using Detente.Record.Signatures;

namespace Detente.Record.Bench.Trees;

/// <summary>The work on signed notes, as the Go program has it.</summary>
internal static class NoteItems
{
    private const string Name = "example.com/log";

    /// <summary>Opens one checkpoint again and again: reads it, and checks its one signature.</summary>
    public static Func<string> Open(long count)
    {
        using var key = Ed25519PrivateKey.FromSeed(new byte[Ed25519PrivateKey.SeedSize]);
        var text = new Checkpoint(Name, 1_000_000, TreeHash.OfLeaf(new byte[sizeof(long)])).ToText();
        var signed = SignedNote.Sign(text, new NoteSigner(Name, key)).ToBytes();
        var known = new[] { VerifierKey.Ed25519(Name, key.PublicKey) };
        return () =>
        {
            for (long i = 0; i < count; i++)
            {
                _ = SignedNote.Parse(signed).OrThrow().Verify(known).OrThrow();
            }

            return $"{count}";
        };
    }
}
