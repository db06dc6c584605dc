using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Detente.Node.Stores;
using Detente.Record.Bytes;
using Detente.Record.Notes;

namespace Detente.Node.Logs;

/// <summary>
/// The last checkpoint a key signed, kept beside the key and not with the log: a log that was put back from an old copy cannot
/// bring it back with it. The file <c>KEY.signed</c>, lines end in LF:
/// <code>
/// detente signed v1
/// &lt;64 hexadecimal digits: SHA-256 of all that follows this line&gt;
/// &lt;when it was signed, POSIX seconds&gt;
/// &lt;the checkpoint, a signed note: to the end of the file&gt;
/// </code>
/// </summary>
/// <param name="Time">When, in seconds since 1970-01-01T00:00Z.</param>
/// <param name="Note">The signed note.</param>
/// <param name="Checkpoint">What it says.</param>
internal sealed record SignedState(long Time, byte[] Note, Checkpoint Checkpoint)
{
    private const string Magic = "detente signed v1";

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        byte[] rest = [.. Encoding.ASCII.GetBytes(Time.ToString(CultureInfo.InvariantCulture) + "\n"), .. Note];
        return [.. Encoding.ASCII.GetBytes($"{Magic}\n{Convert.ToHexStringLower(SHA256.HashData(rest))}\n"), .. rest];
    }

    /// <summary>Reads it, and verifies the note.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="key">The key it stands beside.</param>
    /// <param name="where">What messages call the file.</param>
    /// <exception cref="DamagedException">It is not what was written.</exception>
    /// <exception cref="RefusedException">It is of another log.</exception>
    public static SignedState Read(byte[] bytes, VerifierKey key, string where)
    {
        var head = Magic.Length + 1;
        var rest = head + 64 + 1;
        if (bytes.Length < rest || !bytes.AsSpan(0, head).SequenceEqual(Encoding.ASCII.GetBytes(Magic + "\n"))
            || Encoding.ASCII.GetString(bytes, head, 65) != Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(rest))) + "\n")
        {
            throw Damaged("it has changed since it was written");
        }

        var end = bytes.AsSpan(rest).IndexOf((byte)'\n');
        if (end < 0 || !StrictDecimal.TryRead(bytes.AsSpan(rest, end), out var time, out _))
        {
            throw Damaged("its time cannot be read");
        }

        var note = bytes[(rest + end + 1)..];
        if (Read(note, key).TryGet(out var checkpoint, out var rejection))
        {
            return new SignedState((long)time, note, checkpoint);
        }

        // The file is as it was written; the note in it may be by this key under another name.
        throw SignedNote.Parse(note).TryGet(out var signed, out _) && Checkpoint.Parse(signed.Text.Span).TryGet(out var other, out _) && other.Origin != key.Name
            ? new RefusedException($"{where} says that this key signs for {other.Origin}, not for {key.Name}: a log needs a key of its own.")
            : Damaged($"{rejection}");

        DamagedException Damaged(string what)
            => new(where, $"{what}. It says what this key signed last, and nothing is signed without knowing that. Put back the file as it was last.");
    }

    /// <summary>What a checkpoint says, if the key signed it.</summary>
    public static Parsed<Checkpoint> Read(byte[] note, VerifierKey key)
    {
        if (!SignedNote.Parse(note).TryGet(out var signed, out var rejection) || !signed.Verify([key]).TryGet(out _, out rejection)
            || !Checkpoint.Parse(signed.Text.Span).TryGet(out var checkpoint, out rejection))
        {
            return rejection;
        }

        return checkpoint;
    }
}
