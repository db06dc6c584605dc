using System.Security.Cryptography;
using System.Text;
using Detente.Node.Keys;
using Detente.Record.Bytes;
using Detente.Record.Notes;

namespace Detente.Node.Fsck;

/// <summary>The notes a log's key signed: the published checkpoint, and the file beside the key that keeps the last. Where nothing says the key, they are read and not verified.</summary>
/// <param name="findings">Where faults go.</param>
/// <param name="description">The file that says what log it is.</param>
/// <param name="origin">What it says; <c>null</c> where it does not.</param>
/// <param name="key">The log's key by it; <c>null</c> where it does not say it.</param>
internal sealed class SignedCheck(Findings findings, string description, string? origin, VerifierKey? key)
{
    /// <summary>The checkpoint in a file; <c>null</c> where it cannot be read or the log's key did not sign it, which is a fault.</summary>
    public Checkpoint? Note(string file, ReadOnlyMemory<byte> bytes, int start = 0)
    {
        if (!SignedNote.Parse(bytes.Span[start..]).TryGet(out var note, out var rejection) || !Checkpoint.Parse(note.Text.Span).TryGet(out var checkpoint, out rejection))
        {
            return Broken(file, rejection.At(start));
        }

        if (key is null)
        {
            return checkpoint;
        }

        if (!note.Verify([key]).TryGet(out _, out rejection))
        {
            return Broken(file, rejection.At(start));
        }

        if (origin is not null && checkpoint.Origin != origin && !findings.IsFaulty(description))
        {
            findings.Fault("log/origin", description, null, $"it says that this is the log {origin}, and its key signed {file} for {checkpoint.Origin}");
        }

        return checkpoint;
    }

    /// <summary>What the key's file says in clear. What is encrypted in it is known to whoever has the passphrase.</summary>
    public void Key(string keyPath)
    {
        if (findings.Read(keyPath) is not { } bytes)
        {
            return;
        }

        if (!KeyFile.Parse(bytes).TryGet(out var file, out var rejection))
        {
            Broken(keyPath, rejection);
        }
        else if (key is not null && !file.Key.PublicKey.Span.SequenceEqual(key.PublicKey.Span))
        {
            findings.Fault("key/other", keyPath, null, $"it is the key {file.Key}, and the log's is {key}");
        }
    }

    /// <summary>What the key signed last; <c>null</c> where its file is missing or damaged, which is a fault.</summary>
    /// <param name="keyPath">The key's file.</param>
    public Checkpoint? Last(string keyPath)
    {
        var file = keyPath + ".signed";
        if (findings.Read(file) is not { } bytes)
        {
            if (!findings.IsFaulty(file))
            {
                findings.Fault("file/missing", file, null, "it is missing: without it nothing says what the key signed last, and nothing is signed");
            }

            return null;
        }

        var lines = new List<int>();
        for (var at = 0; lines.Count < 3 && bytes.AsSpan(at).IndexOf((byte)'\n') is >= 0 and var length; at += length + 1)
        {
            lines.Add(at + length + 1);
        }

        if (lines.Count < 3 || Line(bytes, 0, lines[0]) != "detente signed v1")
        {
            findings.Fault("signed/format", file, 0, "it does not begin with 'detente signed v1', a checksum and a time");
            return null;
        }

        if (Line(bytes, lines[0], lines[1]) != Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(lines[1]))))
        {
            findings.Fault("signed/checksum", file, lines[0], "it does not fit its checksum: it has changed since it was written");
            return null;
        }

        if (!long.TryParse(Line(bytes, lines[1], lines[2]), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            findings.Fault("signed/time", file, lines[1], "its time is not a number of seconds");
        }

        return Note(file, bytes, lines[2]);
    }

    private Checkpoint? Broken(string file, Rejection rejection)
    {
        findings.Fault(rejection.Rule, file, rejection.Offset, rejection.Message.TrimEnd('.'));
        return null;
    }

    private static string Line(byte[] bytes, int start, int end) => Encoding.UTF8.GetString(bytes, start, end - 1 - start);
}
