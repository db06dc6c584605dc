using Spectre.Console;
using Spectre.Console.Rendering;

namespace Detente.Cli.Screens;

/// <summary>Words that wrap at spaces, following lines indented. What is added in one piece with <see cref="Whole"/> stays on one line where it fits.</summary>
/// <remarks>Spectre.Console's own paragraphs indent nothing and part anything.</remarks>
/// <param name="indent">Columns before every line but the first.</param>
internal sealed class Flow(int indent = 0) : Renderable
{
    private readonly List<Word> _words = [];
    private int _spacesOwed;

    /// <summary>Adds words that may be parted at their spaces. Several spaces keep their width within a line.</summary>
    public Flow Text(string text, Style? style = null)
    {
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            _spacesOwed += i > 0 ? 1 : 0;
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
        _words.Add(new Word(text, style ?? Style.Plain, _words.Count == 0 ? 0 : _spacesOwed));
        _spacesOwed = 0;
        return this;
    }

    /// <inheritdoc/>
    protected override Measurement Measure(RenderOptions options, int maxWidth)
    {
        var all = Math.Min(maxWidth, _words.Sum(word => word.SpacesBefore + word.Width));
        return new Measurement(all, all);
    }

    /// <inheritdoc/>
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var line = new Line(indent, maxWidth);
        for (var first = 0; first < _words.Count;)
        {
            // What no space parts stays together: a word and the comma in another style after it.
            var next = first + 1;
            while (next < _words.Count && _words[next].SpacesBefore == 0)
            {
                next++;
            }

            line.Begin(_words[first], _words.Skip(first).Take(next - first).Sum(word => word.Width));
            for (; first < next; first++)
            {
                line.Put(_words[first]);
            }
        }

        return line.End();
    }

    private readonly record struct Word(string Text, Style Style, int SpacesBefore)
    {
        public int Width => Text.GetCellWidth();
    }

    /// <summary>The line being filled, and those before it.</summary>
    private sealed class Line(int indent, int maxWidth)
    {
        private readonly List<Segment> _segments = [];
        private int _column;
        private bool _isFresh = true;

        /// <summary>Makes room for words of this width: on this line after the spaces before the first of them, else on the next.</summary>
        public void Begin(Word word, int width)
        {
            var spaces = word.SpacesBefore;
            if (_isFresh)
            {
                return;
            }

            if (_column + spaces + width > maxWidth)
            {
                Break();
            }
            else if (spaces > 0)
            {
                // Between words that look the same the space does too: a heading is underlined in one piece.
                _segments.Add(new Segment(new string(' ', spaces), word.Style.Equals(_segments[^1].Style) ? word.Style : Style.Plain));
                _column += spaces;
            }
        }

        public void Put(Word word)
        {
            var (text, style) = (word.Text, word.Style);

            // A word wider than a line, such as an address, is parted where the line ends.
            while (_column + text.GetCellWidth() > maxWidth && text.Length > 1 && maxWidth > indent + 1)
            {
                var room = Math.Clamp(maxWidth - _column, 1, text.Length - 1);
                _segments.Add(new Segment(text[..room], style));
                text = text[room..];
                Break();
            }

            _segments.Add(new Segment(text, style));
            _column += text.GetCellWidth();
            _isFresh = false;
        }

        public List<Segment> End()
        {
            if (_segments.Count > 0)
            {
                _segments.Add(Segment.LineBreak);
            }

            return _segments;
        }

        private void Break()
        {
            _segments.Add(Segment.LineBreak);
            _segments.Add(new Segment(new string(' ', indent)));
            (_column, _isFresh) = (indent, true);
        }
    }
}
