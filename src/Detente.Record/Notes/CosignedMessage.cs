using System.Buffers.Binary;
using System.Text;
using Detente.Record.Bytes;

namespace Detente.Record.Notes;

/// <summary>The bytes a cosigner signs (c2sp.org/tlog-cosignature).</summary>
public static class CosignedMessage
{
    /// <summary>The longest name or origin an ML-DSA-44 message holds, in bytes of UTF-8.</summary>
    public const int MaxNameLength = byte.MaxValue;

    /// <summary>Ed25519: a header line, a line of the time, and the whole text of the checkpoint. It does not bind the cosigner's name: one key, one cosigner.</summary>
    /// <param name="time">Seconds since 1970-01-01T00:00:00Z.</param>
    /// <param name="text">The checkpoint's text with its extension lines and last line feed, without signatures.</param>
    public static byte[] Ed25519(ulong time, ReadOnlySpan<byte> text)
        => [.. Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"cosignature/v1\ntime {time}\n")), .. text];

    /// <summary>ML-DSA-44: a label, the cosigner's name, the time, the log's origin, and a subtree with its hash. Extension lines are not in it.</summary>
    /// <param name="cosigner">The cosigner's key name.</param>
    /// <param name="time">Seconds since 1970-01-01T00:00:00Z; 0 says nothing of time, and must be 0 where <paramref name="start"/> is not.</param>
    /// <param name="origin">The log's origin.</param>
    /// <param name="start">The subtree's first leaf; 0 for a checkpoint.</param>
    /// <param name="end">One past its last leaf; the size for a checkpoint.</param>
    /// <param name="hash">The subtree's hash.</param>
    /// <exception cref="ArgumentException">A name is empty or too long, the subtree ends before it begins, a time is over 2^63 − 1 or stands with a start that is not 0.</exception>
    public static byte[] MlDsa44(string cosigner, ulong time, string origin, ulong start, ulong end, in Hash32 hash)
    {
        if (end < start || time > StrictDecimal.Max || (start != 0 && time != 0))
        {
            throw new ArgumentException("The subtree or its time cannot be cosigned.", nameof(time));
        }

        var message = new List<byte>();
        message.AddRange("subtree/v1\n\0"u8);
        AddName(message, cosigner);
        AddNumber(message, time);
        AddName(message, origin);
        AddNumber(message, start);
        AddNumber(message, end);
        message.AddRange(hash.ToArray());
        return [.. message];
    }

    private static void AddName(List<byte> message, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        if (bytes.Length is 0 or > MaxNameLength)
        {
            throw new ArgumentException($"A name has {bytes.Length} bytes; 1 to {MaxNameLength} can be cosigned.", nameof(name));
        }

        message.Add((byte)bytes.Length);
        message.AddRange(bytes);
    }

    private static void AddNumber(List<byte> message, ulong number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, number);
        message.AddRange(bytes);
    }
}
