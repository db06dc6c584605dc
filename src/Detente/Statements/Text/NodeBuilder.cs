using Detente.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Detente.Statements.Text;

/// <summary>Makes nodes of parser events, and refuses what YAML can do and a case file does not need.</summary>
/// <param name="report">Where refusals go.</param>
/// <param name="offset">Index in the file of the first character the parser was given.</param>
internal sealed class NodeBuilder(Report report, int offset)
{
    /// <summary>Deeper than any statement; without a bound a hostile file could exhaust the stack.</summary>
    public const int DeepestNesting = 12;

    /// <summary>The node that begins at the parser's current event; the parser then stands after it.</summary>
    /// <exception cref="YamlException">The text is not YAML.</exception>
    public Node Build(IParser parser, int depth = 0)
    {
        RefuseMachinery(parser.Current!);
        switch (parser.Current)
        {
            case MappingStart when depth < DeepestNesting:
                return BuildMap(parser, depth);
            case SequenceStart when depth < DeepestNesting:
                return BuildList(parser, depth);
            case Scalar scalar:
                parser.MoveNext();
                return TextOf(scalar);
            case AnchorAlias alias:
                parser.MoveNext();
                return new TextNode("", Quoted: true, SpanOf(alias));
            case { } deep:
                report.Error(CaseCodes.TooDeep, SpanOf(deep), null, $"Nested more than {DeepestNesting} deep, which no statement is.");
                parser.SkipThisAndNestedEvents();
                return new TextNode("", Quoted: true, SpanOf(deep));
            default:
                throw new YamlException("Unexpected end.");
        }
    }

    /// <summary>Where an event stands in the file.</summary>
    public TextSpan SpanOf(ParsingEvent parsed) => SpanOf(parsed.Start, parsed.End);

    /// <summary>Where a stretch between two marks stands in the file.</summary>
    public TextSpan SpanOf(Mark start, Mark end) => new(offset + (int)start.Index, (int)Math.Max(0, end.Index - start.Index));

    private MapNode BuildMap(IParser parser, int depth)
    {
        var start = parser.Consume<MappingStart>();
        var entries = new List<MapEntry>();
        while (parser.Current is not MappingEnd)
        {
            var key = Build(parser, depth + 1);
            var value = Build(parser, depth + 1);
            if (key is not TextNode { IsNothing: false } name)
            {
                report.Error(CaseCodes.WrongShape, key.Span, null, "A key is a word.");
            }
            else if (entries.Exists(e => e.Key.Value == name.Value))
            {
                report.Error(CaseCodes.DuplicateKey, key.Span, null, $"`{name.Value}` stands twice in one mapping; the first is read.");
            }
            else
            {
                entries.Add(new MapEntry(name, value));
            }
        }

        return new MapNode(entries, SpanOf(start.Start, parser.Consume<MappingEnd>().End));
    }

    private ListNode BuildList(IParser parser, int depth)
    {
        var start = parser.Consume<SequenceStart>();
        var items = new List<Node>();
        while (parser.Current is not SequenceEnd)
        {
            items.Add(Build(parser, depth + 1));
        }

        return new ListNode(items, SpanOf(start.Start, parser.Consume<SequenceEnd>().End));
    }

    private TextNode TextOf(Scalar scalar) => new(scalar.Value, scalar.Style != ScalarStyle.Plain, SpanOf(scalar));

    private void RefuseMachinery(ParsingEvent parsed)
    {
        if (parsed is AnchorAlias || (parsed is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty)))
        {
            report.Error(CaseCodes.Machinery, SpanOf(parsed), null, "Anchors, aliases and tags are not used in case files: a statement says all it says.");
        }
    }
}
