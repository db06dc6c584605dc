namespace Detente.Record.Bytes;

/// <summary>Reads lines that end in a line feed, one after the other, and knows where it stands.</summary>
internal ref struct LineReader(ReadOnlySpan<byte> text)
{
    private readonly ReadOnlySpan<byte> text = text;

    /// <summary>Where the next line begins, in bytes from the start of the text.</summary>
    public int Offset { get; private set; }

    /// <summary>Where the line read last begins.</summary>
    public int LineStart { get; private set; }

    /// <summary>What has not been read.</summary>
    public readonly ReadOnlySpan<byte> Rest => text[Offset..];

    /// <summary>What stands at a place, read or not.</summary>
    public readonly ReadOnlySpan<byte> Read(int start, int length) => text.Slice(start, length);

    /// <summary>The next line without its line feed; <c>false</c> at the end, and where no line feed follows.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        var length = Rest.IndexOf((byte)'\n');
        if (length < 0)
        {
            line = default;
            return false;
        }

        line = text.Slice(Offset, length);
        LineStart = Offset;
        Offset += length + 1;
        return true;
    }
}
