namespace Detente.Diagnostics;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">Index of its first UTF-16 code unit.</param>
/// <param name="Length">In UTF-16 code units; 0 for a place between two.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Index after its last code unit.</summary>
    public int End => Start + Length;
}

/// <summary>A file's text with its name and its lines.</summary>
public sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    /// <summary>A text under the name a reader knows it by.</summary>
    public SourceText(string file, string text)
    {
        (File, Text) = (file, text);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    /// <summary>The file's name.</summary>
    public string File { get; }

    /// <summary>All of it.</summary>
    public string Text { get; }

    /// <summary>The number of lines.</summary>
    public int LineCount => _lineStarts.Count;

    /// <summary>Line and column, both from 1, of an index.</summary>
    public (int Line, int Column) Locate(int index)
    {
        var found = _lineStarts.BinarySearch(index);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, index - _lineStarts[line] + 1);
    }

    /// <summary>Index of the first code unit of a line, from 1.</summary>
    public int StartOfLine(int line) => _lineStarts[line - 1];

    /// <summary>Index after a line, from 1, and its end.</summary>
    public int EndOfLine(int line) => line < LineCount ? StartOfLine(line + 1) : Text.Length;

    /// <summary>What of a span lies in the text.</summary>
    public TextSpan Inside(TextSpan span)
    {
        var start = Math.Clamp(span.Start, 0, Text.Length);
        return new TextSpan(start, Math.Clamp(span.Length, 0, Text.Length - start));
    }

    /// <summary>A line, from 1, without its end.</summary>
    public string Line(int line)
    {
        var start = _lineStarts[line - 1];
        var end = line < _lineStarts.Count ? _lineStarts[line] - 1 : Text.Length;
        return Text[start..end].TrimEnd('\r');
    }

    /// <summary>The text of a span.</summary>
    public string Slice(TextSpan span) => Text.Substring(span.Start, span.Length);
}
