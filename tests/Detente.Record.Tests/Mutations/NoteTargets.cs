using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Detente.Record.Notes;

namespace Detente.Record.Tests.Mutations;

/// <summary>Notes, checkpoints and keys.</summary>
internal static class NoteTargets
{
    private static readonly SmallLog Log = SmallLog.Shared;

    private static readonly IReadOnlyList<SignedNote> Notes =
    [
        Log.Signed(700, 3), Log.Signed(256, 1), Log.Signed(0), Log.Signed(1, 2),
        Log.Signed(512, 3).With(new NoteSignature("unknown.example", 7, new byte[64]), new NoteSignature(Log.Origin, 8, new byte[72])),
        SignedNote.Sign("If it rains,\n\nit pours.\n"u8.ToArray(), Log.Author),
        SignedNote.Sign((Log.Checkpoint(3) with { Extensions = ["one more line", "and another"] }).ToText(), Log.Author),
    ];

    /// <summary>Everything the keys ever signed: nothing else may count as signed.</summary>
    private static readonly HashSet<(VerifierKey Key, string Text, ulong? Time)> Signed =
        [.. Notes.SelectMany(note => note.Verify(Log.Keys).OrThrow().Verified.Select(signature => (signature.Key, Encoding.UTF8.GetString(note.Text.Span), signature.Time)))];

    /// <summary>The lines they did it with. A known key's line of any other bytes rejects the whole note.</summary>
    private static readonly HashSet<(NoteSignature Line, string Text)> Lines =
        [.. Notes.SelectMany(note => note.Signatures.Select(line => (line, Encoding.UTF8.GetString(note.Text.Span))))];

    public static readonly IReadOnlyList<MutationTarget> All =
    [
        new("note", [.. Notes.Select(note => note.ToBytes())], ReadNote),
        new("checkpoint", [.. Notes.Where((_, i) => i != 5).Select(note => note.Text.ToArray())], bytes => Checkpoint.Parse(bytes).TryGet(out var checkpoint, out var rejection)
            ? Outcome.Require(checkpoint.ToText().AsSpan().SequenceEqual(bytes), "a checkpoint has two spellings")
            : Outcome.Refused(rejection)),
        new("vkey", [.. Log.Keys.Select(key => Encoding.UTF8.GetBytes(key.ToString()))], ReadKey),
    ];

    private static Outcome ReadNote(byte[] bytes)
    {
        if (!SignedNote.Parse(bytes).TryGet(out var note, out var rejection))
        {
            return Outcome.Refused(rejection);
        }

        if (!note.ToBytes().AsSpan().SequenceEqual(bytes))
        {
            return Outcome.Untrue("a note has two spellings");
        }

        if (!note.Verify(Log.Keys).TryGet(out var verified, out rejection))
        {
            return Outcome.Refused(rejection);
        }

        var text = Encoding.UTF8.GetString(verified.Text.Span);
        return !verified.Verified.All(signature => Signed.Contains((signature.Key, text, signature.Time))) ? Outcome.Untrue("a key is said to have signed what it never did")
            : Outcome.Require(note.Signatures.All(line => !IsKnown(line) || Lines.Contains((line, text))), "a bad line of a known key is passed over");
    }

    private static bool IsKnown(NoteSignature line) => Log.Keys.Any(key => key.Name == line.Name && key.KeyId == line.KeyId);

    private static Outcome ReadKey(byte[] bytes)
    {
        if (!VerifierKey.Parse(bytes).TryGet(out var key, out var rejection))
        {
            return Outcome.Refused(rejection);
        }

        var id = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(key.Name), (byte)'\n', (byte)key.Type, .. key.PublicKey.Span]));
        return Outcome.Require(key.KeyId == id && Encoding.UTF8.GetBytes(key.ToString()).AsSpan().SequenceEqual(bytes) && Log.Keys.Contains(key), "a key is read that nobody wrote");
    }
}
