namespace Detente.Statements.Text;

/// <summary>Reads a stretch of a string in place: resuming in a large file copies nothing.</summary>
internal sealed class StretchReader(string text, int start, int end) : TextReader
{
    private int _at = start;

    /// <inheritdoc/>
    public override int Peek() => _at < end ? text[_at] : -1;

    /// <inheritdoc/>
    public override int Read() => _at < end ? text[_at++] : -1;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        var taken = Math.Min(count, end - _at);
        text.CopyTo(_at, buffer, index, taken);
        _at += taken;
        return taken;
    }
}
