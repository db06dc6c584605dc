using Spectre.Console;
using Spectre.Console.Rendering;

namespace Detente.Cli.Screens;

/// <summary>Words that wrap at spaces, following lines indented. What is added in one piece with <see cref="Whole"/> stays on one line where it fits.</summary>
/// <param name="indent">Columns before every line but the first.</param>
internal sealed class Flow(int indent = 0) : Renderable
{
    private readonly List<(string Text, Style Style, bool SpaceBefore)> _words = [];
    private bool _spaceIsOwed;

    /// <summary>Adds words that may be parted at their spaces.</summary>
    public Flow Text(string text, Style? style = null)
    {
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            _spaceIsOwed |= i > 0;
            if (words[i].Length > 0)
            {
                Whole(words[i], style);
            }
        }

        return this;
    }

    /// <summary>Adds words that stay together.</summary>
    public Flow Whole(string text, Style? style = null)
    {
        _words.Add((text, style ?? Style.Plain, _spaceIsOwed));
        _spaceIsOwed = false;
        return this;
    }

    /// <summary>A place where the line may end.</summary>
    public Flow Space()
    {
        _spaceIsOwed = true;
        return this;
    }

    /// <inheritdoc/>
    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        var all = _words.Sum(word => word.Text.GetCellWidth() + (word.SpaceBefore ? 1 : 0));
        return new Measurement(Math.Min(all, maxWidth), Math.Min(all, maxWidth));
    }

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var column = 0;
        for (var first = 0; first < _words.Count;)
        {
            var next = first + 1;
            while (next < _words.Count && !_words[next].SpaceBefore)
            {
                next++;
            }

            var width = Enumerable.Range(first, next - first).Sum(i => _words[i].Text.GetCellWidth());
            var space = _words[first].SpaceBefore && column > indent ? 1 : 0;
            if (column > indent && column + space + width > maxWidth)
            {
                yield return Segment.LineBreak;
                (column, space) = (0, 0);
            }

            if (column == 0 && first > 0 && indent > 0)
            {
                yield return new Segment(new string(' ', indent));
                column = indent;
            }

            if (space > 0)
            {
                yield return new Segment(" ", _words[first].Style.Decoration.HasFlag(Decoration.Underline) ? Style.Plain : _words[first].Style);
                column++;
            }

            for (; first < next; first++)
            {
                foreach (var segment in Fold(_words[first], ref column, maxWidth))
                {
                    yield return segment;
                }
            }
        }

        if (_words.Count > 0)
        {
            yield return Segment.LineBreak;
        }
    }

    // A word wider than the line, such as an address, is parted where the line ends.
    private List<Segment> Fold((string Text, Style Style, bool SpaceBefore) word, ref int column, int maxWidth)
    {
        var parts = new List<Segment>();
        var text = word.Text;
        while (column + text.GetCellWidth() > maxWidth && text.Length > 1 && maxWidth > indent + 1)
        {
            var room = Math.Clamp(maxWidth - column, 1, text.Length - 1);
            parts.Add(new Segment(text[..room], word.Style));
            parts.Add(Segment.LineBreak);
            parts.Add(new Segment(new string(' ', indent)));
            (text, column) = (text[room..], indent);
        }

        parts.Add(new Segment(text, word.Style));
        column += text.GetCellWidth();
        return parts;
    }
}
