using Detente.Record.Tiles;

namespace Detente.Cli.Input;

/// <summary>Entries that are piped in.</summary>
internal static class InputLines
{
    private const int BufferSize = 1 << 16;

    /// <summary>All of it, as one entry; longer than an entry may be, it is read only so far that this can be told.</summary>
    public static byte[] Whole(Terminal terminal)
    {
        using var stream = terminal.In();
        var bytes = new byte[EntryBundle.MaxEntryLength + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes[..length];
    }

    /// <summary>Each line without its line feed, as it arrives. What follows the last line feed is a line if it is not empty.</summary>
    public static IEnumerable<byte[]> Of(Terminal terminal)
    {
        using var stream = terminal.In();
        var buffer = new byte[BufferSize];
        var line = new List<byte>();
        var number = 1L;
        for (var length = stream.Read(buffer); length > 0; length = stream.Read(buffer))
        {
            var start = 0;
            for (var end = buffer.AsSpan(0, length).IndexOf((byte)'\n'); end >= 0; end = buffer.AsSpan(start, length - start).IndexOf((byte)'\n'))
            {
                line.AddRange(buffer.AsSpan(start, end));
                yield return Checked(line, number++);
                line.Clear();
                start += end + 1;
            }

            line.AddRange(buffer.AsSpan(start, length - start));
            Checked(line, number);
        }

        if (line.Count > 0)
        {
            yield return Checked(line, number);
        }
    }

    private static byte[] Checked(List<byte> line, long number) => line.Count <= EntryBundle.MaxEntryLength
        ? [.. line]
        : throw new RefusedException($"line {number} of what is piped in has over {EntryBundle.MaxEntryLength} bytes, which is more than an entry has");
}
