using System.Text;

namespace Detente.Agreement.Text;

/// <summary>What a line of the canonical layout of a clause begins.</summary>
internal enum LineKind : byte
{
    /// <summary><c>from</c>, <c>so long as</c>, <c>when</c>: at the margin.</summary>
    Head,

    /// <summary>The sentence: indented by two below a head, else at the margin.</summary>
    Sentence,

    /// <summary>A deadline, or one of several numbers: two further in than the sentence.</summary>
    Part,

    /// <summary><c>unless</c>, <c>otherwise</c>: as the sentence, at least two.</summary>
    Link,
}

/// <summary>Lines of words, wrapped where they grow too long. The printer and the formatter lay out through it, so that they agree.</summary>
internal sealed class Layout
{
    /// <summary>Columns a line may fill.</summary>
    public const int Width = 120;

    private readonly List<(LineKind Kind, List<string> Words)> _lines = [];

    /// <summary>Begins a line, unless the current one is still empty.</summary>
    public Layout Begin(LineKind kind)
    {
        if (_lines.Count > 0 && _lines[^1].Words.Count == 0)
        {
            _lines.RemoveAt(_lines.Count - 1);
        }

        _lines.Add((kind, []));
        return this;
    }

    /// <summary>Adds words, cut at spaces. A mark such as a comma goes to the word before it.</summary>
    public Layout Add(string words)
    {
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            AddWord(word);
        }

        return this;
    }

    /// <summary>Adds a comma or full stop to the last word, also across the beginning of a line.</summary>
    public Layout Join(string mark)
    {
        var line = _lines.FindLast(candidate => candidate.Words.Count > 0).Words;
        if (line is null)
        {
            AddWord(mark);
        }
        else
        {
            line[^1] += mark;
        }

        return this;
    }

    /// <summary>The lines, each ended by <paramref name="newLine"/>.</summary>
    public string Print(string newLine)
    {
        var hasHead = _lines.Any(line => line.Kind == LineKind.Head && line.Words.Count > 0);
        var output = new StringBuilder();
        foreach (var (kind, words) in _lines.Where(line => line.Words.Count > 0))
        {
            var indent = kind switch
            {
                LineKind.Head => 0,
                LineKind.Sentence => hasHead ? 2 : 0,
                LineKind.Part => hasHead ? 4 : 2,
                _ => 2,
            };
            Wrap(output, words, indent, indent + 4, newLine);
        }

        return output.ToString();
    }

    /// <summary>Appends words as lines of at most <see cref="Width"/>, the first begun at <paramref name="indent"/>, others at <paramref name="hanging"/>.</summary>
    public static void Wrap(StringBuilder output, IReadOnlyList<string> words, int indent, int hanging, string newLine)
    {
        output.Append(' ', indent);
        var column = indent;
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0 && column + 1 + words[i].Length > Width)
            {
                output.Append(newLine).Append(' ', hanging);
                column = hanging;
            }
            else if (i > 0)
            {
                output.Append(' ');
                column++;
            }

            output.Append(words[i]);
            column += words[i].Length;
        }

        output.Append(newLine);
    }

    private void AddWord(string word)
    {
        if (_lines.Count == 0)
        {
            Begin(LineKind.Sentence);
        }

        _lines[^1].Words.Add(word);
    }
}
